// Scene 7: closed with the workaround, reopened because it returned, and closed again when it was solved.
import type { Vendor } from '../vendor.ts'
import { arrives, inCase, onEngagement, type Stage, write } from '../stage.ts'
import { showSeverities } from './severity-and-baton.ts'

export async function closing(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.scene('Closed, reopened, closed')
  tell.act('The workaround holds through the test window; Nimbus closes the case.')
  const closed = await write(stage, nimbus, 'close the case', (api, header) =>
    api.POST('/api/cases/{caseId}/close', {
      params: { ...inCase(stage), header },
      body: { code: 'workaround', text: 'With 5 seconds the guests do not notice the fail-over.' },
    }),
  )
  await arrives(stage, closed, basalt, fern)
}

export async function reopening(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.act('It froze again at one site. Basalt hears of it first and asks for reopening.')
  const asked = await write(stage, basalt, 'ask for reopening', (api, header) =>
    api.POST('/api/cases/{caseId}/request-reopening', {
      params: { ...inCase(stage), header },
      body: {
        code: 'returned',
        text: 'Lund froze at 04:20: its guests still have the old setting.',
      },
    }),
  )
  await arrives(stage, asked, nimbus)
  tell.act('Nimbus reopens it.')
  const reopened = await write(stage, nimbus, 'reopen the case', (api, header) =>
    api.POST('/api/cases/{caseId}/reopen', {
      params: { ...inCase(stage), header },
      body: { code: 'returned', text: 'Lund was missed; Fern’s fixed kernel goes there first.' },
    }),
  )
  await arrives(stage, reopened, basalt, fern)
}

export async function solved(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.act('Fern ships the fixed kernel; it is on every site by noon. Nimbus lowers its severity.')
  const lowered = await write(stage, nimbus, 'lower its severity', (api, header) =>
    api.POST('/api/cases/{caseId}/severity', {
      params: { ...inCase(stage), header },
      body: {
        code: 'Minor (On Premise Severity 3)',
        reason: 'restored',
        note: 'All sites run it.',
      },
    }),
  )
  await arrives(stage, lowered, basalt, fern)
  await showSeverities(stage, nimbus)
  tell.act('Fern and Basalt say that their parts are done; Nimbus confirms.')
  await complete(stage, fern, 'solved', 'Fixed in kernel 5.14.0-427.31.fl9.')
  await complete(stage, basalt, 'no-fault-found', 'The array behaves as designed.')
  tell.act('Nimbus closes the case for good.')
  const closed = await write(stage, nimbus, 'close the case again', (api, header) =>
    api.POST('/api/cases/{caseId}/close', {
      params: { ...inCase(stage), header },
      body: {
        code: 'solved',
        text: 'Fixed kernel on all sites; four fail-overs without a freeze.',
      },
    }),
  )
  await arrives(stage, closed, basalt, fern)
}

async function complete(
  stage: Stage,
  by: Vendor,
  outcome: 'solved' | 'no-fault-found',
  text: string,
): Promise<void> {
  const { nimbus } = stage
  const done = await write(stage, by, `complete ${by.handle}’s part`, (api, header) =>
    api.POST('/api/cases/{caseId}/engagements/{engagementId}/complete', {
      params: { ...onEngagement(stage, by), header },
      body: { outcome, text, audience: 'all' },
    }),
  )
  await arrives(stage, done, nimbus)
  const confirmed = await write(stage, nimbus, `confirm ${by.handle}’s part`, (api, header) =>
    api.POST('/api/cases/{caseId}/engagements/{engagementId}/confirm', {
      params: { ...onEngagement(stage, by), header },
      body: {},
    }),
  )
  await arrives(stage, confirmed, by)
}
