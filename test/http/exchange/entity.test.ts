import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/core/kernel/bytes.ts'
import { presets } from '../../../src/core/severity/preset.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { oneGateway, sure } from '../../flows/members/gateways.ts'

const WELL_KNOWN = '/.well-known/openid-federation'

describe('serves', () => {
  it('the configuration of a hosted member at its identifier', async () => {
    await using w = await oneGateway()
    const answer = await w.north.app.request(`${w.atlas}${WELL_KNOWN}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/entity-statement+jwt')
    expect(decodeJwt(await answer.text())).toMatchObject({ iss: w.atlas, sub: w.atlas })
  })

  it('a member with a domain of its own, whether the proxy keeps the scheme or not', async () => {
    await using w = await oneGateway()
    const id = 'https://support.cedar.example/vendors'
    await w.north.create({ handle: 'cedar', id })
    for (const address of [id, id.replace('https', 'http'), 'https://north.test/members/cedar']) {
      const answer = await w.north.app.request(`${address}${WELL_KNOWN}`)
      const claims = decodeJwt<{ metadata: { case_gateway: object } }>(await answer.text())
      expect(claims.sub).toBe(id)
      expect(claims.metadata.case_gateway).toMatchObject({
        events_endpoint: 'https://north.test/members/cedar/exchange/events',
      })
    }
  })

  it('a member whose identifier is a bare domain', async () => {
    await using w = await oneGateway()
    const { id } = await w.north.create({ handle: 'cedar', id: 'https://cedar.example' })
    const answer = await w.north.app.request(`https://cedar.example${WELL_KNOWN}`)
    expect(decodeJwt(await answer.text()).sub).toBe(id)
  })

  it('retired keys, of members and alliances', async () => {
    await using w = await oneGateway()
    for (const id of [w.atlas, w.alliance]) {
      const answer = await w.north.app.request(`${id}/exchange/historical-keys`)
      expect(answer.headers.get('content-type')).toBe('application/jwk-set+jwt')
      expect(decodeJwt(await answer.text())).toMatchObject({ iss: id, keys: [] })
    }
  })

  it('the documents that the metadata names, by their hashes', async () => {
    await using w = await oneGateway()
    const entity = await w.north.deps.members.findEntity(w.atlas)
    const [preset] = presets()
    if (!entity || !preset) throw new Error('atlas is hosted and presets are shipped')
    const fields = [{ key: 'a', label: 'A', required: true, kind: 'text' }] as const
    const profile = {
      ...entity.profile,
      scheme: { id: preset.id, version: preset.version },
      intakeForm: { id: 'form', fields },
    }
    sure(await saveProfile(w.north.deps, w.north.site, w.atlas, { profile }))
    const configuration = await w.north.app.request(`${w.atlas}${WELL_KNOWN}`)
    const { metadata } = decodeJwt<{
      metadata: { case_gateway: Record<string, { uri: string; sha256: string }> }
    }>(await configuration.text())
    for (const name of ['severity_scheme', 'intake_form']) {
      const named = metadata.case_gateway[name]
      const answer = await w.north.app.request(named?.uri ?? '')
      expect(await digestOf(await answer.text())).toBe(named?.sha256)
      expect(answer.headers.get('content-type')).toBe('application/json')
    }
  })
})

describe('refuses', () => {
  it('to speak for those that are not here, and of documents that there are none', async () => {
    await using w = await oneGateway()
    const addresses = [
      'https://north.test/members/nobody/.well-known/openid-federation',
      'https://nobody.example/.well-known/openid-federation',
      'https://north.test/members/nobody/exchange/historical-keys',
      'https://north.test/members/nobody/exchange/intake-form',
      'https://north.test/members/atlas/exchange/intake-form',
      'https://north.test/members/atlas/exchange/scheme',
    ]
    for (const address of addresses) {
      const answer = await w.north.app.request(address)
      expect([address, answer.status]).toEqual([address, 404])
      expect(await answer.json()).toMatchObject({ error: 'not_found' })
    }
  })
})

describe('guards', () => {
  it('other addresses: they are left to other doors', async () => {
    await using w = await oneGateway()
    const answer = await w.north.app.request('https://north.test/api/cases')
    expect([answer.status, await answer.text()]).toEqual([404, '404 Not Found'])
    const posted = await w.north.app.request(`${w.atlas}${WELL_KNOWN}`, { method: 'POST' })
    expect(posted.status).toBe(404)
  })

  it('private keys: none is in anything it serves', async () => {
    await using w = await oneGateway()
    for (const path of [WELL_KNOWN, '/exchange/historical-keys']) {
      const jwt = await (await w.north.app.request(`${w.atlas}${path}`)).text()
      expect(JSON.stringify(decodeJwt(jwt))).not.toMatch(/"(d|sealed)":/)
    }
  })
})
