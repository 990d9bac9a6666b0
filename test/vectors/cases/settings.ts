// The graphs in which acts are let cross: together they make every event type possible.
import { beginning, Graph } from '../../kit/case-graph.ts'

const epoch = { term: 0, n: 0 }

/** D is asked by A and asked back; B may engage; C has a claim and proposes E. */
const asked = (): Graph =>
  beginning()
    .add('A5', 'may-engage-granted', { member: '@B', granted: true })
    .invite('A6', 'D')
    .add('D1', 'info-requested', {
      engagement: '$A6',
      keys: [{ kid: '#kD' }],
      algs: ['ES256'],
    })
    .claim('C3', 2)
    .add('C4', 'member-proposed', { member: '@E' })

/** The baton is offered to B, the case to C, and C has completed its part. */
const offered = (): Graph =>
  beginning()
    .add('A5', 'baton-offered', { to: '@B', epoch })
    .add('A6', 'host-offered', { to: '@C' })
    .add('C3', 'engagement-completed', { engagement: '$A3', outcome: 'solved' })

const accepted = (): Graph =>
  offered()
    .add('B3', 'baton-accepted', { offer: '$A5' })
    .add('C4', 'host-accepted', { offer: '$A6' })

/** B holds the baton and offers it to C; the case is C's, who has not written since. */
const passed = (): Graph =>
  accepted()
    .add('A7', 'baton-passed', { to: '@B', epoch, offer: '$A5' })
    .add('A8', 'host-transferred', { to: '@C', offer: '$A6', engagement: '$A3' })
    .add('B4', 'baton-offered', { to: '@C', epoch: { term: 0, n: 1 } })

/** C is host, B's offer of the baton is accepted by A. */
const settled = (): Graph =>
  accepted()
    .add('A7', 'baton-passed', { to: '@B', epoch, offer: '$A5' })
    .add('A8', 'host-transferred', { to: '@C', offer: '$A6', engagement: '$A3' })
    .add('C5', 'received')
    .add('B4', 'baton-offered', { to: '@A', epoch: { term: 0, n: 1 } })
    .add('A9', 'baton-accepted', { offer: '$B4' })

/** B holds the baton and offers it to C; A is host. */
const offering = (): Graph =>
  accepted()
    .add('A7', 'baton-passed', { to: '@B', epoch, offer: '$A5' })
    .add('B4', 'baton-offered', { to: '@C', epoch: { term: 0, n: 1 } })

const closed = (): Graph =>
  beginning()
    .claim('C3', 2)
    .add('C4', 'participant-left', { code: 'other' })
    .add('A5', 'case-closed', { code: 'solved' })
    .add('B3', 'reopen-requested', { code: 'returned' })

/** C left and was asked again; B's chain is cut. */
const again = (): Graph =>
  beginning()
    .claim('C3', 2)
    .add('C4', 'participant-left', { code: 'other' })
    .invite('A5', 'C')
    .add('A6', 'author-cut', { member: '@B' })

/** D is asked by A and by B, neither having seen the other. */
const twice = (): Graph =>
  beginning()
    .add('A5', 'may-engage-granted', { member: '@B', granted: true })
    .invite('A6', 'D', { sees: ['A5'] })
    .invite('B3', 'D', { sees: ['A5'] })

/** All support newer rules. */
const ready = (): Graph =>
  beginning()
    .add('A5', 'slot-set', { key: 'rules-max', value: 2 })
    .add('B3', 'slot-set', { key: 'rules-max', value: 2 })
    .add('C3', 'slot-set', { key: 'rules-max', value: 2 })
    .invite('A6', 'D')

const criteria = { planDoneOrOnCourse: true, analysisOnCourse: true, customerAgreed: true }

/** B has escalated; A takes it up with a plan, C too; both propose to end it, long ago; B objects to what A proposed. */
const escalated = (): Graph =>
  beginning()
    .add('B3', 'escalation-raised', { reason: 'no-progress' })
    .add('A5', 'escalation-answered', { escalation: '$B3', word: 'acknowledged' })
    .add('A6', 'escalation-plan-proposed', { escalation: '$B3', version: 1 })
    .add('C3', 'escalation-plan-proposed', { escalation: '$B3', version: 1 })
    .add('A7', 'escalation-end-proposed', { escalation: '$B3', criteria, notice: 86_400 })
    .add('C4', 'escalation-end-proposed', { escalation: '$B3', criteria, notice: 86_400 })
    .add('B4', 'escalation-objected', { escalation: '$B3', member: '@A', proposal: '$A7' })
    .add('C5', 'received', {}, { iat: 200_000 })

/** C's proposal to end B's escalation stood long enough, and C ended it. */
const silenced = (): Graph =>
  escalated().add('C6', 'escalation-ended-by-silence', { escalation: '$B3', proposal: '$C4' })

/** D is asked by phone at a level that wants a call; there are a plan, an action, a pause and claims apart. */
const handled = (): Graph =>
  beginning()
    .add('A5', 'engagement-requested', {
      invitee: '@D',
      keys: ['#kD'],
      levelDuties: ['call'],
      phone: { at: 900 },
    })
    .add('A6', 'plan-proposed', { version: 1, rhythmMinutes: 60, channel: 'conference' })
    .add('B3', 'action-added', { assignee: '@C' })
    .add('C3', 'action-added', { assignee: '@B' })
    .add('B4', 'clock-paused', { engagement: '$A2', clock: 'resolve', reason: 'monitoring' })
    .claim('B5', 2)
    .claim('C4', 3)

/** A change notice: B takes part, C and D are only told. */
const noticed = (): Graph =>
  new Graph()
    .open('A1', { kind: 'change', window: { from: 5000, until: 9000 } })
    .invite('A2', 'B')
    .invite('A3', 'C')
    .invite('A4', 'D')
    .accept('B1', 'A2')
    .add('A5', 'may-engage-granted', { member: '@B', granted: true })

export const SETTINGS: Readonly<Record<string, () => Graph>> = {
  asked,
  offered,
  accepted,
  passed,
  settled,
  offering,
  closed,
  again,
  twice,
  ready,
  escalated,
  silenced,
  handled,
  noticed,
}
