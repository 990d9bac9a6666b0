// Given a graph, the state it folds to; with short ways to look at one member and one engagement.
import { engagementOf, participantOf } from '../../src/core/cases/case.ts'
import type { CaseState, Engagement, Participant } from '../../src/core/cases/case.ts'
import { Desk } from './case-desk.ts'
import { idOf, memberOf, openedAll, type Graph } from './case-graph.ts'

export const stateOf = (graph: Graph): CaseState =>
  new Desk().receiveAll(openedAll(graph.events)).replica.state

export function participantIn(graph: Graph, letter: string): Participant {
  const found = participantOf(stateOf(graph), memberOf(letter))
  if (!found) throw new Error(`${letter} is not in the case`)
  return found
}

export function engagementIn(graph: Graph, name: string): Engagement {
  const found = engagementOf(stateOf(graph), idOf(name))
  if (!found) throw new Error(`${name} is no engagement`)
  return found
}
