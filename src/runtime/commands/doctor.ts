// `entente doctor`: looks at everything that can be wrong and says what to do about it. Changes nothing.
import type { Command } from 'commander'
import { findingsAboutDatabase, findingsAboutSettings, type Finding } from '../doctor/ground.ts'
import { findingsAboutMembers } from '../doctor/members.ts'
import { findingsAboutPartners } from '../doctor/partners.ts'
import { findingsAboutWork } from '../doctor/work.ts'
import { EXIT, explain } from '../trouble.ts'
import { answer, command, type Common, settings, withServing } from './kit.ts'

const SIGNS = { ok: '  ok ', warn: 'warn ', error: 'ERROR' } as const

export function addDoctor(program: Command): void {
  command(
    program,
    'doctor',
    'Check settings, clock, database, keys, partners, fences and queues, and say what to do. Exit code 1 when something is wrong.',
    ['doctor', 'doctor --json'],
  ).action(doctor)
}

async function doctor(options: Common): Promise<void> {
  const findings = await examine(options)
  const wrong = findings.filter(({ level }) => level === 'error').length
  const warned = findings.filter(({ level }) => level === 'warn').length
  answer(options, { healthy: wrong === 0, findings }, [
    ...findings.flatMap(({ level, about, says, todo }) => [
      `${SIGNS[level]}  ${about}: ${says}`,
      ...(todo === null ? [] : [`         → ${todo}`]),
    ]),
    '',
    wrong + warned === 0 ? 'All is well.' : `${wrong} wrong, ${warned} to look at.`,
  ])
  if (wrong > 0) process.exitCode = EXIT.refused
}

/** Each part stands on the one before; the first that does not hold ends it. */
async function examine(options: Common): Promise<Finding[]> {
  const findings: Finding[] = []
  try {
    const config = settings(options)
    findings.push(...findingsAboutSettings(config))
    findings.push(...(await findingsAboutDatabase(config)))
    if (findings.some(({ level }) => level === 'error')) return findings
    await withServing(config, async ({ gateway }) => {
      findings.push(...(await findingsAboutMembers(gateway)))
      findings.push(...(await findingsAboutPartners(gateway)))
      findings.push(...(await findingsAboutWork(gateway)))
    })
  } catch (error) {
    const { sentence } = explain(error)
    findings.push({ level: 'error', about: 'gateway', says: sentence, todo: null })
  }
  return findings
}
