import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { suspendMember } from '../../../src/flows/members/admit-member.ts'
import { sure, twoMembers } from '../../flows/members/gateways.ts'

const asking = async () => {
  const w = await twoMembers()
  const get = (path: string) => w.north.app.request(`${w.alliance}/exchange${path}`)
  const about = (sub: string) => get(`/fetch?sub=${encodeURIComponent(sub)}`)
  return { ...w, get, about }
}

describe('serves', () => {
  it('a statement about a member it admitted', async () => {
    await using w = await asking()
    const answer = await w.about(w.borealis)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/entity-statement+jwt')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(decodeJwt(await answer.text())).toMatchObject({ iss: w.alliance, sub: w.borealis })
  })

  it('the list of members, all of them leaves that take cases', async () => {
    await using w = await asking()
    const list = async (query: string) => (await w.get(`/list${query}`)).json()
    expect((await list('')).toSorted()).toEqual([w.atlas, w.borealis])
    expect(await list('?entity_type=case_gateway&intermediate=false')).toHaveLength(2)
    expect(await list('?entity_type=openid_provider')).toEqual([])
    expect(await list('?intermediate=true')).toEqual([])
  })
})

describe('refuses', () => {
  it('to vouch for those it suspended, and those it never admitted', async () => {
    await using w = await asking()
    sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    for (const sub of [w.borealis, 'https://nobody.example']) {
      const answer = await w.about(sub)
      expect([answer.status, await answer.json()]).toEqual([
        404,
        expect.objectContaining({ error: 'not_found' }),
      ])
    }
    expect(await (await w.get('/list')).json()).toEqual([w.atlas])
  })

  it('questions it cannot answer', async () => {
    await using w = await asking()
    const questions = [
      ['/fetch', 'invalid_request'],
      ['/fetch?sub=nonsense', 'invalid_request'],
      ['/fetch?sub=https://a.example&sub=https://b.example', 'invalid_request'],
      [`/fetch?sub=${w.alliance}`, 'invalid_request'],
      ['/list?trust_marked=true', 'unsupported_parameter'],
    ] as const
    for (const [path, error] of questions) {
      const answer = await w.get(path)
      expect([path, answer.status]).toEqual([path, 400])
      expect(await answer.json()).toMatchObject({ error })
    }
  })
})

describe('guards', () => {
  it('the words of an alliance: a member vouches for nobody', async () => {
    await using w = await asking()
    for (const path of ['/fetch?sub=https://a.example', '/list']) {
      const answer = await w.north.app.request(`${w.atlas}/exchange${path}`)
      expect(answer.status).toBe(404)
    }
  })
})
