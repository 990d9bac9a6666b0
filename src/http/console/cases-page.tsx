// Answers with the list of cases, filtered as asked.
import type { Context } from 'hono'
import { z } from 'zod'
import { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { readCases } from '../../flows/cases/read-cases.ts'
import { endOfFeed } from '../../flows/cases/read-feed.ts'
import type { CaseFilter } from '../../flows/case-ports.ts'
import { knownPartners, metPartners } from '../../flows/members/known-partners.ts'
import type { AppDeps } from '../context.ts'
import { parseFields } from '../fields.ts'
import type { Setting } from './case-page.tsx'
import { CasesPage } from './pages/cases.tsx'
import { type Filters, STATUS_CHOICES } from './parts/filter-form.tsx'
import { namesOf, type Reader } from './reader.ts'

const PAGE_CASES = 50

const STATUSES = Object.keys(STATUS_CHOICES) as (keyof typeof STATUS_CHOICES)[]

const Query = z.object({
  text: z.string().max(200).optional(),
  number: z.string().max(80).optional(),
  status: z.enum(STATUSES).optional(),
  partner: MemberId.optional(),
  ours: z.literal('yes').optional(),
  after: z.string().max(500).optional(),
})
type Query = z.infer<typeof Query>

export async function showCases(
  c: Context,
  deps: AppDeps,
  { base, zone }: Setting,
): Promise<Response> {
  const { member: us, name } = c.var.pass
  const given = givenFields(c.req.query())
  const query = parseFields(Query, given)
  const stamp = await endOfFeed(deps, us)
  const found =
    query instanceof Refusal
      ? query
      : await readCases(deps, us, filterOf(query, us), {
          after: query.after ?? null,
          limit: PAGE_CASES,
        })
  const { items: rows, next } = found instanceof Refusal ? { items: [], next: null } : found
  const met = await metPartners(deps, us)
  const shown = [us, ...met, ...rows.flatMap((row) => row.participants.map((p) => p.member))]
  const known = await knownPartners(deps, us, shown)
  const names = new Map([...known].map(([id, partner]) => [id, partner.name]))
  const nameOf = namesOf(names, shown)
  const reader: Reader = { us, name, now: deps.clock.now(), zone, base, nonce: c.var.nonce, nameOf }
  const { after, ...filters } = given
  return c.html(
    <CasesPage
      rows={rows}
      filters={filters as Filters}
      partners={met.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'))}
      refusal={found instanceof Refusal ? found : null}
      links={linksOf(base, filters, { after, next, stamp })}
      reader={reader}
    />,
    found instanceof Refusal ? 422 : 200,
  )
}

/** A form sends its empty fields too. */
const givenFields = (query: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([name, value]) => value !== '' && Object.hasOwn(Query.shape, name)),
  )

const filterOf = ({ text, number, status, partner, ours }: Query, us: MemberId): CaseFilter => ({
  ...(text === undefined ? {} : { text }),
  ...(number === undefined ? {} : { number }),
  ...(status === undefined ? {} : { status }),
  ...(partner === undefined ? {} : { partner }),
  ...(ours === undefined ? {} : { holder: us }),
})

function linksOf(
  base: string,
  filters: Readonly<Record<string, string>>,
  { after, next, stamp }: { after: string | undefined; next: string | null; stamp: number },
) {
  const page = (more: Readonly<Record<string, string>>): string => {
    const query = new URLSearchParams({ ...filters, ...more }).toString()
    return `${base}/cases${query === '' ? '' : `?${query}`}`
  }
  return {
    live: `${base}/cases/live?seen=${stamp}`,
    first: after === undefined ? null : page({}),
    more: next === null ? null : page({ after: next }),
  }
}
