// The last words of the demonstration: whether the replicas are the same, where everything listens, how to get a token, and a link
// into each member's pages.
import { columns, type Teller } from './tell.ts'
import type { Verdict } from './compare.ts'
import type { DemoFile } from './demo-file.ts'
import { demoPath } from './demo-file.ts'
import type { Vendor } from './vendor.ts'

export function tellVerdict(tell: Teller, { same, replicas }: Verdict): void {
  tell.scene('The replicas, compared through each gateway’s public API')
  const rows = replicas.map(
    ({ vendor, events, heads, status, holder, vouched, foreign, digest }) => [
      vendor.name,
      `${events} events`,
      `${heads.length} head${heads.length === 1 ? '' : 's'}`,
      `${vouched} of ${foreign} by others vouched for`,
      status,
      `baton ${replicas.find((r) => r.vendor.id === holder)?.vendor.short ?? holder}`,
      `state ${digest.slice(0, 16)}`,
    ],
  )
  tell.plain(...columns(rows))
  const open = Math.max(...replicas.map(({ unsettled }) => unsettled))
  tell.plain(
    same
      ? `All ${replicas.length} hold the same case: same events, same verdicts, same heads, same state.`
      : `The replicas differ. This must not be: please report it with the data folder.`,
    open === 0
      ? 'Every decision is confirmed by everybody.'
      : `${open} decisions wait for somebody’s confirmation.`,
  )
}

export function tellAddresses(tell: Teller, data: string, demo: DemoFile): void {
  const [first] = demo.members
  tell.scene('Yours to look around')
  const rows = [
    ...demo.gateways.map(({ id, url }) => [`gateway ${id}`, url, `${url}/api/docs`]),
    ...demo.members.map(({ name, gateway, apiUrl }) => [name, apiUrl, `on ${gateway}`]),
  ]
  tell.plain(...columns(rows))
  if (first === undefined) return
  const read = `const m = JSON.parse(require('fs').readFileSync('${demoPath(data)}')).members[0]; console.log(m.clientId + ':' + m.clientSecret)`
  tell.plain(
    '',
    `Ids and secrets of the API clients are in ${demoPath(data)}. A token for ${first.name}:`,
    `  curl -s -u "$(node -e "${read}")" -d grant_type=client_credentials ${first.apiUrl}/oauth/token`,
  )
}

/** Links are good once and for five minutes, so they are made when they are told. */
export async function tellLinks(
  tell: Teller,
  vendors: readonly Vendor[],
  caseId: string | null,
): Promise<void> {
  const rows: string[][] = []
  for (const vendor of vendors) {
    const { url } = await vendor.ask('make a console link', (api) =>
      api.POST('/api/console-links', { body: { name: `Visitor at ${vendor.short}`, caseId } }),
    )
    rows.push([vendor.short, url])
  }
  tell.plain('', 'Each opens that member’s pages, once, within five minutes:', ...columns(rows))
}
