// Small parts that every draft is made of: the draft itself, texts for all, texts for some.
import type { Engagement } from './case.ts'
import type { Draft, Json, Text } from './command.ts'
import type { Readers } from './event.ts'

export const draft = (
  type: Draft['type'],
  body: Readonly<Record<string, Json>>,
  texts: Readonly<Record<string, Text>> = {},
): Draft => ({ type, body, texts })

export const toAll = (value: Json): Text => ({ readers: 'case', value })

export const prose = (
  slot: string,
  value: string | undefined,
  readers: Readers = 'case',
): Record<string, Text> => (value === undefined ? {} : { [slot]: { readers, value } })

/** Texts for all, by slot, of those that are there. */
export const textsToAll = (
  values: Readonly<Record<string, Json | undefined>>,
): Record<string, Text> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([slot, value]) =>
      value === undefined ? [] : [[slot, toAll(value)] as const],
    ),
  )

/** For inviter and invitee only, as what a customer's contract says or an intake form holds. */
export const between = (
  e: Pick<Engagement, 'inviter' | 'invitee'> | undefined,
  value: Json,
): Text => ({
  readers: e ? [...new Set([e.inviter, e.invitee])] : 'case',
  value,
})
