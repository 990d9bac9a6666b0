// A partner names where its support profile lies. Nothing of ours is asked on its behalf: the fetch goes through net's guard.
import { expect, it, onTestFinished } from 'vitest'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import { currentSupport } from '../../../src/flows/duty/support-profile-of.ts'
import type { MemberStore, Partner } from '../../../src/flows/member-ports.ts'
import { createNet } from '../../../src/net/fetch.ts'
import { createNodeTransport } from '../../../src/net/node-fetch.ts'
import { testClock } from '../../kit/world.ts'
import { serve } from '../../net/server.ts'

const [US, THEM] = ['https://us.example', 'https://them.example'] as [MemberId, MemberId]

it.each(['', 'https://169.254.169.254', 'https://10.0.0.1', 'https://[::1]', 'https://localhost'])(
  'asks nothing of %s where a partner says its support profile lies there',
  async (where) => {
    let asked = 0
    const here = await serve((_request, response) => {
      asked++
      response.end('{}')
    })
    const transport = createNodeTransport()
    onTestFinished(() => transport.close())
    const clock = testClock()
    const sha256 = 'A'.repeat(43)
    const support_profile = { uri: `${where || here}/support`, sha256 }
    const partner = { id: THEM, metadata: { support_profile }, resolvedAt: clock.now() }
    const members = {
      findPartner: async () => partner as unknown as Partner,
      findSupportDocument: async () => null,
      keepSupportDocument: async () => {
        throw new Error('nothing was fetched')
      },
    } as unknown as MemberStore
    const net = createNet({ transport })
    expect(await currentSupport({ members, net, clock }, US, THEM)).toBeNull()
    expect(asked).toBe(0)
  },
)
