// Scene 6: the third vendor finds the bug. It has the baton while it works, and gives it back to the host.
import { arrives, inCase, type Stage, write } from '../stage.ts'
import { passBaton, showSeverities } from './severity-and-baton.ts'

export async function batonToFern(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.scene('Fern takes over')
  tell.act('Fern states its number, and rates the case in its own words.')
  await write(stage, fern, 'state its case number', (api, header) =>
    api.PUT('/api/cases/{caseId}/slots/{slot}', {
      params: { path: { ...inCase(stage).path, slot: 'case-number' }, header },
      body: { value: '03911774', audience: 'all' },
    }),
  )
  const claimed = await write(stage, fern, 'claim a severity', (api, header) =>
    api.POST('/api/cases/{caseId}/severity', {
      params: { ...inCase(stage), header },
      body: { code: 'Severity 2 (high)', reason: 'initial' },
    }),
  )
  await arrives(stage, claimed, nimbus, basalt)
  await showSeverities(stage, fern)
  tell.act('Basalt offers the baton to Fern.')
  await passBaton(stage, basalt, fern, 'Nothing left to find on the array; the waiting is yours.')
}

export async function workaround(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.act('Fern finds a bug in its kernel and writes a workaround, for all.')
  const written = await write(stage, fern, 'write the workaround', (api, header) =>
    api.POST('/api/cases/{caseId}/notes', {
      params: { ...inCase(stage), header },
      body: {
        text: 'Kernel bug FL-21877: after an iSCSI session reset the path checker waits for replacement_timeout (120 s) although the path is known to be dead. Workaround: set node.session.timeo.replacement_timeout = 5 and reload. A fixed kernel follows.',
        kind: 'workaround',
        re: null,
        audience: 'all',
      },
    }),
  )
  await arrives(stage, written, nimbus, basalt)
  tell.act('Fern offers the baton to Nimbus, who brings the workaround to the customer.')
  await passBaton(stage, fern, nimbus, 'Please apply it with the customer tonight.')
}
