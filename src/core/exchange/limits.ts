// Every limit of the exchange in one place, each with its reason. Limits on events are part of the protocol (D9a): every
// gateway must hold the same ones, or an event would exist at one and not at another. The others are this gateway's own.

const KIB = 1024
const MIB = 1024 * KIB

// An event as bytes: the same at every gateway.

/** Bytes of one event token: what a partner must be ready to keep for ever; long content is a text or an attachment. */
export const MAX_EVENT_BYTES = 64 * KIB
/** Nesting of objects and arrays, the outermost counted: deeper than any body, far from any parser's stack. */
export const MAX_JSON_DEPTH = 16
/** Tips an event may name: twice as many as members, since every author has one chain and one possible sibling. */
export const MAX_HEADS = 64
/** Members an event may be meant for: twice the participants, since erasures name those that left, too. */
export const MAX_AUDIENCE = 64
/** Texts of one event: more than the largest intake form asks for, few enough to match disclosures in no time. */
export const MAX_TEXTS = 64
/** Characters of a token id: a UUID or a base64url SHA-256 fits; it is an index key at every receiver. */
export const MAX_JTI_LENGTH = 64
/** Characters of an event type's URI: an index key as well. */
export const MAX_TYPE_LENGTH = 255
/** The last second of the year 9999: later times have no four-digit year in any log, page or database. */
export const MAX_SECONDS = 253_402_300_799

// A case: the same at every gateway.

/** Members ever asked into a case: more than any escalation seen; fan-out, state and heads grow with it. */
export const MAX_PARTICIPANTS = 32
/** Events of one case: a fold from scratch stays under a second; a busier case goes on in a successor. */
export const MAX_EVENTS_PER_CASE = 10_000
/** Events of one author in one case: one member cannot fill the case for the others alone. */
export const MAX_EVENTS_PER_AUTHOR = 3_000

/** Escalations of one case, ended ones counted: each member may raise one at a time, and history needs no more in the state. */
export const MAX_ESCALATIONS = 32
/** Action items of one case: more is a project, which needs another tool; each stands in the state. */
export const MAX_ACTIONS = 128
/** Pauses of one engagement, those over counted: one a day for two months. */
export const MAX_PAUSES = 64
/** Missed deadlines kept of one engagement: after as many, one more tells nobody anything new. */
export const MAX_MISSED = 64
/** Next-update promises kept of one participant, the latest: a day's at an hourly rhythm. */
export const MAX_PROMISES = 24
/** Levels of one member that are remembered, and completions of one engagement: what clocks that stopped are measured by. */
export const MAX_LEVELS = 32
export const MAX_COMPLETED = 32
/** References of one resolution record. */
export const MAX_REFERENCES = 32

// Texts travel beside the event and never decide whether it exists (D7b).

/** Bytes of one disclosure as it travels: some 48 KiB of text, as much as a person reads; more is an attachment. */
export const MAX_DISCLOSURE_BYTES = 64 * KIB
/** Bytes of all disclosures of one event: a full intake form fits, and four such events fit a missing-events answer. */
export const MAX_DISCLOSURES_BYTES = 192 * KIB

// Delivery.

/** Events of one batch push: amortises the round trip; a larger batch gains little and delays its first event. */
export const MAX_BATCH_EVENTS = 50
/** Bytes of one exchange request's body: a full batch of ordinary events, or a dozen of the largest with their texts. */
export const MAX_EXCHANGE_BODY_BYTES = 4 * MIB
/** Events of one poll answer, whatever `maxEvents` asks. */
export const MAX_POLL_EVENTS = 100
/** Seconds a long poll is held: under the 30 s after which common proxies give up. */
export const MAX_POLL_WAIT_SECONDS = 25
/** Events of one answer about missing events. */
export const MAX_MISSING_EVENTS = 200
/** Bytes of one answer about missing events, tokens and texts together. */
export const MAX_MISSING_BYTES = MIB
/** Ids one request may ask for as missing. */
export const MAX_MISSING_IDS = 200
/** Parked events per partner and case: a burst out of order; a longer gap is fetched in order instead. */
export const MAX_PARKED_PER_CASE = 256
/** Bytes parked per partner and case: what a stranger to the past can make us keep. */
export const MAX_PARKED_BYTES_PER_CASE = 4 * MIB
/** Parked events per partner over all cases. */
export const MAX_PARKED_PER_PARTNER = 4_096

// Time.

/** Seconds an event may be dated ahead of our clock before it waits (D10d). */
export const MAX_DATED_AHEAD_SECONDS = 300
/** Seconds between `iat` and `exp` of a request token: one round trip with a slow network, no more (D22). */
export const MAX_REQUEST_LIFE_SECONDS = 60
/** Seconds that a partner's clock may differ from ours. */
export const CLOCK_TOLERANCE_SECONDS = 300
/** Seconds a request's `jti` is remembered: its life and the tolerance on both sides. */
export const JTI_KEPT_SECONDS = MAX_REQUEST_LIFE_SECONDS + 2 * CLOCK_TOLERANCE_SECONDS
/** Bytes of a request token: it travels in a header, and common servers take 8 KiB of headers in all. */
export const MAX_REQUEST_TOKEN_BYTES = 4 * KIB
