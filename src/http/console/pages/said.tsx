// A page that says one thing: that there is nothing here, or that something went wrong.
import { Frame } from '../parts/layout.tsx'

type SaidProps = {
  readonly base: string
  readonly title: string
  readonly sentence: string
}

export const SaidPage = ({ base, title, sentence }: SaidProps) => (
  <Frame title={title} base={base} reader={null}>
    <div class="narrow">
      <h1>{title}</h1>
      <p>{sentence}</p>
      <p>
        <a href={`${base}/cases`}>Go to the list of cases</a>
      </p>
    </div>
  </Frame>
)
