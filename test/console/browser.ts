// A real browser on a real socket in front of a console: Debian's Chromium, kept from talking to anybody else.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { WaitForNews } from '../../src/http/context.ts'

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Look = { readonly width: number; readonly scheme: 'light' | 'dark' }

export type Window = AsyncDisposable & {
  readonly page: Page
  /** What the page's own script, or a policy, complained about. */
  readonly complaints: readonly string[]
}

export type Desk = AsyncDisposable & {
  readonly origin: string
  readonly open: (look?: Partial<Look>) => Promise<Window>
  /** Ends every connection, and lets nobody in until it is called again. */
  readonly setDown: (down: boolean) => void
}

export async function desk(app: Hono): Promise<Desk> {
  let isDown = false
  const server = createServer(getRequestListener((request) => app.fetch(request)))
  server.on('connection', (socket) => (isDown ? socket.destroy() : undefined))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: (look = {}) => openWindow(browser, look),
    setDown: (down) => {
      isDown = down
      if (down) server.closeAllConnections()
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function openWindow(
  browser: Browser,
  { width = 1440, scheme = 'light' }: Partial<Look>,
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() }
}

/** News as a gateway of one process has them: told at once, looked at again after a second. */
export function newsBoard(): { wait: WaitForNews; tell: () => void } {
  const waiting = new Set<() => void>()
  return {
    wait: (_member, ms, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer)
          waiting.delete(end)
          resolve()
        }
        const timer = setTimeout(end, ms)
        waiting.add(end)
        signal.addEventListener('abort', end, { once: true })
      }),
    tell: () => waiting.forEach((end) => end()),
  }
}
