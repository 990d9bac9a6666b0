// Members, partners and settings for tests of storage.
import type { Leaf } from '../../src/core/cases/consequences.ts'
import type { Beside } from '../../src/flows/member-ports.ts'
import { BASALT, at } from './case-rows.ts'

export const leaf: Leaf = {
  kind: 'setting',
  caseId: null,
  event: null,
  tokenHash: null,
  direction: 'own',
  partner: BASALT,
  verdict: 'changed',
}

export const beside = (seconds: number, parts: Partial<Beside> = {}): Beside => ({
  leaf,
  answer: null,
  at: at(seconds),
  ...parts,
})

export const answer = { client: 'c', key: 'k', requestHash: 'h', status: 200, body: '{}' }
