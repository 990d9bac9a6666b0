// An ordered list of named checks over one context: the first that fails refuses, by its own word. Chains, statements, request
// tokens and events are judged this way, so that a test can switch off one check in turn and see exactly its vectors pass.
import { Refusal, type RefusalCode } from './refusal.ts'

/** true: holds. false: refused with the word's own sentence. A string: refused with this detail. */
export type Finding = boolean | string

export type Check<C> = {
  readonly word: RefusalCode
  /** Tells checks apart that share a word: the check's name is then `word/part`. */
  readonly part?: string
  readonly holds: (context: C) => Finding | Promise<Finding>
}

/** Key of a switch that weakens safety, for tests only: a unique symbol, so that no file or request can set it. */
export const skipChecks: unique symbol = Symbol('skipChecks')

/** The names of the checks to leave out; a bare word leaves out every part of it. */
export type CheckSwitches = { readonly [skipChecks]?: ReadonlySet<string> }

export const nameOfCheck = (check: Pick<Check<never>, 'word' | 'part'>): string =>
  check.part === undefined ? check.word : `${check.word}/${check.part}`

/** Runs the checks in order. Later checks may rely on earlier ones only as far as not to throw when one was left out. */
export async function runChecks<C>(
  checks: readonly Check<C>[],
  context: C,
  switches: CheckSwitches = {},
): Promise<Refusal | undefined> {
  const skip = switches[skipChecks]
  for (const check of checks) {
    if (skip !== undefined && (skip.has(check.word) || skip.has(nameOfCheck(check)))) continue
    const asked = check.holds(context)
    const finding = asked instanceof Promise ? await asked : asked
    if (finding === false) return new Refusal(check.word)
    if (finding !== true) return new Refusal(check.word, finding)
  }
  return undefined
}
