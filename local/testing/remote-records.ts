/** Reads the records of a run on the service, whose JSON is not published: what is there is taken, the rest is left. */
import * as z from 'zod';
import type { Json } from '../../engine/language/flow.ts';
import type { ObservationRecord } from '../../engine/testing-language/records.ts';
import type { Failure } from './outcome.ts';

const json: z.ZodType<Json> = z.json();
const object = z.record(z.string(), json);
const status = z.enum(['PASSED', 'FAILED']).catch('FAILED');

const action = z.object({
  Identifier: z.string().default(''),
  Type: z.string().default(''),
  Status: status,
  ExpectedParameters: object.default({}),
  ActualParameters: object.optional(),
});

const observation = z.object({
  Type: z.literal('OBSERVATION'),
  Identifier: z.string(),
  Status: status,
  Event: z
    .object({ Type: z.string().default(''), Properties: object.default({}) })
    .default({ Type: '', Properties: {} }),
  Actions: z.array(action).default([]),
});

const completion = z.object({
  Type: z.literal('COMPLETION'),
  CompletionReason: z
    .object({
      Type: z.string().default(''),
      Message: z.string().default(''),
      FailureReasons: z.array(z.string()).default([]),
    })
    .optional(),
});

export interface RemoteRecords {
  readonly observations: readonly ObservationRecord[];
  /** Undefined where the records do not say. */
  readonly failure: Failure | undefined;
}

export function readRecords(texts: readonly string[]): RemoteRecords {
  const observations: ObservationRecord[] = [];
  let failure: Failure | undefined;
  for (const text of texts) {
    const value = parsed(text);
    const observed = observation.safeParse(value);
    if (observed.success) {
      const { Actions, ...record } = observed.data;
      observations.push({
        ...record,
        Actions: Actions.map(({ ActualParameters, ...one }) =>
          ActualParameters === undefined ? one : { ...one, ActualParameters },
        ),
      });
    }
    const reason = completion.safeParse(value).data?.CompletionReason;
    if (reason !== undefined && reason.Type !== 'SUCCESS')
      failure = { type: reason.Type, reasons: reason.FailureReasons, message: reason.Message, heard: [] };
  }
  return failure === undefined
    ? { observations, failure }
    : { observations, failure: { ...failure, heard: observations.flatMap(heardIn) } };
}

function heardIn({ Event: { Properties } }: ObservationRecord): readonly string[] {
  const { Text } = Properties;
  return typeof Text === 'string' ? [Text] : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
