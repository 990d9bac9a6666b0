import { describe, expect, it } from 'vitest'
import { NetFault } from '../../src/net/net-fault.ts'

describe('NetFault', () => {
  it('says whom it is about, and keeps what the system said', () => {
    const cause = new Error('connect ECONNREFUSED')
    const fault = new NetFault('unreachable', 'b.example', 'nobody listens', cause)
    expect(`${fault}`).toBe('NetFault: b.example: nobody listens')
    expect([fault.kind, fault.host, fault.cause]).toEqual(['unreachable', 'b.example', cause])
    expect(fault).toBeInstanceOf(Error)
  })
})
