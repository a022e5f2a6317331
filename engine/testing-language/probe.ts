/** What the blocks of a centre under test tell the test that runs, and what it answers. */
import type { JsonObject } from '../language/json.ts';
import type { FlowActionType, Strategy } from './test-case.ts';

/** A flow action that is about to run. */
export interface ReachedAction {
  /** Of the whole chain of contacts. */
  readonly contactId: string;
  readonly type: FlowActionType;
  /** Undefined where the flow names none. */
  readonly resource: string | undefined;
  /** The value of a reference at this moment. */
  value(reference: string): string | undefined;
}

/** `go-on`: as the flow says. `stand-still`: the test is over, or the caller hangs up before anything else happens. */
export type Answer = 'go-on' | 'stand-still' | Strategy;

export interface Probe {
  reached(action: ReachedAction): Answer;
  /** The action has left by its success branch. `results` by namespace, e.g. `External`. */
  completed(action: ReachedAction, results: JsonObject): void;
  /** Something that cannot happen offline was reached; the sentence is for whoever reads why a test failed. */
  missing(contactId: string, sentence: string): void;
  /** The hours of a queue, by its ARN. */
  hoursOfQueue(queueArn: string): string | undefined;
}
