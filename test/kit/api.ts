// A vendor's own system in tests: gets a token from the gateway's door and calls its API, each answer held to the contract.
import type { Scope } from '../../src/core/access/scope.ts'
import { SCOPES } from '../../src/core/access/scope.ts'
import type { CaseId } from '../../src/core/kernel/id.ts'
import { createClient } from '../../src/flows/settings/create-client.ts'
import { judgeResponse } from './contract.ts'
import { sure, type Vendor } from './network.ts'

type Headers = Readonly<Record<string, string>>
export type Said = {
  readonly status: number
  readonly headers: globalThis.Headers
  // What an answer holds is what the tests assert.
  readonly body: ReturnType<typeof JSON.parse>
  readonly text: string
}

export type System = {
  readonly vendor: Vendor
  /** The token in use; when it is over, the next request gets another, as any client does. */
  token: string
  readonly client: { readonly id: string; readonly secret: string }
  get(path: string, headers?: Headers): Promise<Said>
  post(path: string, body?: unknown, headers?: Headers): Promise<Said>
  put(path: string, body: unknown, headers?: Headers): Promise<Said>
  /** Any request at all, to the gateway of the vendor. */
  send(path: string, init: RequestInit): Promise<Said>
}

/** One request to a vendor's gateway, its answer held to the contract. */
export async function ask(vendor: Vendor, path: string, init: RequestInit = {}): Promise<Said> {
  const url = vendor.host.origin + path
  const res = await vendor.host.gateway.app.fetch(new Request(url, init))
  const fault = await judgeResponse(init.method ?? 'GET', url, res)
  const text = await res.text()
  if (fault !== null) throw new Error(`${fault}\n${text.slice(0, 2000)}`)
  const isJson = res.headers.get('content-type')?.includes('json') === true
  return { status: res.status, headers: res.headers, text, body: isJson ? JSON.parse(text) : null }
}

export async function tokenFor(
  vendor: Vendor,
  client: { readonly id: string; readonly secret: string },
  scope?: string,
): Promise<Said> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.id,
    client_secret: client.secret,
    ...(scope === undefined ? {} : { scope }),
  })
  return ask(vendor, '/api/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  })
}

export async function systemOf(vendor: Vendor, scopes: readonly Scope[] = SCOPES): Promise<System> {
  const { deps } = vendor.host.gateway
  const made = sure(await createClient(deps, vendor.id, { name: `${vendor.name} desk`, scopes }))
  const client = { id: made.client.id, secret: made.secret ?? '' }
  const freshToken = async (): Promise<string> => (await tokenFor(vendor, client)).body.access_token
  const system = { vendor, client, token: await freshToken() }
  const once = (path: string, init: RequestInit): Promise<Said> =>
    ask(vendor, path, {
      ...init,
      headers: { authorization: `Bearer ${system.token}`, ...(init.headers as Headers) },
    })
  const send = async (path: string, init: RequestInit): Promise<Said> => {
    const said = await once(path, init)
    if (said.body?.type !== 'urn:entente:problem:token-expired') return said
    system.token = await freshToken()
    return once(path, init)
  }
  const write =
    (method: string) =>
    (path: string, body?: unknown, headers: Headers = {}): Promise<Said> =>
      send(path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
  return Object.assign(system, {
    send,
    get: (path: string, headers: Headers = {}) => send(path, { headers }),
    post: write('POST'),
    put: write('PUT'),
  })
}

/** Opens a case and gives its address and its engagements. */
export async function openedBy(
  system: System,
  body: object = {},
): Promise<{ readonly id: CaseId; readonly at: string; readonly engagements: readonly string[] }> {
  const said = await system.post('/api/cases', {
    problem: { summary: 'Guests freeze when storage paths fail over' },
    ...body,
  })
  if (said.status !== 201) throw new Error(said.text)
  const { caseId, events } = said.body as {
    caseId: CaseId
    events: readonly { id: string; type: string }[]
  }
  return {
    id: caseId,
    at: `/api/cases/${caseId}`,
    engagements: events.filter((e) => e.type === 'engagement-requested').map((e) => e.id),
  }
}

/** Runs the sequencer, so that what was written stands in the feed. */
export async function sequenced({ host, id }: Vendor): Promise<void> {
  await host.gateway.deps.log.sequence(id, 1_000)
}
