// The problem as the lead of the case states it: the structured record, and the questions it answered before asking others in.
import type { CaseView } from '../../../core/cases/view.ts'
import { KIND_WORDS, PROBLEM_WORDS } from '../labels.ts'
import { problemTextsOf } from '../problem-texts.ts'
import type { Reader } from '../reader.ts'
import { wordFor } from '../words.ts'
import { Moment } from './moment.tsx'
import { Value, Words } from './text.tsx'

type Props = { readonly view: CaseView; readonly reader: Reader }

export const Problem = ({ view, reader }: Props) => {
  const { product, kind, review, statedAt } = view.problem
  const texts = problemTextsOf(view)
  const fields = Object.entries(PROBLEM_WORDS).filter(
    ([slot]) => slot !== 'summary' && (texts[slot] ?? null) !== null,
  )
  return (
    <section class="card" id="problem" data-region aria-labelledby="problem-title">
      <h2 id="problem-title">Problem</h2>
      <p class="quiet">
        {wordFor(KIND_WORDS, kind)}, stated <Moment reader={reader} at={statedAt} />
      </p>
      <dl class="fields">
        {product === null ? null : (
          <div>
            <dt>Product</dt>
            <dd>
              <Words text={product.code} />
              {product.version === null ? null : (
                <>
                  , version <Words text={product.version} />
                </>
              )}
            </dd>
          </div>
        )}
        {fields.map(([slot, label]) => (
          <div class={slot === 'messages' ? 'exact' : ''}>
            <dt>{label}</dt>
            <dd>
              <Value value={texts[slot]} />
            </dd>
          </div>
        ))}
        {review === null ? null : <Review review={review} />}
      </dl>
    </section>
  )
}

const WORKAROUND_WORDS = {
  none: 'there is none',
  unusable: 'there is one, and it cannot be used',
  usable: 'there is one that can be used',
  'not-tried': 'there is one, not tried yet',
} as const

const answer = (value: unknown): string =>
  value === true ? 'yes' : value === false ? 'no' : 'not answered'

const Review = ({ review }: { readonly review: Readonly<Record<string, unknown>> }) => (
  <div>
    <dt>Checked before asking others</dt>
    <dd>
      <ul class="values">
        <li>The problem statement is confirmed: {answer(review['problemConfirmed'])}</li>
        <li>The business impact is described: {answer(review['impactDescribed'])}</li>
        <li>A workaround: {wordFor(WORKAROUND_WORDS, review['workaround'])}</li>
        <li>
          A milestone that is at risk:{' '}
          {typeof review['milestone'] === 'string' ? <Words text={review['milestone']} /> : 'none'}
        </li>
      </ul>
    </dd>
  </div>
)
