// What becomes of severities between a scheme of ours and another one, shown before it is relied on: a draft, a stored version or a preset
// against a partner's published scheme or a preset. Nothing is stored.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { type Mapping, openMapping } from '../../core/severity/mapping-document.ts'
import { brokenCells, type CellPair } from '../../core/severity/matrix-order.ts'
import { type Preview, previewMappings } from '../../core/severity/preview.ts'
import type { Circumstances } from '../../core/severity/project-for.ts'
import type { SchemeRef } from '../../core/severity/scheme.ts'
import type { SchemeConfirmation } from '../member-ports.ts'
import { partnerScheme } from '../members/partner-scheme.ts'
import type { Deps } from '../ports.ts'
import { readScheme } from './read-schemes.ts'

/** One of our versions or a preset, the latest version where none is named; the text of a draft; what a partner publishes. */
export type SchemeSource =
  | { readonly scheme: string; readonly version?: string | undefined }
  | { readonly document: string }
  | { readonly partner: MemberId }

export type PreviewedScheme = {
  readonly ref: SchemeRef
  readonly origin: 'own' | 'preset' | 'draft' | 'partner'
  /** Pairs of cells that break the order of its matrix. */
  readonly brokenCells: readonly CellPair[]
  /** Who confirmed them; null also for a partner's, which keeps that to itself. */
  readonly confirmation: SchemeConfirmation | null
}

export type SchemePreview = Preview & {
  readonly ours: PreviewedScheme
  readonly theirs: PreviewedScheme
}

/** Refusals: those of `partnerScheme`, `projectFor` and of scheme documents; fields are named as they stand in the input. */
export async function previewScheme(
  deps: Deps,
  member: MemberId,
  input: {
    readonly ours: SchemeSource
    readonly theirs: SchemeSource
    readonly circumstances: Circumstances
  },
): Promise<SchemePreview | Refusal> {
  const ours = await openSource(deps, member, input.ours)
  if (ours instanceof Refusal) return under('ours', ours)
  const theirs = await openSource(deps, member, input.theirs)
  if (theirs instanceof Refusal) return under('theirs', theirs)
  const preview = previewMappings(ours.mapping, theirs.mapping, input.circumstances)
  if (preview instanceof Refusal) return preview
  return { ...preview, ours: shown(ours), theirs: shown(theirs) }
}

const under = (side: 'ours' | 'theirs', { code, detail, field }: Refusal): Refusal =>
  new Refusal(code, detail, field === undefined ? side : `${side}.${field}`)

type Opened = Pick<PreviewedScheme, 'origin' | 'confirmation'> & { readonly mapping: Mapping }

async function openSource(
  deps: Deps,
  member: MemberId,
  source: SchemeSource,
): Promise<Opened | Refusal> {
  if ('partner' in source) {
    const mapping = await partnerScheme(deps, member, source.partner)
    if (!(mapping instanceof Refusal)) return { mapping, origin: 'partner', confirmation: null }
    return new Refusal(mapping.code, mapping.detail, 'partner')
  }
  if ('document' in source) {
    const mapping = await openMapping(source.document)
    if (!(mapping instanceof Refusal)) return { mapping, origin: 'draft', confirmation: null }
    const field = ['document', mapping.field].filter(Boolean).join('.')
    return new Refusal(mapping.code, mapping.detail, field)
  }
  const found = await readScheme(deps, member, source.scheme, source.version)
  if (found instanceof Refusal) return new Refusal(found.code, found.detail, 'scheme')
  const mapping = await openMapping(found.document)
  if (mapping instanceof Refusal) return mapping
  return { mapping, origin: found.origin, confirmation: found.confirmation }
}

const shown = ({ mapping, origin, confirmation }: Opened): PreviewedScheme => ({
  ref: mapping.ref,
  origin,
  brokenCells: brokenCells(mapping.scheme),
  confirmation,
})
