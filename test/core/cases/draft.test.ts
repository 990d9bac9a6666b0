import { describe, expect, it } from 'vitest'
import { draftOf } from '../../../src/core/cases/draft.ts'
import { beginning, idOf, memberOf, type Graph } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const [a, b] = [memberOf('A'), memberOf('B')]
const offered = (): Graph =>
  beginning()
    .add('A5', 'baton-offered', { to: '@B', epoch: { term: 0, n: 0 } })
    .add('A6', 'host-offered', { to: '@C' })

const set = (value: string | null) =>
  draftOf(stateOf(beginning()), { type: 'set-slot', key: 'engineer', value }, b)

describe('a draft', () => {
  it('takes epoch, offer and receiver from the state', () => {
    expect(draftOf(stateOf(offered()), { type: 'pass-baton' }, a)).toMatchObject({
      type: 'baton-passed',
      body: { to: b, epoch: { term: 0, n: 0 }, offer: idOf('A5') },
    })
    expect(draftOf(stateOf(offered()), { type: 'transfer-host' }, a)).toMatchObject({
      body: { to: memberOf('C'), offer: idOf('A6'), engagement: idOf('A3') },
    })
  })

  it('has no offer to name where there is none', () => {
    expect(draftOf(stateOf(beginning()), { type: 'accept-baton' }, b)).toMatchObject({
      code: 'offer-unknown',
    })
  })

  it('repeats the inviter’s own severity in an invitation', () => {
    const draft = draftOf(
      stateOf(beginning().claim('A5', 2)),
      {
        type: 'request-engagement',
        invitee: memberOf('D'),
        keys: [],
        ask: 'assist',
        due: null,
        form: null,
        texts: {},
      },
      a,
    )
    expect(draft).toMatchObject({ body: { level: 2, test: false } })
  })

  it('keeps personal slots as text, and clears them by having none', () => {
    expect(set('Ada')).toMatchObject({
      body: { key: 'engineer', value: null },
      texts: { value: { readers: 'case', value: 'Ada' } },
    })
    expect(set(null)).toMatchObject({ texts: {} })
  })

  it('shares the answer to a question with the case, a filled form with both sides alone', () => {
    const draft = draftOf(
      stateOf(beginning().invite('A5', 'D')),
      {
        type: 'provide-information',
        engagement: idOf('A5'),
        answers: null,
        text: 'Friday',
        form: { contract: '4711' },
      },
      a,
    )
    expect(draft).toMatchObject({
      texts: { answer: { readers: 'case' }, form: { readers: [a, memberOf('D')] } },
    })
  })

  it('resumes an author under the next incarnation', () => {
    const graph = beginning()
      .add('A5', 'author-cut', { member: '@C' })
      .add('A6', 'author-resumed', {
        member: '@C',
        incarnation: 3,
        keys: ['#kC2'],
      })
    const command = { type: 'resume-author', member: memberOf('C'), keys: [idOf('kC3')] } as const
    expect(draftOf(stateOf(graph), command, a)).toMatchObject({ body: { incarnation: 4 } })
  })
})
