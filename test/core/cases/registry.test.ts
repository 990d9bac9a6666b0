import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, ruleOf } from '../../../src/core/cases/registry.ts'

describe('the registry of event types', () => {
  it('knows every type of its list, each by a kebab word', () => {
    expect(EVENT_TYPES.length).toBe(66)
    for (const type of EVENT_TYPES) {
      expect(ruleOf(type)).toBeDefined()
      expect(type).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
  })

  it('knows nothing by the name of something every object has', () => {
    expect(ruleOf('constructor')).toBeUndefined()
    expect(ruleOf('https://c.example/events/weather')).toBeUndefined()
  })

  it('lets only decisions contest a close', () => {
    const contesting = EVENT_TYPES.filter((type) => ruleOf(type)?.contests)
    expect(contesting.filter((type) => !ruleOf(type)?.decision)).toEqual([])
    expect(contesting.filter((type) => ruleOf(type)?.whileClosed)).toEqual([])
  })
})
