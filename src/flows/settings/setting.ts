// What a change of settings leaves beside the setting itself: a leaf that commits to the new value by its hash, and the answer
// kept for a repeated request (both in the same transaction).
import { digestOf } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Beside } from '../member-ports.ts'
import type { Deps } from '../ports.ts'

/** The request a change answers, so that its repetition is answered alike. */
export type SettingOptions<T> = {
  readonly answer?: {
    readonly client: string
    readonly key: string
    readonly requestHash: string
    readonly render: (result: T) => { readonly status: number; readonly body: string }
  }
}

export type Setting =
  | 'entity-created'
  | 'profile-saved'
  | 'keys-published'
  | 'keys-activated'
  | 'anchor-trusted'
  | 'partner-pinned'
  | 'agreement-saved'
  | 'admission-requested'
  | 'member-admitted'
  | 'member-suspended'
  | 'scheme-saved'
  | 'support-profile-saved'
  | 'person-saved'
  | 'person-removed'
  | 'rota-saved'
  | 'rota-removed'
  | 'alert-settings-saved'
  | 'alert-channel-saved'
  | 'alert-channel-removed'
  | 'alert-acknowledged'
  | 'client-saved'

/** @param value what was set, without secrets: the leaf holds its hash only */
export async function besideSetting<T>(
  deps: Pick<Deps, 'clock'>,
  setting: { readonly word: Setting; readonly partner?: MemberId; readonly value: unknown },
  result: T,
  { answer }: SettingOptions<T> = {},
): Promise<Beside> {
  const leaf = {
    kind: 'setting' as const,
    caseId: null,
    event: null,
    tokenHash: await digestOf(JSON.stringify(setting.value)),
    direction: 'own' as const,
    partner: setting.partner ?? null,
    verdict: setting.word,
  }
  const kept = answer && {
    client: answer.client,
    key: answer.key,
    requestHash: answer.requestHash,
    ...answer.render(result),
  }
  return { leaf, answer: kept ?? null, at: deps.clock.now() }
}
