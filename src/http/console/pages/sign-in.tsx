// Where nobody is signed in: how to come in.
import { Frame } from '../parts/layout.tsx'
import { Notice } from '../parts/notices.tsx'

export const SignInPage = ({
  base,
  why,
}: {
  readonly base: string
  /** What went wrong with a link or a session; null for who just comes by. */
  readonly why: string | null
}) => (
  <Frame title="Sign in" base={base} reader={null}>
    <div class="narrow">
      <h1>You are not signed in</h1>
      {why === null ? null : (
        <Notice tone="warn">
          <p>{why}</p>
        </Notice>
      )}
      <p>
        Open the console from your own ticket system. It makes a link for you; the link opens the
        console once, within five minutes, and you stay signed in for your shift.
      </p>
      <h2>If you look after that system</h2>
      <p>
        A client with the scope <code>console:open</code> asks for a link in the name of a person:
      </p>
      <pre tabindex={0} aria-label="Example request">
        <code>
          {
            'POST /api/console-links\nAuthorization: Bearer …\nContent-Type: application/json\n\n{"name": "Ines Prado"}'
          }
        </code>
      </pre>
      <p>
        The answer holds the address to open in the browser. With <code>caseId</code> in the request
        it opens at that case.
      </p>
    </div>
  </Frame>
)
