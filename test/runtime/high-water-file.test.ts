import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventId, MemberId } from '../../src/core/kernel/id.ts'
import { openHighWater } from '../../src/runtime/high-water-file.ts'
import { freshFolder } from '../kit/folder.ts'

const MEMBER = 'https://basalt.example' as MemberId
const EVENT = 'NpIN0Go297YR91rTMFSU_NO_QYcdZdPeXSzH0uWoMYU' as EventId
const LATER = 'k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM' as EventId
const never = (error: unknown): void => {
  throw error
}

describe('the high-water file', () => {
  it('has no mark at first, and keeps the last one over a restart', async () => {
    using folder = freshFolder()
    const path = join(folder.path, 'high-water.json')
    const first = await openHighWater(path, never)
    expect(await first.read(MEMBER)).toBeNull()
    await first.raise(MEMBER, EVENT)
    await first.raise(MEMBER, LATER)
    await first.flush()
    expect(await (await openHighWater(path, never)).read(MEMBER)).toBe(LATER)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('writes nothing when nothing was raised, and leaves no unfinished file', async () => {
    using folder = freshFolder()
    const marks = await openHighWater(join(folder.path, 'high-water.json'), never)
    await marks.flush()
    expect(readdirSync(folder.path)).toEqual([])
    await marks.raise(MEMBER, EVENT)
    await Promise.all([marks.flush(), marks.flush()])
    expect(readdirSync(folder.path)).toEqual(['high-water.json'])
    expect(JSON.parse(readFileSync(join(folder.path, 'high-water.json'), 'utf8'))).toEqual({
      [MEMBER]: EVENT,
    })
  })

  it.each(['', 'no json', '{"https://basalt.example":"no event"}', '[]'])(
    'refuses a file that says %j, and says what to do',
    async (text) => {
      using folder = freshFolder()
      const path = join(folder.path, 'high-water.json')
      writeFileSync(path, text)
      await expect(openHighWater(path, never)).rejects.toThrow('delete it')
    },
  )
})
