// A gateway to measure, on a database to measure on: the real clock, the real keys, nobody to call.
import { composeGateway } from '../../../src/runtime/compose.ts'
import type { Gateway } from '../../../src/runtime/compose.ts'
import { pause, systemClock, systemRandom } from '../../../src/runtime/system.ts'
import { importMasterKey } from '../../../src/signing/master-key.ts'
import type { Nudge } from '../../../src/flows/ports.ts'
import type { Database } from '../../../src/storage/database.ts'
import type { Schema } from '../../../src/storage/schema.ts'

export async function composeAlone(database: Database<Schema>, nudge?: Nudge): Promise<Gateway> {
  return composeGateway({
    database,
    net: { request: () => Promise.reject(new Error('a benchmark calls nobody')) },
    masters: [await importMasterKey(systemRandom.bytes(32))],
    clock: systemClock,
    random: systemRandom,
    pause,
    highWater: { read: async () => null, raise: async () => undefined },
    site: { publicUrl: 'https://bench.example' },
    ...(nudge ? { nudge } : {}),
  })
}
