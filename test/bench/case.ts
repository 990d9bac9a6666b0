// npm run bench:case — what a long case and a long list cost beside short ones: the same step or page of a case of 5,000 events
// and of one of 50, the first page of 200,000 cases and of 1,000. Turns alternate. --quick shows that it works.
import type { CaseId, MemberId } from '../../src/core/kernel/id.ts'
import { readCase } from '../../src/flows/cases/read-case.ts'
import { readCases } from '../../src/flows/cases/read-cases.ts'
import { readHistory } from '../../src/flows/cases/read-history.ts'
import { readNotes } from '../../src/flows/cases/read-notes.ts'
import { createMember } from '../../src/flows/members/create-member.ts'
import type { CaseFilter } from '../../src/flows/case-ports.ts'
import type { Gateway } from '../../src/runtime/compose.ts'
import { granted } from '../../src/runtime/trouble.ts'
import type { Database } from '../../src/storage/database.ts'
import type { Schema } from '../../src/storage/schema.ts'
import { createStores } from '../../src/storage/stores.ts'
import { depsFor, makeAuthor } from './kit/cases.ts'
import type { Author } from './kit/cases.ts'
import { composeAlone } from './kit/compose.ts'
import { startDurablePostgres } from './kit/durable-postgres.ts'
import { fillList } from './kit/fill-list.ts'
import { caseOf, ownStep, stateOf, theirStep, timed } from './kit/long-case.ts'
import type { Setting } from './kit/long-case.ts'
import { median, printFigure, printMachine, printRatio, readAsked } from './kit/report.ts'

const { quick } = readAsked()
const [SHORT, LONG] = quick ? [20, 200] : [50, 5_000]
const [FEW, MANY] = quick ? [100, 1_000] : [1_000, 200_000]
const ROUNDS = quick ? 2 : 10
const STEPS = quick ? 5 : 20
const CROSSINGS = quick ? 3 : 10
const PAGES = quick ? 2 : 20

async function newMember(gateway: Gateway, handle: string): Promise<MemberId> {
  const wanted = { handle, role: 'member', name: handle } as const
  return granted(await createMember(gateway.deps, gateway.site, wanted), 'creating a member').id
}

/** The same on a long case and on short ones, in turn; every round has a short one of its own, that stays short. */
async function compare(
  { setting, long }: Measured,
  name: string,
  wanted: string,
  step: (id: CaseId) => Promise<number>,
  steps = STEPS,
): Promise<void> {
  const ratios: number[] = []
  const all: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const short = await caseOf(setting, SHORT)
    const took: { short: number[]; long: number[] } = { short: [], long: [] }
    for (let n = 0; n < steps; n++) {
      took.long.push(await step(long))
      took.short.push(await step(short))
    }
    ratios.push(median(took.long) / median(took.short))
    all.push(...took.short)
  }
  printFigure(`${name}, ${SHORT} events`, `${median(all).toFixed(1)} ms`)
  printRatio(`ratio: ${name}, ${LONG.toLocaleString('en')} events to ${SHORT}`, ratios, wanted)
}

type Measured = { readonly setting: Setting; readonly long: CaseId }

async function measureReads(measured: Measured): Promise<void> {
  const { deps, member } = measured.setting
  const page = { after: null, limit: 50 }
  const read = (name: string, work: (id: CaseId) => Promise<object>): Promise<void> =>
    compare(measured, name, 'within 2', (id) =>
      timed(async () => granted(await work(id), `reading ${name}`)),
    )
  await read('a case', (id) => readCase(deps, member, id))
  for (const [end, newestFirst] of [
    ['newest', true],
    ['oldest', false],
  ] as const) {
    await read(`first page of notes, ${end} first`, (id) =>
      readNotes(deps, member, id, { ...page, newestFirst }),
    )
    await read(`first page of history, ${end} first`, (id) =>
      readHistory(deps, member, id, { ...page, newestFirst, withToken: false }),
    )
  }
}

async function measureAppends(measured: Measured, database: Database<Schema>): Promise<void> {
  const { setting } = measured
  await compare(measured, 'a note of ours', 'about 1', (id) => ownStep(setting, id))
  await compare(measured, "a partner's note", 'about 1', async (id) =>
    theirStep(setting, id, await stateOf(setting, id)),
  )
  await compare(measured, "a partner's note, process new to the case", 'within 2', async (id) => {
    const { cases } = createStores(database)
    return theirStep(setting, id, await stateOf(setting, id), { ...setting.deps, cases })
  })
}

/** Neither has seen what the other wrote last. Each step writes two events, and a case is full at some number: so fewer steps. */
async function measureCrossings(measured: Measured, database: Database<Schema>): Promise<void> {
  const { setting } = measured
  const crossing = async (id: CaseId, cold: boolean): Promise<number> => {
    const seen = await stateOf(setting, id)
    await ownStep(setting, id)
    const deps = cold ? { ...setting.deps, cases: createStores(database).cases } : setting.deps
    return theirStep(setting, id, seen, deps)
  }
  for (const [name, cold] of [
    ["a partner's note that crosses ours", false],
    ['the same, process new to the case', true],
  ] as const)
    await compare(measured, name, 'within 2', (id) => crossing(id, cold), CROSSINGS)
}

async function measureLists(
  gateway: Gateway,
  database: Database<Schema>,
  partner: Author,
): Promise<void> {
  const few = await newMember(gateway, 'few')
  const many = await newMember(gateway, 'many')
  for (const [member, count] of [
    [few, FEW],
    [many, MANY],
  ] as const) {
    const id = await caseOf({ deps: depsFor(gateway.deps, [partner]), member, partner }, 1)
    await fillList(database, member, id, count)
  }
  await database.script('vacuum analyze')
  const filters: Record<string, CaseFilter> = {
    'all cases': {},
    'open cases': { status: 'open' },
    'cases with one partner': { partner: partner.id },
    'the case of a number': { number: 'N-77' },
  }
  for (const [name, filter] of Object.entries(filters)) {
    const page = async (member: MemberId): Promise<number> =>
      timed(async () => {
        const read = await readCases(gateway.deps, member, filter, { after: null, limit: 50 })
        if (granted(read, 'reading a page').items.length === 0) throw new Error(`${name}: none`)
      })
    const ratios: number[] = []
    const short: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const took: { few: number[]; many: number[] } = { few: [], many: [] }
      for (let n = 0; n < PAGES; n++) {
        took.many.push(await page(many))
        took.few.push(await page(few))
      }
      ratios.push(median(took.many) / median(took.few))
      short.push(...took.few)
    }
    const sizes = `${MANY.toLocaleString('en')} to ${FEW.toLocaleString('en')}`
    printFigure(
      `first page of ${name}, of ${FEW.toLocaleString('en')}`,
      `${median(short).toFixed(1)} ms`,
    )
    printRatio(`ratio: first page of ${name}, ${sizes}`, ratios, 'about 1')
  }
}

async function main(): Promise<void> {
  await using postgres = await startDurablePostgres()
  const { database } = await postgres.database('cases')
  const gateway = await composeAlone(database)
  const partner = await makeAuthor('partner', 'Ed25519')
  const deps = depsFor(gateway.deps, [partner])
  printMachine()
  const setting = { deps, member: await newMember(gateway, 'writer'), partner }
  const measured = { setting, long: await caseOf(setting, LONG) }
  await measureReads(measured)
  await measureAppends(measured, database)
  await measureCrossings({ setting, long: await caseOf(setting, LONG) }, database)
  await measureLists(gateway, database, partner)
}

await main()
