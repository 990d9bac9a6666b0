import { describe, expect, test } from 'vitest'
import {
  SqlFault,
  StorageUnavailable,
  againstContention,
  faultOf,
  spoilsConnection,
  violates,
} from '../../src/storage/fault.ts'

/** What either driver throws for an error that the server reported. */
const reported = (code: string, message = 'said so', constraint?: string): Error =>
  Object.assign(new Error(message), { code, severity: 'ERROR', constraint })

describe('an error that the server reports', () => {
  test.each([
    ['57P01', 'the server is shutting down', 'nothing-changed', true],
    ['57P03', 'the server is starting', 'nothing-changed', true],
    ['53300', 'too many connections', 'nothing-changed', false],
    ['53100', 'the disk is full', 'nothing-changed', false],
    ['57014', 'a statement took too long', 'nothing-changed', false],
    ['25006', 'the server became a standby', 'nothing-changed', false],
    ['26000', 'a pooler lost a prepared statement', 'nothing-changed', true],
    ['42P05', 'a pooler mixed prepared statements up', 'nothing-changed', true],
    ['08P01', 'a pooler lost its server', 'unknown', true],
    ['08006', 'a connection broke', 'unknown', true],
  ] as const)('%s (%s) means storage is unavailable', (code, _, outcome, spoils) => {
    const fault = faultOf(reported(code), 'unknown')
    expect(fault).toBeInstanceOf(StorageUnavailable)
    expect(fault).toMatchObject({ outcome })
    expect(spoilsConnection(reported(code))).toBe(spoils)
  })

  test('keeps its SQLSTATE and its constraint otherwise', () => {
    const fault = faultOf(reported('23505', 'duplicate', 'thing_unique'), 'unknown')
    expect(fault).toBeInstanceOf(SqlFault)
    expect(fault).toMatchObject({ sqlstate: '23505', constraint: 'thing_unique' })
    expect(violates(fault, 'thing_unique')).toBe(true)
    expect(violates(fault, 'other')).toBe(false)
    expect(spoilsConnection(reported('23505'))).toBe(false)
  })

  test('is unavailable when a migration changed the plan of a prepared statement', () => {
    const changed = reported('0A000', 'cached plan must not change result type')
    expect(faultOf(changed, 'unknown')).toMatchObject({ outcome: 'nothing-changed' })
    expect(spoilsConnection(changed)).toBe(true)
    expect(faultOf(reported('0A000', 'not supported'), 'unknown')).toBeInstanceOf(SqlFault)
  })
})

describe('an error without SQLSTATE', () => {
  test('is a broken connection, also when its code looks like one', () => {
    const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
    expect(faultOf(broken, 'unknown')).toMatchObject({
      name: 'StorageUnavailable',
      outcome: 'unknown',
    })
    expect(faultOf(broken, 'nothing-changed')).toMatchObject({ outcome: 'nothing-changed' })
    expect(spoilsConnection(broken)).toBe(true)
  })

  test('is passed through when it is a fault already', () => {
    const fault = new StorageUnavailable('gone', 'unknown')
    expect(faultOf(fault, 'nothing-changed')).toBe(fault)
  })
})

const lost = () => faultOf(reported('40P01', 'deadlock detected'), 'nothing-changed')

describe('contention', () => {
  test('is tried again until it is won', async () => {
    let attempts = 0
    const won = againstContention(async () => {
      if (++attempts < 3) throw lost()
      return 'won'
    })
    expect(await won).toBe('won')
    expect(attempts).toBe(3)
  })

  test('becomes unavailability after three attempts', async () => {
    let attempts = 0
    const never = againstContention(async () => {
      attempts++
      throw lost()
    })
    await expect(never).rejects.toMatchObject({
      outcome: 'nothing-changed',
      cause: { sqlstate: '40P01' },
    })
    expect(attempts).toBe(3)
  })

  test('is nothing else', async () => {
    let attempts = 0
    const other = againstContention(async () => {
      attempts++
      throw faultOf(reported('23505'), 'unknown')
    })
    await expect(other).rejects.toThrow(SqlFault)
    expect(attempts).toBe(1)
  })
})
