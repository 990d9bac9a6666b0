// Severity, side by side: the shared scale with every vendor where it stands, and in words who asked for what and who accepted what.
import type { CaseView } from '../../../core/cases/view.ts'
import { LEVELS, type SharedLevel } from '../../../core/severity/scale.ts'
import type { Reader } from '../reader.ts'
import { LEVEL_WORDS } from '../words.ts'
import { Level } from './chips.tsx'
import { Name } from './moment.tsx'
import { Words } from './text.tsx'

type SeverityProps = {
  readonly view: CaseView
  readonly laneOf: (member: CaseView['host']) => number
  readonly reader: Reader
}

export const Severity = ({
  asked,
  ...props
}: SeverityProps & {
  /** What the invitation states, while there is no more. */
  readonly asked: SharedLevel | null
}) => (
  <section class="card" id="severity" data-region aria-labelledby="severity-title">
    <h2 id="severity-title">Severity</h2>
    {props.view.severity.effective === null ? (
      <Unstated asked={asked} />
    ) : (
      <>
        <Scale {...props} />
        <InWords severity={props.view.severity} />
      </>
    )}
  </section>
)

const Unstated = ({ asked }: { readonly asked: SharedLevel | null }) =>
  asked === null ? (
    <p>Nobody has stated a severity yet.</p>
  ) : (
    <p>
      The invitation states: <Level level={asked} />
    </p>
  )

const Scale = ({ view, laneOf, reader }: SeverityProps) => (
  <ol class="scale">
    {LEVELS.map((level) => (
      <li class={level === view.severity.effective ? 'effective' : ''}>
        <Level level={level} />
        <ul>
          {view.participants
            .filter(({ severity }) => severity?.level === level)
            .map(({ member, severity }) => (
              <li class={`lane-${laneOf(member)}`}>
                <Name reader={reader} member={member} />
                {severity?.native ? (
                  <q>
                    <Words text={severity.native.code} />
                  </q>
                ) : null}
              </li>
            ))}
        </ul>
      </li>
    ))}
  </ol>
)

const word = (level: SharedLevel | null): string =>
  level === null ? 'nothing yet' : LEVEL_WORDS[level].toLowerCase()

const InWords = ({ severity }: { readonly severity: CaseView['severity'] }) => {
  const { effective, requested, accepted, gap, inOurScheme } = severity
  return (
    <dl class="facts">
      <div>
        <dt>In effect</dt>
        <dd>
          {word(effective)}
          <span class="quiet">, the gravest that anybody states</span>
        </dd>
      </div>
      <div>
        <dt>Asked for</dt>
        <dd>
          {word(requested)}
          <span class="quiet">, by the lead of the case</span>
        </dd>
      </div>
      <div>
        <dt>Accepted</dt>
        <dd>
          {word(accepted)}
          <span class="quiet">, the mildest of the others</span>
        </dd>
      </div>
      <div>
        <dt>Gap</dt>
        <dd>{gapWords(gap)}</dd>
      </div>
      {inOurScheme === null ? null : (
        <div>
          <dt>In your words</dt>
          <dd>
            <Words text={ownWords(inOurScheme)} />
            <span class="quiet">{ROUNDED[inOurScheme.result]}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}

type OwnWords = NonNullable<CaseView['severity']['inOurScheme']>

const ownWords = ({ code, name }: OwnWords): string =>
  code.includes(name) ? code : `${code}, ${name}`

const ROUNDED = {
  exact: '',
  'as-claimed': ', as you stated it',
  up: ', the next graver word of your scheme',
  down: ', milder than in effect: your scheme has no word as grave for this',
} as const satisfies Record<OwnWords['result'], string>

export const gapWords = (gap: number): string => {
  if (gap === 0) return 'none: all who stated one agree'
  return gap === 1
    ? 'the gravest and the mildest are one level apart'
    : `the gravest and the mildest are ${gap} levels apart`
}
