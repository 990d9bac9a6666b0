// The story: its steps in order. Each is remembered when it is done, so that a story that was cut off goes on where it stopped.
import { askAndAnswer } from './acts/ask-and-answer.ts'
import { batonToBasalt, severities } from './acts/severity-and-baton.ts'
import { engageFern, findings, proposal } from './acts/third-vendor.ts'
import { fernGoesDown, fernReturns, notesMeanwhile, waiting } from './acts/outage.ts'
import { openCase } from './acts/open-case.ts'
import { batonToFern, workaround } from './acts/kernel-bug.ts'
import { closing, reopening, solved } from './acts/closing.ts'
import { writeStory } from './demo-file.ts'
import type { Stage, Step } from './stage.ts'

export const STEPS: readonly Step[] = [
  { name: 'open-case', play: openCase },
  { name: 'ask-and-answer', play: askAndAnswer },
  { name: 'severities', play: severities },
  { name: 'baton-to-basalt', play: batonToBasalt },
  { name: 'findings', play: findings },
  { name: 'proposal', play: proposal },
  { name: 'engage-fern', play: engageFern },
  { name: 'fern-goes-down', play: fernGoesDown },
  { name: 'notes-meanwhile', play: notesMeanwhile },
  { name: 'waiting', play: waiting },
  { name: 'fern-returns', play: fernReturns },
  { name: 'baton-to-fern', play: batonToFern },
  { name: 'workaround', play: workaround },
  { name: 'closing', play: closing },
  { name: 'reopening', play: reopening },
  { name: 'solved', play: solved },
]

/** Plays what is left of the story; nothing when it ended before. */
export async function playStory(stage: Stage): Promise<void> {
  const { story, tell } = stage
  const left = STEPS.filter(({ name }) => !story.done.includes(name))
  const [next] = left
  if (next !== undefined && story.done.length > 0)
    tell.plain('', `The story was cut off before “${next.name}”; it goes on from there.`)
  for (const { name, play } of left) {
    await play(stage)
    story.done.push(name)
    writeStory(stage.data, story)
  }
  story.endedAt ??= new Date().toISOString()
  writeStory(stage.data, story)
}
