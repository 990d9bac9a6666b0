// Where a hosted entity answers (D1, D3): every address follows from the gateway's public URL and the entity's handle, also when
// its identifier lies on a domain of its own. In: base and handle; out: addresses, none of them opened here.
import type { MemberId } from '../kernel/id.ts'

/** Appended to an entity identifier: where its configuration is (OpenID Federation 1.0 §9). */
export const CONFIGURATION_PATH = '/.well-known/openid-federation'

/** A short name within one gateway; it stands in addresses. */
export const HANDLE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** The part of each address behind the entity's own base; routes are made from the same words. */
export const ENDPOINT_PATHS = {
  events: '/exchange/events',
  batch: '/exchange/batch',
  poll: '/exchange/poll',
  missing: '/exchange/missing',
  heads: '/exchange/heads',
  historicalKeys: '/exchange/historical-keys',
  intakeForm: '/exchange/intake-form',
  scheme: '/exchange/scheme',
  supportProfile: '/exchange/support-profile',
  duty: '/exchange/duty',
  fetch: '/exchange/fetch',
  list: '/exchange/list',
  admission: '/exchange/admission',
} as const

export type Endpoints = Readonly<Record<keyof typeof ENDPOINT_PATHS, string>>

const withoutSlash = (url: string): string => (url.endsWith('/') ? url.slice(0, -1) : url)

/** Below this address lies all that a hosted entity answers; its identifier too, unless it has a domain of its own. */
export const entityBase = (publicUrl: string, handle: string): string =>
  `${withoutSlash(publicUrl)}/members/${handle}`

/** @param publicUrl where the gateway is reached, with or without a path, without query */
export function endpointsOf(publicUrl: string, handle: string): Endpoints {
  const base = entityBase(publicUrl, handle)
  const entries = Object.entries(ENDPOINT_PATHS).map(([name, path]) => [name, base + path])
  return Object.fromEntries(entries) as Endpoints
}

/** Where an entity publishes its configuration. */
export const configurationAddress = (entity: MemberId): string =>
  withoutSlash(entity) + CONFIGURATION_PATH

/** The addresses an entity identifier may have been spelled as, given the address its configuration was asked for at. */
export function identifiersAt(configuration: string): readonly string[] {
  const { origin, pathname } = new URL(configuration)
  if (!pathname.endsWith(CONFIGURATION_PATH)) return []
  const identifier = origin + pathname.slice(0, -CONFIGURATION_PATH.length)
  return [identifier, `${identifier}/`]
}
