// A member's severity schemes as people look at them, and any one scheme with the very text that was hashed: the member's own
// first, else a preset.
import { parseStrictJson } from '../../core/exchange/strict-json.ts'
import { digestOf } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { presetText } from '../../core/severity/preset.ts'
import type { Scheme } from '../../core/severity/scheme.ts'
import { parseScheme } from '../../core/severity/scheme-laws.ts'
import type { SchemeConfirmation, StoredScheme } from '../member-ports.ts'
import type { Deps } from '../ports.ts'

type SchemeDeps = Pick<Deps, 'members'>

export type SchemeEntry = {
  readonly stored: StoredScheme
  readonly scheme: Scheme
  /** Whether the member's profile names this version. */
  readonly inUse: boolean
}

export async function listSchemes(
  { members }: SchemeDeps,
  member: MemberId,
): Promise<SchemeEntry[]> {
  const [schemes, entity] = await Promise.all([
    members.listSchemes(member),
    members.findEntity(member),
  ])
  const used = entity?.profile.scheme ?? null
  return schemes.flatMap((stored) => {
    const scheme = schemeIn(stored.document)
    const inUse = used?.id === stored.id && used.version === stored.version
    return scheme instanceof Refusal ? [] : [{ stored, scheme, inUse }]
  })
}

export type ReadScheme = {
  readonly id: string
  readonly version: string
  readonly digest: string
  readonly origin: 'own' | 'preset'
  /** Who confirmed that its matrix breaks order; null where nothing had to be. */
  readonly confirmation: SchemeConfirmation | null
  /** The text exactly as it was hashed. */
  readonly document: string
  readonly scheme: Scheme
}

/** Refuses `scheme-unknown`. @param version the latest where absent */
export async function readScheme(
  { members }: SchemeDeps,
  member: MemberId,
  id: string,
  version: string | undefined,
): Promise<ReadScheme | Refusal> {
  const own = await members.findScheme(member, id, version)
  const document = own?.document ?? presetText(id)
  if (document instanceof Refusal) return document
  const scheme = schemeIn(document)
  if (scheme instanceof Refusal) return scheme
  if (version !== undefined && scheme.version !== version) return new Refusal('scheme-unknown')
  return {
    id,
    version: scheme.version,
    digest: own?.digest ?? (await digestOf(document)),
    origin: own ? 'own' : 'preset',
    confirmation: own?.confirmation ?? null,
    document,
    scheme,
  }
}

function schemeIn(document: string): Scheme | Refusal {
  const value = parseStrictJson(document, 'scheme-invalid')
  return value instanceof Refusal ? value : parseScheme(value)
}
