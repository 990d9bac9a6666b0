import { describe, expect, it } from 'vitest'
import { needsSecret, parseChannel } from '../../../src/core/alerts/channel.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'

const MAIL = {
  name: 'Mail',
  kind: 'mail',
  host: 'mail.example',
  port: 587,
  security: 'starttls',
  user: 'alerts',
  from: 'alerts@storage.example',
  secret: 'pass',
}
const fault = (value: unknown) => {
  const parsed = parseChannel(value)
  return parsed instanceof Refusal ? parsed.field : 'fine'
}

describe('a channel', () => {
  it('comes apart into what may be shown and its secret', () => {
    const parsed = parseChannel(MAIL)
    if (parsed instanceof Refusal) throw new Error(parsed.detail)
    expect(parsed.secret).toBe('pass')
    expect(JSON.stringify(parsed.channel)).not.toContain('pass')
    expect(needsSecret(parsed.channel)).toBe(true)
  })

  it('is refused with the field at fault', () => {
    expect(fault(null)).toBe('kind')
    expect(fault({ ...MAIL, host: 'mail.example\r\nX' })).toBe('host')
    expect(fault({ ...MAIL, from: 'a@b.example\nBcc: c@d.example' })).toBe('from')
    expect(fault({ ...MAIL, secret: 'two lines\n' })).toBe('secret')
    expect(fault({ ...MAIL, security: 'none' })).toBe('user')
    expect(fault({ name: 'w', kind: 'webhook', url: 'file:///etc/passwd' })).toBe('url')
    expect(fault({ name: 'w', kind: 'webhook', url: 'https://me:pw@hook.example/' })).toBe('url')
    expect(fault({ name: 'p', kind: 'pagerduty', region: 'eu', url: 'https://x.example' })).toBe('')
    expect(fault({ name: 'p', kind: 'pagerduty', secret: 'k' })).toBe('fine')
  })
})
