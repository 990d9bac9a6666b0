// The frame of every page: head, who is signed in, the page itself, and the one script that keeps it current.
import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { plainWords } from '../marks.ts'
import type { Reader } from '../reader.ts'
import { SCRIPT } from '../script.ts'
import { Words } from './text.tsx'

type FrameProps = {
  readonly title: string
  readonly base: string
  readonly children: Child
  /** Null where nobody is signed in. */
  readonly reader: Reader | null
  /** Address of the stream that says when this page is out of date. */
  readonly live?: string
}

export const Frame = ({ title, base, children, reader, live }: FrameProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang="en" data-base={base} data-zone={reader?.zone} data-live={live}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{plainWords(`${title} · Entente`)}</title>
        <link rel="stylesheet" href={`${base}/style.css`} />
        <link rel="icon" href={`${base}/icon.svg`} type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <Header base={base} reader={reader} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
        {reader === null ? null : <Foot zone={reader.zone} live={live !== undefined} />}
        {reader === null ? null : <script nonce={reader.nonce}>{raw(SCRIPT)}</script>}
      </body>
    </html>
  </>
)

const Header = ({ base, reader }: { readonly base: string; readonly reader: Reader | null }) => (
  <header class="top">
    <a class="brand" href={`${base}/cases`}>
      Entente
    </a>
    {reader === null ? null : (
      <>
        <nav aria-label="Main">
          <a href={`${base}/cases`}>Cases</a>
        </nav>
        <p class="who">
          <Words text={reader.name} /> <span class="quiet">for</span>{' '}
          <b>
            <Words text={reader.nameOf(reader.us)} />
          </b>
        </p>
        <form method="post" action={`${base}/sign-out`}>
          <button type="submit">Sign out</button>
        </form>
      </>
    )}
  </header>
)

const Foot = ({ zone, live }: { readonly zone: string; readonly live: boolean }) => (
  <footer class="foot">
    <p>
      Times are in {zone.replaceAll('_', ' ')}; point at one for the exact moment.
      {live ? (
        <>
          {' '}
          <span id="live-state" class="quiet" />
        </>
      ) : null}
    </p>
    <p id="live-news" class="hidden" role="status" aria-live="polite" />
  </footer>
)
