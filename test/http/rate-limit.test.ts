import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Buckets } from '../../src/http/rate-limit.ts'

describe('a bucket', () => {
  it('grants the quota at once, then as fast as it refills', () => {
    const buckets = new Buckets({ quota: 2, windowSeconds: 10 })
    expect(buckets.draw('a', 0)).toEqual({ granted: true, left: 1, resetSeconds: 5 })
    expect(buckets.draw('a', 0)).toEqual({ granted: true, left: 0, resetSeconds: 10 })
    expect(buckets.draw('a', 0)).toEqual({ granted: false, left: 0, resetSeconds: 5 })
    expect(buckets.draw('a', 4_999).granted).toBe(false)
    expect(buckets.draw('a', 5_000).granted).toBe(true)
    expect(buckets.draw('a', 5_000).granted).toBe(false)
  })

  it('is each client’s own', () => {
    const buckets = new Buckets({ quota: 1, windowSeconds: 10 })
    expect(buckets.draw('a', 0).granted).toBe(true)
    expect(buckets.draw('b', 0).granted).toBe(true)
    expect(buckets.draw('a', 0).granted).toBe(false)
  })

  it('gives nothing for a clock that goes back', () => {
    const buckets = new Buckets({ quota: 1, windowSeconds: 10 })
    buckets.draw('a', 10_000)
    expect(buckets.draw('a', 0).granted).toBe(false)
  })

  it('never grants more in a time than the quota and what refills', () => {
    const rate = { quota: 5, windowSeconds: 10 }
    const steps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (waits) => {
        const buckets = new Buckets(rate)
        let now = 0
        let granted = 0
        for (const wait of waits) {
          now += wait
          if (buckets.draw('a', now).granted) granted++
        }
        expect(granted).toBeLessThanOrEqual(
          rate.quota + (now / 1000 / rate.windowSeconds) * rate.quota + 1e-6,
        )
      }),
    )
  })

  it('tells a time to wait after which it grants', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 100 }),
        (quota, windowSeconds) => {
          const buckets = new Buckets({ quota, windowSeconds })
          for (let i = 0; i < quota; i++) buckets.draw('a', 0)
          const { granted, resetSeconds } = buckets.draw('a', 0)
          expect(granted).toBe(false)
          expect(buckets.draw('a', resetSeconds * 1000).granted).toBe(true)
        },
      ),
    )
  })
})
