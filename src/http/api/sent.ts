// What was sent of a level, or would be: in the partner's own words, with what it waits for and what was rounded.
import { WORDS } from '../../core/severity/scale.ts'
import type { SentReport } from '../../flows/cases/send-level.ts'

export const viewSent = ({ partner, level, sent, unknown, ...rest }: SentReport) => ({
  partner,
  meant: level === null ? null : { level, word: WORDS[level] },
  sent:
    sent === null
      ? null
      : {
          scheme: sent.scheme.id,
          version: sent.scheme.version,
          code: sent.code,
          name: sent.name,
          level: sent.level,
          word: WORDS[sent.level],
          rounded: sent.result,
          reason: sent.reason,
          levelDuties: sent.levelDuties,
        },
  unknown,
  ...rest,
})
