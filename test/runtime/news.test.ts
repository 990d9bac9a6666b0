import { describe, expect, it } from 'vitest'
import type { MemberId } from '../../src/core/kernel/id.ts'
import { createNews } from '../../src/runtime/news.ts'

const BASALT = 'https://basalt.example' as MemberId
const FERN = 'https://fern.example' as MemberId
const LONG = 60_000
const open = (): AbortSignal => new AbortController().signal

describe('waiting for news', () => {
  it('ends for everybody who waits for that member, and for nobody else', async () => {
    const news = createNews(false)
    const ended: string[] = []
    const waits = [
      news.wait(BASALT, LONG, open()).then(() => ended.push('first')),
      news.wait(BASALT, LONG, open()).then(() => ended.push('second')),
    ]
    const other = new AbortController()
    const elsewhere = news.wait(FERN, LONG, other.signal).then(() => ended.push('fern'))
    news.tell(BASALT)
    await Promise.all(waits)
    expect(ended).toEqual(['first', 'second'])
    other.abort()
    await elsewhere
  })

  it('ends when the one who waits goes away, also before it began', async () => {
    const news = createNews(false)
    const gone = new AbortController()
    const waiting = news.wait(BASALT, LONG, gone.signal)
    gone.abort()
    await waiting
    await news.wait(BASALT, LONG, gone.signal)
  })

  it('ends when the time is over', async () => {
    await createNews(false).wait(BASALT, 1, open())
  })
})
