// The closed list of refusals: every expected "no", its word, and one sentence that says what to do.
// The word is spelled the same in the type, the problem document, the log, the contract, the test and on screen.

export const SENTENCES = {
  // what a request looks like
  'malformed-request':
    'The request is not well-formed; correct it as the detail says and send it again.',
  'invalid-field':
    'A field has a value that is not allowed; correct the named field and send it again.',
  'unknown-field':
    'The request has a field that is not part of the contract; remove the named field.',
  'body-too-large': 'The request is larger than allowed; send less in one request.',
  'unsupported-media-type':
    'The content type is not one this address reads; send the type the contract names.',
  'not-found': 'There is nothing at this address for you; check the address and the identifier.',
  'method-not-allowed': 'This address does not answer that method; use one the contract names.',
  'precondition-failed':
    'It changed since you read it; read it again and repeat with the new ETag.',
  'precondition-required':
    'Send If-Match with the ETag you read, so that nobody is overwritten unseen.',
  'idempotency-key-reused': 'This Idempotency-Key came before with another request; use a new key.',
  'idempotency-key-running':
    'The first request with this Idempotency-Key is still running; repeat it in a moment.',
  'rate-limited': 'Too many requests; wait as long as Retry-After says.',
  unavailable:
    'The gateway cannot store anything at the moment; repeat after Retry-After, nothing was changed.',
  'cursor-invalid':
    'The cursor is not one we handed out for this list; start again without a cursor.',

  // who is asking
  unauthenticated: 'Send a valid access token; get one at the token endpoint.',
  'token-expired':
    'The token is past its end or not yet valid; get a new one and check your clock.',
  'scope-missing': 'Your API client lacks the scope for this; ask your administrator to grant it.',
  'client-unknown':
    'The client id, secret or assertion is wrong, or the client is disabled; check them with your administrator.',
  'grant-unsupported': 'Only the client_credentials grant is offered; use it.',
  'scope-unknown':
    'A requested scope does not exist or is not granted to this client; ask for less.',

  // members, trust, agreements
  'member-unknown': 'No such member is known here; check the identifier, or add the partner first.',
  'member-exists':
    'A member with this identifier or handle exists already; use another or change the existing one.',
  'member-suspended':
    'The alliance suspended this member; open cases go on, new engagements wait until it is lifted.',
  'partner-unreachable':
    'The partner gateway does not answer; nothing is lost, delivery goes on trying.',
  'partner-untrusted':
    'No trust chain or pin vouches for this partner; pin its keys or ask the alliance to admit it.',
  'engagement-not-agreed':
    'The agreement with this partner does not allow this engagement; change the agreement first.',
  'product-not-agreed': 'The agreement with this partner does not cover this product.',
  'severity-not-agreed': 'The agreement with this partner does not reach up to this severity.',
  'rate-not-agreed': 'The partner engages us more often than agreed; it may try again later.',
  'intake-form-incomplete':
    'The partner requires fields of its intake form that are empty; fill in the named field.',
  'admission-refused':
    'The alliance did not take the request for admission; do as its answer says and ask again.',
  'rotation-not-vouched':
    'The new federation key is published but the alliance does not vouch for it yet; repeat once it does.',

  // statements and chains
  'statement-malformed': 'The entity statement is not well-formed; the publisher must correct it.',
  'statement-wrong-type':
    'The token is not an entity statement; the publisher must set typ entity-statement+jwt.',
  'statement-algorithm-not-allowed':
    'The entity statement uses an algorithm that is not allowed; sign with ES256 or Ed25519.',
  'statement-key-unknown': 'No key with the kid of this statement is published by its issuer.',
  'statement-signature-invalid': 'The signature of the entity statement does not verify.',
  'statement-not-yet-valid': 'The entity statement is dated in the future; check both clocks.',
  'statement-expired':
    'The entity statement is past its end; the publisher must issue a fresh one.',
  'statement-lives-too-long': 'A subordinate statement must not live longer than 24 hours.',
  'statement-header-not-allowed':
    'The entity statement carries a header that is refused (jku, jwk, x5u, x5c).',
  'statement-critical-unknown':
    'The entity statement demands something we do not understand (crit).',
  'statement-subject-mismatch': 'The statement speaks about somebody else than asked.',
  'statement-not-self-issued': 'An entity configuration must be issued by its own subject.',
  'chain-too-long': 'Only chains of leaf and anchor are accepted in this version.',
  'chain-broken': 'The statements do not link: each must be issued by the next one’s subject.',
  'chain-anchor-unknown': 'The chain ends at an anchor that is not trusted here.',
  'chain-leaf-key-unvouched': 'The leaf signed with a key that its superior did not vouch for.',
  'chain-hint-missing': 'The leaf does not name this superior in authority_hints.',
  'chain-policy-unsupported':
    'Metadata policies, constraints and trust marks are not accepted in this version.',
  'metadata-missing':
    'The entity has no case_gateway metadata; it is not a member that takes cases.',
  'metadata-malformed':
    'The case_gateway metadata is not well-formed; the publisher must correct it.',
  'metadata-key-shared': 'A federation key must not be used as an event key.',
  'pin-mismatch':
    'The partner shows other keys than those pinned; compare them by a second channel.',

  // signed requests between gateways
  'request-unsigned': 'Sign the request: send the token of the exchange contract.',
  'request-malformed': 'The request token is not well-formed.',
  'request-wrong-type': 'The token has another typ than this request needs.',
  'request-algorithm-not-allowed': 'The request token uses an algorithm that is not allowed.',
  'request-header-not-allowed':
    'The request token carries a header that is refused (crit, jku, jwk, x5u, x5c).',
  'request-key-unknown': 'The key of the request token is not published by its issuer.',
  'request-signature-invalid': 'The signature of the request token does not verify.',
  'request-wrong-audience': 'The request token is not meant for this member.',
  'request-expired':
    'The request token is outside its time; compare your clock with ours in the answer.',
  'request-lives-too-long': 'A request token must not live longer than 60 seconds.',
  'request-replayed': 'This request token was used before; sign a new one.',
  'request-method-mismatch': 'The request token was signed for another method or address.',
  'request-body-mismatch': 'The request token was signed for another body.',

  // case events as bytes (D9a): refused for ever, everywhere
  'event-too-large': 'The event is larger than 64 KiB; split it.',
  'event-malformed': 'The event is not a well-formed token.',
  'event-not-canonical': 'The event uses a base64url spelling that is not canonical.',
  'event-json-invalid':
    'The event is not I-JSON (duplicate keys, lone surrogates, unsafe numbers or depth).',
  'event-wrong-type': 'The token is not a security event token; set typ secevent+jwt.',
  'event-algorithm-not-allowed': 'The event uses an algorithm that the case does not allow.',
  'event-header-not-allowed':
    'The event carries a header that is refused (crit, jku, jwk, x5u, x5c).',
  'event-claims-invalid': 'A claim of the event is missing or has the wrong shape.',
  'event-text-malformed': 'A text of the event is not in the one allowed place and form.',
  'event-key-unknown': 'The event is signed with a key that is not in force in its own past.',
  'event-signature-invalid': 'The signature of the event does not verify.',
  'event-sequence-broken': 'The sequence number does not follow the author’s previous event.',
  'event-parents-invalid': 'The event names parents that contradict each other or another case.',
  'event-author-not-invited':
    'The author was neither the opener nor invited in the event’s own past.',
  'event-incarnation-unknown':
    'The author was not resumed under this incarnation in the event’s own past.',
  'event-dated-ahead':
    'The event is dated more than 5 minutes ahead of our clock; it is taken when that time has come.',
  'event-missing-ancestors':
    'Events that this one builds on are missing; it waits until they arrived.',
  'event-not-shared': 'The receiver does not share this case.',
  'case-full': 'The case holds as many events as one case may; open a successor case.',
  'too-many-events': 'Too many events in one request; send at most the number the contract names.',

  // what an event does to a case (no effect, kept with the reason)
  'type-unknown':
    'This event type is not known to the rules of the case; it is kept and has no effect.',
  'body-invalid': 'The event’s body does not fit its type; it is kept and has no effect.',
  'not-active': 'Only an active participant can do this; accept the engagement first.',
  'case-closed': 'The case is closed; reopen it, or ask the host to.',
  'case-not-closed': 'The case is not closed.',
  'not-host': 'Only the host of the case can do this.',
  'not-inviter': 'Only the member that sent this invitation can do this.',
  'not-invitee': 'Only the invited member can do this.',
  'not-holder': 'Only the holder of the baton can do this.',
  'not-offeree': 'The offer was made to somebody else.',
  'not-author': 'Only the author can withdraw it.',
  'already-participant': 'This member takes part already.',
  'already-requested': 'This member has an open invitation already.',
  'engagement-not-open': 'This engagement is not waiting for an answer any more.',
  'engagement-not-active': 'This engagement is not being worked on.',
  'engagement-unknown': 'There is no such engagement in this case.',
  'target-not-active': 'The other member is not an active participant of this case.',
  'target-is-self': 'This cannot be done to oneself.',
  'host-cannot-leave': 'The host cannot leave; hand the case over first.',
  'transfer-unsettled': 'The new host has not written yet; wait for its first event.',
  'epoch-stale': 'The baton moved on since; look again.',
  'offer-unknown': 'There is no such open offer.',
  'offer-not-accepted': 'The offer was not accepted yet.',
  'baton-held-by-host': 'The host holds the baton already.',
  'silence-too-short': 'The holder has not been silent for the agreed time.',
  'claim-unknown': 'That member has no standing severity claim.',
  'participant-still-active':
    'The member still takes part; only a departed member’s claim can be released.',
  'author-frozen': 'The author’s chain was cut by the host; only the host can resume it.',
  'author-not-frozen': 'The author’s chain is not cut.',
  'target-unknown': 'The event it speaks of is not in this case’s past.',
  'rules-not-supported': 'Not every active member supports these rules.',
  'no-equivocation': 'The two events shown are not two siblings of one author.',
  unchanged: 'That is so already; nothing was written.',
  'slot-unknown': 'There is no such slot.',
  'too-many-participants': 'A case holds at most 32 participants; open a linked case.',
  'escalation-open':
    'An escalation is open; end it before closing the case, or before raising another.',
  'escalation-unknown': 'There is no such escalation in this case.',
  'escalation-not-open': 'This escalation is over.',
  'not-raiser': 'Only the member that raised the escalation can do this.',
  'proposal-objected': 'The raiser objected to this proposal; make another one.',
  'claim-not-graver': 'Only a member whose own severity is graver can refuse to follow a lowering.',
  'call-unknown': 'The invitation says nothing of a phone call.',
  'duty-unknown': 'The invitation asks for no such call or contact.',
  'not-due-yet': 'The clock has not run out by the times of the case.',
  'not-assignee': 'Only the member that the action is assigned to can answer it.',
  'action-not-open': 'This action was withdrawn.',
  'not-a-notice': 'The case is no change notice.',
  'kind-fixed': 'A change notice stays one and nothing else becomes one; open another case.',
  'limit-reached': 'The case holds as many of these as one case may.',

  // what our own side may do
  'case-not-found': 'No such case; check the identifier.',
  'case-moved-on': 'The case changed while you were writing; read it and try again.',
  'signing-fenced':
    'This gateway was restored and has not caught up yet; writing waits until a partner confirmed our last event.',
  'case-not-fenced': 'No fence stands around this case; write in it as usual.',
  'history-incomplete': 'The history of this case is still arriving; try again in a moment.',
  'reader-not-participant': 'A named reader does not take part in this case.',
  'reason-missing':
    'A level is lowered for a reason: workaround, restored, misclassified, contact-lost or agreed.',
  'level-duty-unmet':
    'The partner asks for a call or a contact at this level; say in the named field who takes it on, or that nobody does.',
  'impact-missing':
    'The gravest severity needs a sentence on the business impact; fill in the named field.',
  'contact-missing':
    'The gravest severity needs a contact who can be reached; fill in the named field.',

  // severity
  'scheme-invalid':
    'The severity scheme is not total or not order-keeping; correct the named levels.',
  'matrix-breaks-order':
    'The matrix gives a milder level for a graver input; correct the named cells, or have an administrator confirm exactly these.',
  'scheme-unknown': 'No such severity scheme; list the schemes first.',
  'severity-code-unknown': 'The scheme has no such code; use one of its codes.',
  'severity-none-open':
    'Every level of the scheme is ruled out by the entitlement or by a duty; use another channel, such as the phone.',

  // support hours and duty
  'support-profile-invalid':
    'The support profile contradicts itself or is not well-formed; correct the named field.',
  'support-profile-unknown': 'There is no such support profile; list them first.',
  'rota-invalid':
    'The rota is not well-formed or two of its overrides meet; correct the named field.',
  'person-invalid': 'What is said about the person is not well-formed; correct the named field.',
  'person-unknown': 'Nobody of yours has this id; add the person first.',
  'person-in-rota': 'This person stands in a rota; take the person out of it first.',
} as const satisfies Record<string, string>

export type RefusalCode = keyof typeof SENTENCES

/** An expected "no", travelling as a returned value. `detail` is for people; `field` is the path of the field at fault. */
export class Refusal {
  readonly code: RefusalCode
  readonly detail: string
  readonly field: string | undefined

  constructor(code: RefusalCode, detail: string = SENTENCES[code], field?: string) {
    this.code = code
    this.detail = detail
    this.field = field
  }
}
