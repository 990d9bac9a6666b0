// What a flow must know about this gateway to say where its members answer.

export type Site = {
  /** Where partners reach this gateway: scheme, host, and path if any; no trailing slash needed. */
  readonly publicUrl: string
}
