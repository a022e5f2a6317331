/** What is kept of the recording of a caller's way through the flows, and how others see it. */

/** A stretch of time, ms since 1970, in which it was on; `toMs` is unset while it is. */
export interface RecordedStretch {
  /** Of the chain: each contact has a recording of its own, and one may begin at the moment in which another ends. */
  readonly contactId: string;
  readonly fromMs: number;
  toMs: number | undefined;
}

/** Words of the caller's that are in the recording. */
export interface RecordedWords {
  readonly contactId: string;
  readonly atMs: number;
  readonly text: string;
}

export interface FlowRecording {
  readonly stretches: RecordedStretch[];
  readonly said: RecordedWords[];
}

/** As anybody outside the engine sees it. */
export interface FlowRecordingDescription {
  readonly stretches: readonly {
    readonly contactId: string;
    readonly fromMs: number;
    readonly toMs?: number;
  }[];
  readonly said: readonly RecordedWords[];
}

export const describeFlowRecording = ({ stretches, said }: FlowRecording): FlowRecordingDescription => ({
  stretches: stretches.map(({ contactId, fromMs, toMs }) => ({
    contactId,
    fromMs,
    ...(toMs === undefined ? {} : { toMs }),
  })),
  said: [...said],
});
