// npm run bench:case — what a long case and a long list cost beside short ones: the same step on a case of 5,000 events and on one
// of 50, the first page of 200,000 cases and of 1,000. Turns alternate. --quick shows that it works.
import type { CaseState } from '../../src/core/cases/case.ts'
import type { CaseCommand } from '../../src/core/cases/command.ts'
import type { CaseId, MemberId } from '../../src/core/kernel/id.ts'
import { actOnCase } from '../../src/flows/cases/act-on-case.ts'
import { readCases } from '../../src/flows/cases/read-cases.ts'
import { receiveEvents } from '../../src/flows/exchange/receive-events.ts'
import { createMember } from '../../src/flows/members/create-member.ts'
import type { CaseFilter } from '../../src/flows/case-ports.ts'
import type { Deps } from '../../src/flows/ports.ts'
import type { Gateway } from '../../src/runtime/compose.ts'
import { granted } from '../../src/runtime/trouble.ts'
import type { Database } from '../../src/storage/database.ts'
import type { Schema } from '../../src/storage/schema.ts'
import { depsFor, keep, makeAuthor, shareCase, write } from './kit/cases.ts'
import type { Author } from './kit/cases.ts'
import { composeAlone } from './kit/compose.ts'
import { startDurablePostgres } from './kit/durable-postgres.ts'
import { fillList } from './kit/fill-list.ts'
import { median, printFigure, printMachine, printRatio, readAsked } from './kit/report.ts'

const { quick } = readAsked()
const [SHORT, LONG] = quick ? [20, 200] : [50, 5_000]
const [FEW, MANY] = quick ? [100, 1_000] : [1_000, 200_000]
const ROUNDS = quick ? 2 : 10
const STEPS = quick ? 5 : 20
const PAGES = quick ? 2 : 20
const CROSSINGS = quick ? 1 : 3

const NOTE: CaseCommand = {
  type: 'add-note',
  kind: 'update',
  re: null,
  text: 'The worker was restarted; the queue is shorter than it was an hour ago.',
  readers: 'case',
}

type Setting = { readonly deps: Deps; readonly member: MemberId; readonly partner: Author }

async function newMember(gateway: Gateway, handle: string): Promise<MemberId> {
  const wanted = { handle, role: 'member', name: handle } as const
  return granted(await createMember(gateway.deps, gateway.site, wanted), 'creating a member').id
}

/** A case that a partner opened and we accepted, of so many events: half of the notes theirs, half ours. */
async function caseOf({ deps, member, partner }: Setting, size: number): Promise<CaseId> {
  const [key] = await deps.members.keysOf(member, 'event')
  if (!key) throw new Error('a member has an event key')
  let made = await shareCase(deps, partner, [{ id: member, publicKey: key.publicKey }])
  const { id } = made.state
  await keep(deps, member, made, null)
  for (let version = 1; made.state.size < size; version++) {
    const by = version % 2 === 0 ? member : partner.id
    const notes = Array.from({ length: Math.min(50, size - made.state.size) }, () => NOTE)
    made = await write(deps, by, made.state, notes)
    await keep(deps, member, made, version)
  }
  return id
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function stateOf({ deps, member }: Setting, id: CaseId): Promise<CaseState> {
  const stored = await deps.cases.loadCase(member, id)
  if (!stored) throw new Error('the case is here')
  return stored.state
}

const ownStep = async ({ deps, member }: Setting, id: CaseId): Promise<number> =>
  timed(async () => granted(await actOnCase(deps, member, id, NOTE), 'writing a note'))

/** A partner's event that has seen `seen` of the case. */
async function theirStep(setting: Setting, id: CaseId, seen: CaseState): Promise<number> {
  const { deps, member, partner } = setting
  const { rows, texts } = await write(deps, partner.id, seen, [NOTE])
  const incoming = rows.map(({ token }) => ({
    key: 'note',
    token,
    disclosures: () => texts.map((t) => t.disclosure),
  }))
  return timed(async () => {
    const outcome = (await receiveEvents(deps, member, incoming, null)).get('note')
    if (outcome?.word !== 'taken') throw new Error(`the note on ${id} is ${outcome?.word}`)
  })
}

async function steps(
  setting: Setting,
  short: CaseId,
  long: CaseId,
  step: (id: CaseId) => Promise<number>,
  rounds: number,
  count: number,
): Promise<{ ratios: number[]; short: number }> {
  const ratios: number[] = []
  const all: number[] = []
  for (let round = 0; round < rounds; round++) {
    const took: { short: number[]; long: number[] } = { short: [], long: [] }
    for (let n = 0; n < count; n++) {
      took.long.push(await step(long))
      took.short.push(await step(short))
    }
    ratios.push(median(took.long) / median(took.short))
    all.push(...took.short)
  }
  return { ratios, short: median(all) }
}

async function measureAppends(setting: Setting): Promise<void> {
  const [short, long] = [await caseOf(setting, SHORT), await caseOf(setting, LONG)]
  const own = await steps(setting, short, long, (id) => ownStep(setting, id), ROUNDS, STEPS)
  const onTop = async (id: CaseId) => theirStep(setting, id, await stateOf(setting, id))
  const theirs = await steps(setting, short, long, onTop, ROUNDS, STEPS)
  // Neither has seen what the other wrote last: the one kind of step that reads the history.
  const crossing = async (id: CaseId): Promise<number> => {
    const seen = await stateOf(setting, id)
    await ownStep(setting, id)
    return theirStep(setting, id, seen)
  }
  const crossed = await steps(setting, short, long, crossing, 1, CROSSINGS)
  const sizes = `${LONG.toLocaleString('en')} events to ${SHORT}`
  printFigure(`a note of ours on a case of ${SHORT} events`, `${own.short.toFixed(1)} ms`)
  printRatio(`ratio: a note of ours, ${sizes}`, own.ratios, 'about 1')
  printRatio(`ratio: a partner's note, ${sizes}`, theirs.ratios, 'about 1')
  printFigure(`a note that crosses one, ${SHORT} events`, `${crossed.short.toFixed(1)} ms`)
  printRatio(`ratio: a partner's note that crosses ours, ${sizes}`, crossed.ratios)
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
  await measureAppends({ deps, member: await newMember(gateway, 'writer'), partner })
  await measureLists(gateway, database, partner)
}

await main()
