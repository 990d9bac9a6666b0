import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WaitForNews } from '../../../src/http/context.ts'
import { begin, consoleOf, linkFor, type Story } from '../../console/story.ts'
import { note } from '../../kit/case-inputs.ts'
import { enter, type Visit } from './visit.ts'

let story: Story
beforeAll(async () => {
  story = await begin()
})
afterAll(() => story[Symbol.asyncDispose]())

/** Waits until the test lets it go on; the test sees how often it waits. */
function gate() {
  let times = 0
  let arrived = Promise.withResolvers<void>()
  let released = Promise.withResolvers<void>()
  const wait: WaitForNews = () => {
    times++
    arrived.resolve()
    return released.promise
  }
  return {
    wait,
    times: () => times,
    waiting: async () => {
      await arrived.promise
      arrived = Promise.withResolvers()
    },
    go: () => {
      const before = released
      released = Promise.withResolvers()
      before.resolve()
    },
  }
}

async function come(wait: WaitForNews): Promise<Visit> {
  const app = consoleOf(story.alpine, { waitForNews: wait })
  return enter(app, story.alpine.host.origin, (await linkFor(story.alpine, null)).path)
}

/** Everything the stream says, as it says it. */
function listen(answer: Response) {
  let said = ''
  const decoder = new TextDecoder()
  const reader = answer.body?.getReader()
  const read = async (): Promise<void> => {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      said += decoder.decode(part.value, { stream: true })
  }
  return { said: () => said, ended: read(), leave: async () => reader?.cancel() }
}

const liveOf = (html: string): string =>
  (/data-live="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')

describe('a page that is followed', () => {
  it('is told once of each change, and of nothing else', async () => {
    const { wait, waiting, go } = gate()
    const visitor = await come(wait)
    const page = `/console/cases/${story.caseId}`
    const answer = await visitor.get(liveOf(await visitor.page(page)))
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const { said, ended } = listen(answer)
    await waiting()
    go()
    await waiting()
    expect(said()).not.toContain('changed')
    await note(story.alpine, story.caseId, 'The bridge is open.')
    go()
    await waiting()
    go()
    await waiting()
    expect(said().match(/event: changed\ndata: \d+/g)).toHaveLength(1)
    story.net.clock.advance(6 * 60_000)
    go()
    await ended
  })

  it('is told at once what it missed', async () => {
    const { wait, waiting, go } = gate()
    const visitor = await come(wait)
    const live = liveOf(await visitor.page(`/console/cases/${story.caseId}`))
    await note(story.alpine, story.caseId, 'Meanwhile.')
    const { said, ended } = listen(await visitor.get(live))
    await waiting()
    expect(said()).toContain('event: changed')
    story.net.clock.advance(6 * 60_000)
    go()
    await ended
  })

  it('learns that a partner does not answer any more', async () => {
    const { wait, waiting, go } = gate()
    const visitor = await come(wait)
    await note(story.alpine, story.caseId, 'Does this arrive?')
    const live = liveOf(await visitor.page(`/console/cases/${story.caseId}`))
    const { said, ended } = listen(await visitor.get(live))
    await waiting()
    expect(said()).not.toContain('changed')
    const { origin, gateway } = story.alpine.host
    story.net.wire.part(origin, origin)
    await gateway.jobs.deliver.run(new AbortController().signal)
    story.net.wire.heal()
    go()
    await waiting()
    expect(said()).toContain('event: changed')
    story.net.clock.advance(6 * 60_000)
    go()
    await ended
  })

  it('ends after some minutes', async () => {
    const { wait, waiting, go } = gate()
    const visitor = await come(wait)
    const { ended } = listen(await visitor.get('/console/cases/live?seen=0'))
    await waiting()
    story.net.clock.advance(5 * 60_000)
    go()
    await ended
  })

  it('asks no more once its reader has left', async () => {
    const { wait, waiting, go, times } = gate()
    const visitor = await come(wait)
    const { leave } = listen(await visitor.get('/console/cases/live?seen=0'))
    await waiting()
    await leave()
    const before = times()
    go()
    expect((await visitor.get('/console/cases')).status).toBe(200)
    expect(times()).toBe(before)
  })

  it('ends in silence when it cannot be read any more', async () => {
    const { wait } = gate()
    const { deps } = story.alpine.host.gateway
    let broken = false
    const cases = new Proxy(deps.cases, {
      get: (target, name) =>
        broken && name === 'loadCase'
          ? () => Promise.reject(new Error('gone'))
          : Reflect.get(target, name).bind(target),
    })
    const host = {
      ...story.alpine.host,
      gateway: { ...story.alpine.host.gateway, deps: { ...deps, cases } },
    }
    const visitor = await come(wait)
    const app = consoleOf(
      { ...story.alpine, host },
      { waitForNews: async () => void (broken = true) },
    )
    const inside = await enter(app, host.origin, (await linkFor(story.alpine, null)).path)
    const { said, ended } = listen(await inside.get(`/console/cases/${story.caseId}/live?seen=`))
    await ended
    expect(said()).not.toContain('gone')
    expect(visitor.cookies.size).toBe(1)
  })
})
