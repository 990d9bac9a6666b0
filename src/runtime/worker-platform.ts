// What a Worker is given by its platform, as far as this gateway uses it.

/** A place for one small strongly consistent store (a Durable Object namespace). */
export type ObjectNamespace = {
  readonly idFromName: (name: string) => unknown
  readonly get: (id: unknown) => { readonly fetch: (request: Request) => Promise<Response> }
}

export type ObjectState = {
  readonly storage: {
    readonly put: (key: string, value: unknown) => Promise<void>
    readonly list: () => Promise<ReadonlyMap<string, unknown>>
  }
}

/** Variables and secrets are strings; see wrangler.toml for what each means. */
export type Bindings = {
  readonly HYPERDRIVE?: { readonly connectionString: string }
  readonly ENTENTE_MARKS?: ObjectNamespace
  readonly [variable: string]: unknown
}

export type Context = {
  /** Keeps the invocation alive for what is done after the answer, half a minute at most. */
  readonly waitUntil: (work: Promise<unknown>) => void
}
