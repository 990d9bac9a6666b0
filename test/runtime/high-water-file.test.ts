import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventId, MemberId } from '../../src/core/kernel/id.ts'
import { openHighWater } from '../../src/runtime/high-water-file.ts'
import { freshFolder } from '../kit/folder.ts'

const MEMBER = 'https://basalt.example' as MemberId
const OTHER = 'https://cedar.example' as MemberId
const EVENT = 'NpIN0Go297YR91rTMFSU_NO_QYcdZdPeXSzH0uWoMYU' as EventId
const LATER = 'k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM' as EventId
const never = (error: unknown): void => {
  throw error
}
const open = (folder: string, instance: string | null = null) =>
  openHighWater(folder, instance, never)
const eventNo = (n: number): EventId => `${String(n).padStart(42, 'A')}A` as EventId

describe('the high-water file', () => {
  it('knows nothing at first, and keeps the last marks over a restart', async () => {
    using folder = freshFolder()
    const first = await open(folder.path)
    expect(await first.read(MEMBER)).toBeNull()
    await first.raise(MEMBER, EVENT)
    await first.raise(MEMBER, LATER)
    await first.flush()
    const again = await open(folder.path)
    expect(await again.read(MEMBER)).toEqual([LATER, EVENT])
    expect(await again.read(OTHER)).toEqual([])
    expect(statSync(join(folder.path, 'high-water.json')).mode & 0o777).toBe(0o600)
  })

  it('keeps the last few alone, each once', async () => {
    using folder = freshFolder()
    const marks = await open(folder.path)
    for (let n = 0; n < 20; n++) await marks.raise(MEMBER, eventNo(n))
    await marks.raise(MEMBER, eventNo(18))
    await marks.flush()
    const kept = await (await open(folder.path)).read(MEMBER)
    expect(kept?.slice(0, 3)).toEqual([eventNo(18), eventNo(19), eventNo(17)])
    expect(kept).toHaveLength(8)
  })

  it('writes nothing when nothing was raised, and leaves no unfinished file', async () => {
    using folder = freshFolder()
    const marks = await open(folder.path)
    await marks.flush()
    expect(readdirSync(folder.path)).toEqual([])
    await marks.raise(MEMBER, EVENT)
    await Promise.all([marks.flush(), marks.flush()])
    expect(readdirSync(folder.path)).toEqual(['high-water.json'])
  })

  it('reads what a version before it kept', async () => {
    using folder = freshFolder()
    writeFileSync(join(folder.path, 'high-water.json'), JSON.stringify({ [MEMBER]: EVENT }))
    expect(await (await open(folder.path, 'host-8080')).read(MEMBER)).toEqual([EVENT])
  })

  it.each(['', 'no json', '{"https://basalt.example":"no event"}', '[]'])(
    'refuses a file that says %j, and says what to do',
    async (text) => {
      using folder = freshFolder()
      writeFileSync(join(folder.path, 'high-water.host-1.json'), text)
      await expect(open(folder.path)).rejects.toThrow('delete it')
    },
  )
})

describe('processes that share a folder', () => {
  it('keep a file each, and each reads all of them at its start', async () => {
    using folder = freshFolder()
    const [one, two] = [await open(folder.path, 'one'), await open(folder.path, 'two')]
    await one.raise(MEMBER, EVENT)
    await two.raise(MEMBER, LATER)
    await Promise.all([one.flush(), two.flush()])
    for (const name of ['one', 'two', 'three'])
      expect((await (await open(folder.path, name)).read(MEMBER))?.toSorted()).toEqual(
        [EVENT, LATER].toSorted(),
      )
  })

  it('know the folder once one of them was there, whatever each of them signed', async () => {
    using folder = freshFolder()
    const first = await open(folder.path, 'one')
    expect(await first.read(MEMBER)).toBeNull()
    await first.adopt()
    expect(await (await open(folder.path, 'one')).read(MEMBER)).toEqual([])
  })

  it('take over the marks of those that are gone, and remove what is a week old', async () => {
    using folder = freshFolder()
    const gone = await open(folder.path, 'gone')
    await gone.raise(MEMBER, EVENT)
    await gone.flush()
    const next = await open(folder.path, 'next')
    await next.adopt()
    expect(readdirSync(folder.path)).toHaveLength(2)
    const old = Date.now() / 1000 - 8 * 24 * 3600
    utimesSync(join(folder.path, 'high-water.gone.json'), old, old)
    await (await open(folder.path, 'next')).adopt()
    expect(readdirSync(folder.path)).toEqual(['high-water.next.json'])
    const kept: unknown = JSON.parse(
      readFileSync(join(folder.path, 'high-water.next.json'), 'utf8'),
    )
    expect(kept).toEqual({ [MEMBER]: [EVENT] })
  })
})
