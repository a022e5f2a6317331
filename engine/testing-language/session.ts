/** One test while it runs: which observations are active, what has matched, and what is to be done about it. */
import type { JsonObject } from '../language/json.ts';
import { Doing, type Read } from './doing.ts';
import { type Occurrence, recordedProperties } from './event-record.ts';
import { hears, type Message, type MessageEvent } from './hearing.ts';
import { ObservedResults } from './observed-results.ts';
import { EVENT_TYPES } from './print-test-case.ts';
import type { Answer, ReachedAction } from './probe.ts';
import type { ActionRecord, CompletionReason, ObservationRecord, TimedObservation } from './records.ts';
import { sameResource } from './same-resource.ts';
import type { Observation, TestCase } from './test-case.ts';

/** What a session may ask about its call. */
export interface Surroundings {
  nowMs(): number;
  /** The value of a reference for the call between two steps; undefined before it begins. */
  value(reference: string): string | undefined;
  promptName(promptId: string): string | undefined;
}

export class Session {
  readonly observations: TimedObservation[] = [];
  /** Sentences for whoever reads the result. */
  readonly notes: string[] = [];
  reason: CompletionReason | undefined;
  readonly #testCase: TestCase;
  readonly #surroundings: Surroundings;
  readonly #byName: ReadonlyMap<string, Observation>;
  readonly #doing: Doing;
  readonly #results = new ObservedResults();
  #active: Observation[];
  /** By which message an observation became active. */
  readonly #activeSince = new Map<Observation, Message>();

  constructor(testCase: TestCase, surroundings: Surroundings) {
    const { observations } = testCase.document;
    this.#testCase = testCase;
    this.#doing = new Doing(this.notes, testCase.entryPoint.kind === 'chat');
    this.#surroundings = surroundings;
    this.#byName = new Map(observations.map((one) => [one.identifier, one]));
    const led = new Set(observations.flatMap(({ next }) => next));
    this.#active = observations.filter(({ identifier }) => !led.has(identifier));
  }

  readonly #readNow: Read = (reference) => this.#surroundings.value(reference);

  /** Before the flow starts. */
  begin(): void {
    this.#happens({ kind: 'test-initiated' }, this.#readNow);
  }

  message(message: Message): void {
    this.#happens({ kind: 'message', message }, this.#readNow);
  }

  /** Observers act first, so that an override of theirs is there when it is looked for. */
  reached({ type, resource, value }: ReachedAction): Answer {
    if (this.#isOver) return 'stand-still';
    if (resource === undefined) return 'go-on';
    this.#happens({ kind: 'action-started', action: { type, resource } }, value);
    if (this.#isOver) return 'stand-still';
    return this.#doing.overrides.take(type, resource) ?? 'go-on';
  }

  completed({ type, resource, value }: ReachedAction, results: JsonObject): void {
    if (this.#isOver || resource === undefined) return;
    this.#results.offer(results);
    const matched = this.#happens({ kind: 'action-completed', action: { type, resource } }, value);
    if (!matched) this.#results.withdraw();
  }

  /** Nothing that is waited for can come any more. */
  timeOut(): void {
    this.#finish({
      Type: 'TIMEOUT',
      Message: 'Test case execution exceeded time limit',
      Details: {},
      FailureReasons: ['OBSERVE_EVENT'],
    });
  }

  /** The test cannot begin. */
  refuse(sentence: string): void {
    this.#finish({
      Type: 'FAILURE',
      Message: sentence,
      Details: {},
      FailureReasons: ['INITIALIZATION_FAILURE'],
    });
  }

  /** Keys that are still to be pressed. */
  get keys(): string[] {
    return this.#doing.keys;
  }

  get written(): string[] {
    return this.#doing.written;
  }

  get hangsUp(): boolean {
    return this.#doing.hangsUp;
  }

  /** Observations that are waited for now. */
  get active(): readonly Observation[] {
    return this.#active;
  }

  get #isOver(): boolean {
    return this.reason !== undefined || this.#doing.hangsUp;
  }

  /** @returns whether an observation matched */
  #happens(occurrence: Occurrence, read: Read): boolean {
    if (this.reason !== undefined) return false;
    const matched = this.#active.filter((one) => this.#matches(one, occurrence));
    if (matched.length === 0) return false;
    this.#active = this.#active.filter((one) => !matched.includes(one));
    for (const one of matched) this.#observe(one, occurrence, read);
    for (const { next } of matched) this.#activate(next, occurrence);
    if (this.#doing.failedAssertion !== undefined)
      this.#finish({
        Type: 'FAILURE',
        Message: this.#doing.failedAssertion,
        Details: {},
        FailureReasons: ['ASSERT_DATA'],
      });
    else if (this.#doing.ending) this.#end();
    return true;
  }

  #activate(names: readonly string[], occurrence: Occurrence): void {
    for (const name of names) {
      const next = this.#byName.get(name);
      const done = this.observations.some(({ record }) => record.Identifier === name);
      if (next === undefined || done || this.#active.includes(next)) continue;
      this.#active.push(next);
      if (occurrence.kind === 'message') this.#activeSince.set(next, occurrence.message);
    }
  }

  #matches(observation: Observation, occurrence: Occurrence): boolean {
    const { event } = observation;
    switch (occurrence.kind) {
      case 'test-initiated':
      case 'test-completed':
        return event.kind === occurrence.kind;
      case 'action-started':
      case 'action-completed':
        return (
          event.kind === occurrence.kind &&
          event.action.type === occurrence.action.type &&
          sameResource(event.action.resource, occurrence.action.resource)
        );
      case 'message':
        return event.kind === 'message' && this.#hears(observation, event, occurrence.message);
    }
  }

  #hears(observation: Observation, event: MessageEvent, message: Message): boolean {
    const since = this.#activeSince.get(observation);
    const before = since?.runNumber === message.runNumber ? since.run.length : 0;
    const heard = hears(event, message, before, this.#surroundings.promptName);
    for (const doubt of heard.doubts) this.notes.push(`'${observation.identifier}' ${doubt}`);
    return heard.matches;
  }

  #observe(observation: Observation, occurrence: Occurrence, read: Read): void {
    const actions: ActionRecord[] = [];
    for (const action of observation.actions) {
      const record = this.#doing.act(action, (reference) => this.#results.read(reference, read));
      actions.push(record);
      if (record.Status === 'FAILED' || action.kind === 'end-test') break;
    }
    const failed = actions.some(({ Status }) => Status === 'FAILED');
    this.#keep({
      Type: 'OBSERVATION',
      Identifier: observation.identifier,
      Status: failed ? 'FAILED' : 'PASSED',
      Event: {
        Type: EVENT_TYPES[observation.event.kind],
        Properties: recordedProperties(observation.event, occurrence),
      },
      Actions: actions,
    });
  }

  /** EndTest: what was to come and has not is a failure, since a check that was skipped has not passed. */
  #end(): void {
    this.#finish({
      Type: 'SUCCESS',
      Message: 'Test case execution completed.',
      Details: {},
      FailureReasons: [],
    });
  }

  #finish(reason: CompletionReason): void {
    if (this.reason !== undefined) return;
    const last = this.#active.filter(({ event }) => event.kind === 'test-completed');
    this.#active = this.#active.filter((one) => !last.includes(one));
    if (!reason.FailureReasons.includes('INITIALIZATION_FAILURE')) {
      for (const one of last) this.#observe(one, { kind: 'test-completed' }, this.#readNow);
      for (const { next } of last) this.#activate(next, { kind: 'test-completed' });
    }
    this.reason = this.#judged(reason);
    this.#keepUnmatched();
  }

  #judged(reason: CompletionReason): CompletionReason {
    if (reason.Type !== 'SUCCESS') return reason;
    if (this.#doing.failedAssertion !== undefined)
      return {
        ...reason,
        Type: 'FAILURE',
        Message: this.#doing.failedAssertion,
        FailureReasons: ['ASSERT_DATA'],
      };
    const left = this.#unmatched.map(({ identifier }) => `'${identifier}'`);
    if (left.length === 0) return reason;
    const Message = `The test was ended before ${left.join(', ')} matched`;
    return { ...reason, Type: 'FAILURE', Message, FailureReasons: ['OBSERVE_EVENT'] };
  }

  get #unmatched(): readonly Observation[] {
    const done = new Set(this.observations.map(({ record }) => record.Identifier));
    return this.#testCase.document.observations.filter(({ identifier }) => !done.has(identifier));
  }

  #keepUnmatched(): void {
    for (const { identifier, event } of this.#unmatched) {
      const Event = { Type: EVENT_TYPES[event.kind], Properties: recordedProperties(event) };
      this.#keep({ Type: 'OBSERVATION', Identifier: identifier, Status: 'FAILED', Event, Actions: [] });
    }
    for (const { type, resource } of this.#doing.overrides.unused)
      this.notes.push(`the override of ${type} for '${resource}' was never used`);
  }

  #keep(record: ObservationRecord): void {
    this.observations.push({ atMs: this.#surroundings.nowMs(), record });
  }
}
