import { describe, expect, it } from 'vitest'
import { between, prose, textsToAll } from '../../../src/core/cases/draft-parts.ts'
import { memberOf } from '../../kit/case-graph.ts'

const [A, B] = [memberOf('A'), memberOf('B')]

describe('parts of a draft', () => {
  it('leave out a text that nobody wrote', () => {
    expect(prose('note', undefined)).toEqual({})
    expect(textsToAll({ note: 'yes', reason: undefined })).toEqual({
      note: { readers: 'case', value: 'yes' },
    })
  })

  it('keep a text between inviter and invitee, each named once', () => {
    expect(between({ inviter: A, invitee: B }, 'x').readers).toEqual([A, B])
    expect(between({ inviter: A, invitee: A }, 'x').readers).toEqual([A])
    expect(between(undefined, 'x').readers).toBe('case')
  })
})
