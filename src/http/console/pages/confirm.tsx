// What a link shows: whom it lets in. Nobody is in before the button is pressed.
import { Frame } from '../parts/layout.tsx'
import { Words } from '../parts/text.tsx'

type ConfirmProps = { readonly base: string; readonly token: string; readonly name: string }

export const ConfirmPage = ({ base, token, name }: ConfirmProps) => (
  <Frame title="Open the console" base={base} reader={null}>
    <div class="narrow">
      <h1>Open the console</h1>
      <p>
        This link lets in{' '}
        <b>
          <Words text={name} />
        </b>
        , once, within five minutes of being made.
      </p>
      <form method="post" action={`${base}/sign-in`}>
        <input type="hidden" name="token" value={token} />
        <button type="submit">Open the console</button>
      </form>
      <p class="quiet">If that is not you, close this page.</p>
    </div>
  </Frame>
)
