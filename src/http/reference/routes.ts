// The contract itself: as it was written, as JSON, and as a page.
import { Hono } from 'hono'
import { CONTRACT_JSON, CONTRACT_YAML } from '../contract.generated.ts'
import { referencePage } from './page.ts'
import { STYLE } from './style.ts'

/** It changes with the program only. */
const CACHED = { 'Cache-Control': 'public, max-age=300' }
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export function referenceRoutes(): Hono {
  const app = new Hono()
  let page: Promise<string> | undefined
  app.get('/docs', async (c) => {
    page ??= Promise.resolve(referencePage()).then(String)
    return c.html(await page, 200, { ...CACHED, 'Content-Security-Policy': PAGE_POLICY })
  })
  app.get('/docs/style.css', (c) =>
    c.body(STYLE, 200, { ...CACHED, 'Content-Type': 'text/css; charset=utf-8' }),
  )
  app.get('/openapi.json', (c) =>
    c.body(CONTRACT_JSON, 200, { ...CACHED, 'Content-Type': 'application/json' }),
  )
  app.get('/openapi.yaml', (c) =>
    c.body(CONTRACT_YAML, 200, { ...CACHED, 'Content-Type': 'application/yaml; charset=utf-8' }),
  )
  return app
}
