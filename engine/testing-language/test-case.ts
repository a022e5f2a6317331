/** A test case of Amazon Connect as it was meant, whatever dialect it was written in. */
import type { JsonObject } from '../language/json.ts';

/** The input of CreateTestCase (API_CreateTestCase), read. */
export interface TestCase {
  readonly name: string;
  readonly description?: string;
  readonly entryPoint: EntryPoint;
  /** What the contact begins with. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly document: TestDocument;
}

/** At least one of `flowId` and `to`; E.164 (API_VoiceCallEntryPointParameters). */
export type EntryPoint =
  | { readonly kind: 'voice'; readonly flowId?: string; readonly from?: string; readonly to?: string }
  | { readonly kind: 'chat'; readonly flowId: string };

export interface TestDocument {
  /** The console's layout; kept, never looked at. */
  readonly metadata: JsonObject;
  readonly observations: readonly Observation[];
}

/** An event that is waited for, what is done when it comes, and what is waited for after it. */
export interface Observation {
  readonly identifier: string;
  readonly eventIdentifier: string;
  readonly event: ObservedEvent;
  /** In the order in which they run. */
  readonly actions: readonly TestAction[];
  /** Identifiers of the observations that become active. */
  readonly next: readonly string[];
}

export type ObservedEvent =
  | { readonly kind: 'test-initiated' }
  | { readonly kind: 'test-completed' }
  | { readonly kind: 'message'; readonly message: ExpectedMessage; readonly matching: Matching }
  | { readonly kind: 'action-started'; readonly action: FlowActionPlace }
  | { readonly kind: 'action-completed'; readonly action: FlowActionPlace };

export type ExpectedMessage =
  | { readonly by: 'text'; readonly text: string }
  | { readonly by: 'ssml'; readonly text: string }
  | { readonly by: 'prompt'; readonly promptId: string }
  | { readonly by: 'media'; readonly uri: string };

export const MATCHINGS = ['Similarity', 'Inclusion'] as const;
export type Matching = (typeof MATCHINGS)[number];

/** Flow actions that a test can observe or override. */
export const FLOW_ACTION_TYPES = [
  'InvokeLambdaFunction',
  'CheckHoursOfOperation',
  'TransferContactToQueue',
  'DequeueAndTransferToQueue',
  'ConnectParticipantWithLexBot',
  'ConnectParticipantWithAgenticCX',
] as const;
export type FlowActionType = (typeof FLOW_ACTION_TYPES)[number];

/** A flow action by its type and the resource that it uses: a function, hours, a queue, a bot, an application. */
export interface FlowActionPlace {
  readonly type: FlowActionType;
  readonly resource: string;
}

export type TestAction = { readonly identifier: string } & (
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'utterance'; readonly text: string; readonly languageCode?: string }
  | { readonly kind: 'disconnect' }
  | { readonly kind: 'override'; readonly action: FlowActionPlace; readonly strategy: Strategy }
  | Assertion
  | { readonly kind: 'end-test' }
  | { readonly kind: 'log'; readonly expressions: Readonly<Record<string, string>> }
);

type Nameless<T> = T extends unknown ? Omit<T, 'identifier'> : never;
/** An action before it has its name. */
export type NamelessAction = Nameless<TestAction>;

export interface Assertion {
  readonly kind: 'assert';
  /** A reference as in flows, e.g. `$.Queue.Name`. */
  readonly namespace: string;
  readonly operator: AssertOperator;
  /** Absent for `Exists` only. */
  readonly operand?: string;
}

export const ASSERT_OPERATORS = [
  'Equals',
  'TextStartsWith',
  'TextEndsWith',
  'TextContains',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
  'Exists',
] as const;
export type AssertOperator = (typeof ASSERT_OPERATORS)[number];

export type Strategy =
  | { readonly kind: 'substitute'; readonly arn: string }
  /** `InHours` or `OutOfHours` for hours, serialized JSON for functions and bots. */
  | { readonly kind: 'result'; readonly value: string; readonly delaySeconds: number }
  | { readonly kind: 'error'; readonly error: MockedError; readonly delaySeconds: number };

export const MOCKED_ERRORS = ['NoMatchingError', 'TimeLimitExceeded', 'QueueAtCapacity'] as const;
export type MockedError = (typeof MOCKED_ERRORS)[number];

/** What can be overridden in which way (devguide/testing-language-actions-override-system-behavior; hours and queues: seen live). */
export const OVERRIDES: Readonly<
  Partial<Record<FlowActionType, { readonly result: boolean; readonly errors: readonly MockedError[] }>>
> = {
  InvokeLambdaFunction: { result: true, errors: ['TimeLimitExceeded', 'NoMatchingError'] },
  CheckHoursOfOperation: { result: true, errors: ['NoMatchingError'] },
  ConnectParticipantWithLexBot: { result: true, errors: ['TimeLimitExceeded', 'NoMatchingError'] },
  TransferContactToQueue: { result: false, errors: ['QueueAtCapacity', 'NoMatchingError'] },
  DequeueAndTransferToQueue: { result: false, errors: ['QueueAtCapacity', 'NoMatchingError'] },
};

/** Which events each flow action has (devguide/testing-language-events-flow-action-started and -completed). */
export const FLOW_ACTION_EVENTS: Readonly<
  Record<FlowActionType, readonly ('action-started' | 'action-completed')[]>
> = {
  InvokeLambdaFunction: ['action-started', 'action-completed'],
  CheckHoursOfOperation: ['action-started'],
  TransferContactToQueue: ['action-started'],
  DequeueAndTransferToQueue: [],
  ConnectParticipantWithLexBot: ['action-started', 'action-completed'],
  ConnectParticipantWithAgenticCX: ['action-completed'],
};

/** The one version that the service takes (devguide/testing-language; seen live). */
export const TESTING_LANGUAGE_VERSION = '2019-10-30';
