import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { admitMember, listMembers } from '../../../src/flows/members/admit-member.ts'
import { requestAdmission } from '../../../src/flows/members/request-admission.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { exchangeTrustRoutes } from '../../../src/http/exchange/trust-routes.ts'
import { settingsOf, sure, trusts, twoGateways, wordOf } from './gateways.ts'

const strangers = async () => {
  const w = await twoGateways()
  const { id: alliance } = await w.north.create({ handle: 'alliance', role: 'anchor' })
  const { id: borealis } = await w.south.create({ handle: 'borealis' })
  const ask = () => requestAdmission(w.south.deps, borealis, alliance)
  return { ...w, alliance, borealis, ask }
}

describe('asking an alliance', () => {
  it('ends in a request that its operator sees, and names the alliance as superior', async () => {
    await using w = await strangers()
    await trusts(w.south, w.borealis, w.north, w.alliance)
    expect(sure(await w.ask())).toEqual({ status: 'requested' })
    expect(await listMembers(w.north.deps, w.alliance, 'requested')).toMatchObject([
      { member: w.borealis, name: 'borealis' },
    ])
    const entity = await w.south.deps.members.findEntity(w.borealis)
    expect(entity?.authorityHints).toEqual([w.alliance])
  })

  it('lets others resolve the member once it is admitted', async () => {
    await using w = await strangers()
    const { id: atlas } = await w.north.create({ handle: 'atlas' })
    await trusts(w.north, atlas, w.north, w.alliance)
    await trusts(w.south, w.borealis, w.north, w.alliance)
    sure(await w.ask())
    expect(wordOf(await resolvePartner(w.north.deps, atlas, w.borealis))).toBe('partner-untrusted')
    sure(await admitMember(w.north.deps, w.alliance, w.borealis))
    const resolved = await resolvePartner(w.north.deps, atlas, w.borealis, { fresh: true })
    expect(sure(resolved).footing).toBe('good')
    expect(sure(await w.ask())).toEqual({ status: 'admitted' })
  })

  it('is not done while its keys are not trusted here', async () => {
    await using w = await strangers()
    expect(wordOf(await w.ask())).toBe('chain-anchor-unknown')
    expect(await settingsOf(w.south, w.borealis)).toEqual(['entity-created'])
  })

  it('is not done for an anchor, nor for somebody hosted elsewhere', async () => {
    await using w = await strangers()
    const asked = await requestAdmission(w.north.deps, w.alliance, w.alliance)
    expect(wordOf(asked)).toBe('member-unknown')
    const elsewhere = await requestAdmission(w.north.deps, w.borealis, w.alliance)
    expect(wordOf(elsewhere)).toBe('member-unknown')
  })

  it('tells what the alliance answered', async () => {
    await using w = await strangers()
    await trusts(w.south, w.borealis, w.north, w.alliance)
    const path = '/members/alliance/exchange/admission'
    const routes = exchangeTrustRoutes(w.north.deps, w.north.site)
    const answering = (status: 500 | 409, body: string) =>
      w.wire.attach(
        'https://north.test',
        new Hono().post(path, (c) => c.body(body, status)).route('/', routes),
      )
    answering(409, '{"error":"invalid_client","error_description":"ask the operator"}')
    expect(await w.ask()).toMatchObject({
      code: 'admission-refused',
      detail: 'the alliance answered: ask the operator',
    })
    answering(500, 'oops')
    expect(await w.ask()).toMatchObject({ detail: 'the alliance answered: status 500' })
  })
})
