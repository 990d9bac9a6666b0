// How a refusal is said to a partner gateway: the registered words of RFC 8935 §2.4 with our own word beside them, so that any
// transmitter understands the kind and ours the reason.
import type { Refusal, RefusalCode } from '../kernel/refusal.ts'

export type SecEventError = {
  readonly err:
    | 'invalid_request'
    | 'invalid_key'
    | 'invalid_issuer'
    | 'invalid_audience'
    | 'authentication_failed'
    | 'access_denied'
  readonly word: RefusalCode
  readonly description: string
}

const KIND: Partial<Record<RefusalCode, SecEventError['err']>> = {
  'event-key-unknown': 'invalid_key',
  'event-signature-invalid': 'authentication_failed',
  'event-author-not-invited': 'access_denied',
  'event-not-shared': 'access_denied',
  'engagement-not-agreed': 'access_denied',
  'product-not-agreed': 'access_denied',
  'severity-not-agreed': 'access_denied',
  'rate-not-agreed': 'access_denied',
  'member-suspended': 'invalid_issuer',
  'member-unknown': 'invalid_issuer',
  'partner-untrusted': 'invalid_issuer',
  'pin-mismatch': 'invalid_issuer',
  'request-unsigned': 'authentication_failed',
  'request-key-unknown': 'invalid_key',
  'request-signature-invalid': 'authentication_failed',
  'request-wrong-audience': 'invalid_audience',
  'request-expired': 'authentication_failed',
  'request-lives-too-long': 'authentication_failed',
  'request-replayed': 'authentication_failed',
  'request-method-mismatch': 'authentication_failed',
  'request-body-mismatch': 'authentication_failed',
}

/** A trust refusal tells the word and its one sentence; the detail stays in our log. */
export function secEventError({ code, detail }: Refusal, sentence: string): SecEventError {
  return {
    err: KIND[code] ?? 'invalid_request',
    word: code,
    description: code.startsWith('event-') || code === 'invalid-field' ? detail : sentence,
  }
}
