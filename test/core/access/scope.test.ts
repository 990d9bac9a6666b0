import { describe, expect, it } from 'vitest'
import { grantScopes, SCOPES } from '../../../src/core/access/scope.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'

describe('grantScopes', () => {
  it('gives all that the client has when it asks for nothing', () => {
    expect(grantScopes(['cases:write', 'cases:read'], undefined)).toEqual([
      'cases:write',
      'cases:read',
    ])
    expect(grantScopes(SCOPES, '  ')).toEqual(SCOPES)
  })

  it('gives no more than was asked for', () => {
    expect(grantScopes(SCOPES, 'cases:read cases:read')).toEqual(['cases:read'])
  })

  it('refuses a scope that does not exist or is not granted', () => {
    for (const asked of ['cases:delete', 'settings:write', 'cases:read openid']) {
      const refused = grantScopes(['cases:read'], asked)
      expect(refused).toBeInstanceOf(Refusal)
      expect(refused).toMatchObject({ code: 'scope-unknown' })
    }
  })

  it('forgets a scope that a client was once given and that no longer exists', () => {
    expect(grantScopes(['cases:read', 'cases:all'], undefined)).toEqual(['cases:read'])
  })
})
