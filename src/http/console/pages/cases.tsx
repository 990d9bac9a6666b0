// The list of a member's cases: what each is, how it stands, who is in it, whose turn it is; found by words, number, partner, status.
import type { CaseRowView } from '../../../core/cases/view-row.ts'
import type { MemberId } from '../../../core/kernel/id.ts'
import type { Refusal } from '../../../core/kernel/refusal.ts'
import { Chip, Level, StatusChip, TestChip } from '../parts/chips.tsx'
import { FilterForm, type Filters } from '../parts/filter-form.tsx'
import { Frame } from '../parts/layout.tsx'
import { Moment, Name } from '../parts/moment.tsx'
import { Notice } from '../parts/notices.tsx'
import { Words } from '../parts/text.tsx'
import { STANDING_WORDS } from '../labels.ts'
import type { Reader } from '../reader.ts'
import { LEVEL_WORDS } from '../words.ts'

type CasesPageProps = {
  readonly rows: readonly CaseRowView[]
  readonly filters: Filters
  readonly partners: readonly MemberId[]
  /** Why the list could not be made as asked. */
  readonly refusal: Refusal | null
  readonly links: {
    readonly live: string
    readonly first: string | null
    readonly more: string | null
  }
  readonly reader: Reader
}

export const CasesPage = ({ rows, filters, partners, refusal, links, reader }: CasesPageProps) => (
  <Frame title="Cases" base={reader.base} reader={reader} live={links.live}>
    <h1>Cases</h1>
    <FilterForm filters={filters} partners={partners} reader={reader} />
    <div id="list" data-region>
      {refusal === null ? (
        <CaseList rows={rows} isFiltered={Object.keys(filters).length > 0} reader={reader} />
      ) : (
        <Notice tone="bad">
          <p>{refusal.detail}</p>
        </Notice>
      )}
      <nav class="more" aria-label="Pages of the list">
        {links.first === null ? null : (
          <a href={links.first} id="first-page">
            Latest cases
          </a>
        )}
        {links.more === null ? null : (
          <a href={links.more} id="next-page">
            Earlier cases
          </a>
        )}
      </nav>
    </div>
  </Frame>
)

type ListProps = { readonly rows: readonly CaseRowView[]; readonly reader: Reader }

const CaseList = ({ rows, isFiltered, reader }: ListProps & { readonly isFiltered: boolean }) =>
  rows.length === 0 ? (
    <p class="card">{isFiltered ? 'No case fits.' : 'There is no case yet.'}</p>
  ) : (
    <CaseTable rows={rows} reader={reader} />
  )

const COLUMNS = ['Case', 'Status', 'Severity', 'Vendors', 'Next step', 'Changed'] as const

/** The roles say again what the elements are: on small screens they are laid out as cards, and browsers forget. */
const CaseTable = ({ rows, reader }: ListProps) => (
  <table class="cases" role="table">
    <caption class="hidden">Cases, the latest change first</caption>
    <thead role="rowgroup">
      <tr role="row">
        {COLUMNS.map((column) => (
          <th scope="col" role="columnheader">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <Row row={row} reader={reader} />
      ))}
    </tbody>
  </table>
)

/** What was asked for and what was agreed to, wherever that is not simply what counts. */
const Asked = ({ row: { severity, requested, accepted } }: { readonly row: CaseRowView }) =>
  severity === null || (requested === severity && accepted === severity) ? null : (
    <span class="quiet asked">
      {requested === null ? 'not asked for' : `asked: ${LEVEL_WORDS[requested]}`}
      {' · '}
      {accepted === null ? 'not agreed yet' : `agreed: ${LEVEL_WORDS[accepted]}`}
    </span>
  )

const Row = ({ row, reader }: { readonly row: CaseRowView; readonly reader: Reader }) => (
  <tr role="row" class={row.waitingOnUs ? 'ours' : ''} id={`c-${row.caseId}`} data-entry>
    <th scope="row" role="rowheader">
      <a
        class="told"
        href={`${reader.base}/cases/${row.caseId}`}
        id={`open-${row.caseId}`}
        dir="auto"
      >
        <Words text={row.summary ?? 'Case without a summary'} />
      </a>
      <span class="quiet reference">
        {row.reference}
        {row.product === null ? null : (
          <>
            {' · '}
            <Words text={row.product.code} />
          </>
        )}
      </span>
    </th>
    <td role="cell" data-label="Status">
      <StatusChip status={row.status} stage={row.stage} /> {row.test ? <TestChip /> : null}
    </td>
    <td role="cell" data-label="Severity">
      {row.severity === null ? <span class="quiet">none</span> : <Level level={row.severity} />}
      <Asked row={row} />
    </td>
    <td role="cell" data-label="Vendors">
      <ul class="parties">
        {row.participants.map(({ member, standing, caseNumber }) => (
          <li class={standing === 'accepted' ? '' : 'quiet'}>
            <Words text={reader.nameOf(member)} />
            {caseNumber === null ? null : (
              <span class="number">
                {' '}
                <Words text={caseNumber} />
              </span>
            )}
            {standing === 'accepted' ? null : <span> ({STANDING_WORDS[standing]})</span>}
          </li>
        ))}
      </ul>
    </td>
    <td role="cell" data-label="Next step">
      {row.status === 'closed' ? (
        <span class="quiet">nobody</span>
      ) : (
        <Name reader={reader} member={row.holder} />
      )}{' '}
      {row.waitingOnUs ? <Chip tone="warn">Waits for you</Chip> : null}
    </td>
    <td role="cell" data-label="Changed">
      <Moment reader={reader} at={row.updatedAt} />
    </td>
  </tr>
)
