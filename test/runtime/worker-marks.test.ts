import { describe, expect, it } from 'vitest'
import type { EventId, MemberId } from '../../src/core/kernel/id.ts'
import { MarksObject, NO_MARKS, openMarks } from '../../src/runtime/worker-marks.ts'
import type { ObjectNamespace } from '../../src/runtime/worker-platform.ts'

const ATLAS = 'https://gateway.test/members/atlas' as MemberId
const BOREALIS = 'https://gateway.test/members/borealis' as MemberId
const FIRST = 'NpIN0Go297YR91rTMFSU_NO_QYcdZdPeXSzH0uWoMYU' as EventId
const SECOND = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU' as EventId

/** One object, as the platform gives the same one to every invocation. */
function namespace(): ObjectNamespace {
  const kept = new Map<string, unknown>()
  const object = new MarksObject({
    storage: {
      put: async (key, value) => void kept.set(key, structuredClone(value)),
      list: async () => kept,
    },
  })
  return { idFromName: (name) => name, get: () => object }
}
const always = async (): Promise<boolean> => true
const never = async (): Promise<boolean> => false

describe('the high-water mark of a Worker', () => {
  it('has no mark of a member that signed nothing', async () => {
    expect(await openMarks(namespace()).read(ATLAS)).toBeNull()
  })

  it('shows what was raised to the next invocation, once it was written', async () => {
    const place = namespace()
    const marks = openMarks(place)
    await marks.raise(ATLAS, FIRST)
    expect(await openMarks(place).read(ATLAS)).toBeNull()
    await marks.flush(always)
    expect(await openMarks(place).read(ATLAS)).toEqual([FIRST])
    expect(await openMarks(place).read(BOREALIS)).toBeNull()
  })

  it('keeps a mark that the database does not know', async () => {
    const place = namespace()
    const raise = async (last: EventId, knows: () => Promise<boolean>): Promise<void> => {
      const marks = openMarks(place)
      await marks.raise(ATLAS, last)
      await marks.flush(knows)
    }
    await raise(FIRST, always)
    await raise(SECOND, never)
    expect(await openMarks(place).read(ATLAS)).toEqual([FIRST])
    await openMarks(place).answer([ATLAS])
    await raise(SECOND, never)
    expect(await openMarks(place).read(ATLAS)).toEqual([SECOND])
  })

  it('remembers that a doubt was answered until the member signs again', async () => {
    const place = namespace()
    await openMarks(place).answer([ATLAS])
    expect([...(await openMarks(place).answered())]).toEqual([ATLAS])
    const marks = openMarks(place)
    await marks.raise(ATLAS, FIRST)
    await marks.flush(always)
    expect([...(await openMarks(place).answered())]).toEqual([])
  })

  it('remembers nothing where the operator does without', async () => {
    await NO_MARKS.raise(ATLAS, FIRST)
    await NO_MARKS.answer([ATLAS])
    await NO_MARKS.flush(always)
    expect(await NO_MARKS.read(ATLAS)).toBeNull()
    expect([...(await NO_MARKS.answered())]).toEqual([])
  })
})
