// What a door tells about itself: one record a request, one a fault. The runtime turns them into logs and metrics, so that no door
// knows a logger, and a Worker needs none of Node's.

export type RequestRecord = {
  readonly requestId: string
  readonly method: string
  /** The route as it was mounted, such as /api/cases/:caseId: never the address itself, which names cases. */
  readonly route: string
  readonly status: number
  readonly ms: number
  readonly member: string | null
  readonly client: string | null
  /** The word of the refusal, if it was one. */
  readonly word: string | null
}

export type FaultRecord = {
  readonly requestId: string
  readonly incident: string
  readonly method: string
  readonly route: string
  readonly error: unknown
}

export interface Telemetry {
  request(record: RequestRecord): void
  fault(record: FaultRecord): void
  /** Metrics in the text format of Prometheus; null where none are kept. */
  metrics(): Promise<{ readonly contentType: string; readonly text: string } | null>
}

/** Says nothing and keeps nothing. */
export const SILENT: Telemetry = {
  request: () => {},
  fault: () => {},
  metrics: async () => null,
}
