// The form of a vector file, and short ways to write one.
import {
  ALLIANCE,
  anchorClaims,
  AT,
  ATLAS,
  type Json,
  jwks,
  kidOf,
  leafClaims,
  sign,
  superiorClaims,
} from './kit.ts'

/** What is to be opened: the same members in every implementation, whatever its functions are called. */
export type Subject =
  | { open: 'chain'; member: string; tokens: string[]; anchors: { id: string; jwks: Json }[] }
  | { open: 'pin'; member: string; tokens: string[]; pin: string[] }
  | { open: 'anchor'; member: string; tokens: string[]; anchors: { id: string; jwks: Json }[] }
  | { open: 'history'; member: string; tokens: string[]; federation_keys: Json }

export type Valid = { about: string; at: string } & Subject & { opens: Json }
export type Invalid = { about: string; at: string } & Subject & {
    refused: string
    /** The one check (a word, or word/part) without which this would be accepted; null where nothing could be. */
    only: string | null
  }
export type Vector = Valid | Invalid

export const TRUSTED = [{ id: ALLIANCE, jwks: jwks('alliance') }]

type Signed = string | Promise<string>
type Parts = { leaf?: Signed; superior?: Signed; ending?: Signed | null }

/** The chain of atlas under the alliance with some of its statements replaced; `ending: null` leaves the anchor's out. */
export async function chain(
  parts: Parts = {},
  subject: { member?: string; anchors?: { id: string; jwks: Json }[] } = {},
): Promise<Subject> {
  const leaf = await (parts.leaf ?? sign(leafClaims(), 'atlas-federation'))
  const superior = await (parts.superior ?? sign(superiorClaims(), 'alliance'))
  const ending =
    parts.ending === null ? null : await (parts.ending ?? sign(anchorClaims(), 'alliance'))
  const tokens = ending === null ? [leaf, superior] : [leaf, superior, ending]
  return tokensOf(tokens, subject)
}

export const tokensOf = (
  tokens: string[],
  {
    member = ATLAS,
    anchors = TRUSTED,
  }: { member?: string; anchors?: { id: string; jwks: Json }[] } = {},
): Subject => ({ open: 'chain', member, tokens, anchors })

export async function pin(configuration: Signed, member = ATLAS): Promise<Subject> {
  return { open: 'pin', member, tokens: [await configuration], pin: [kidOf('atlas-federation')] }
}

export async function anchor(configuration: Signed, member = ALLIANCE): Promise<Subject> {
  return { open: 'anchor', member, tokens: [await configuration], anchors: TRUSTED }
}

export async function history(list: Signed, member = ATLAS): Promise<Subject> {
  return {
    open: 'history',
    member,
    tokens: [await list],
    federation_keys: jwks('atlas-federation'),
  }
}

export type Entry = readonly [name: string, vector: Promise<Vector>]

/** Refused by this check, and by no other. */
export const cheat = (
  name: string,
  about: string,
  check: string,
  subject: Subject | Promise<Subject>,
): Entry => [
  `invalid/${name}`,
  Promise.resolve(subject).then((s) => ({
    about,
    at: AT,
    ...s,
    refused: check.split('/')[0] ?? check,
    only: check,
  })),
]

/** Refused by this word first; something else would refuse it as well, or nothing in it could be accepted. */
export const nonsense = (
  name: string,
  about: string,
  word: string,
  subject: Subject | Promise<Subject>,
): Entry => [
  `invalid/${name}`,
  Promise.resolve(subject).then((s) => ({ about, at: AT, ...s, refused: word, only: null })),
]

export const good = (
  name: string,
  about: string,
  subject: Subject | Promise<Subject>,
  opens: Json,
): Entry => [
  `valid/${name}`,
  Promise.resolve(subject).then((s) => ({ about, at: AT, ...s, opens })),
]
