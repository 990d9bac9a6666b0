// The form above the list of cases. What was asked stands in it again.
import type { MemberId } from '../../../core/kernel/id.ts'
import { plainWords } from '../marks.ts'
import type { Reader } from '../reader.ts'

export type Filters = {
  readonly text?: string
  readonly number?: string
  readonly status?: string
  readonly partner?: string
  readonly ours?: 'yes'
}

export const STATUS_CHOICES = {
  open: 'Open',
  closed: 'Closed',
  'closed-contested': 'Closed, contested',
  invited: 'Invited, not answered',
  declined: 'Declined by you',
} as const

type Props = {
  readonly filters: Filters
  readonly partners: readonly MemberId[]
  readonly reader: Reader
}

export const FilterForm = ({ filters, partners, reader }: Props) => (
  <form class="card filters" method="get" action={`${reader.base}/cases`} role="search">
    <label for="f-text">
      Words
      <input id="f-text" name="text" type="search" maxlength={200} value={filters.text ?? ''} />
    </label>
    <label for="f-number">
      Number or reference
      <input id="f-number" name="number" maxlength={80} value={filters.number ?? ''} />
    </label>
    <label for="f-status">
      Status
      <select id="f-status" name="status">
        <option value="">Any</option>
        {Object.entries(STATUS_CHOICES).map(([value, label]) => (
          <option value={value} selected={filters.status === value}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <label for="f-partner">
      Vendor
      <select id="f-partner" name="partner">
        <option value="">Any</option>
        {partners.map((partner) => (
          <option value={partner} selected={filters.partner === partner}>
            {plainWords(reader.nameOf(partner))}
          </option>
        ))}
      </select>
    </label>
    <label class="check" for="f-ours">
      <input id="f-ours" name="ours" type="checkbox" value="yes" checked={filters.ours === 'yes'} />
      We own the next step
    </label>
    <p class="buttons">
      <button type="submit">Show</button>
      {Object.keys(filters).length === 0 ? null : <a href={`${reader.base}/cases`}>Show all</a>}
    </p>
  </form>
)
