/** Which ways out a step of our flows must have, may have and cannot have; anything else Connect refuses to publish. */
import { describe, expect, test } from '@jest/globals';
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import { checkAction } from '../../../engine/language/check.ts';
import type { FlowType, Json } from '../../../engine/language/flow.ts';

type When = readonly [operator: string, operand: string];

interface Form {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, Json>>;
  /** Whether there must be a next step, may be, or must not be. */
  readonly next: 'must' | 'may' | 'never';
  readonly mustHave?: readonly string[];
  readonly mayHave?: readonly string[];
  /** Conditions that stand together. */
  readonly when?: readonly When[];
  /** All of these conditions must be there, or at least one. */
  readonly needs?: 'all' | 'one';
  /** Conditions that cannot stand there, each by itself. */
  readonly never?: readonly When[];
  readonly flowType?: FlowType;
}

const equals = (...operands: readonly string[]): When[] => operands.map((operand) => ['Equals', operand]);
const NO_MATCH = ['NoMatchingError'];
const TEXT = { Text: 'Hello.' };
const STORE = { ...TEXT, StoreInput: 'True', InputTimeLimitSeconds: '5' };
const PROMPTS: Readonly<Record<string, Json>> = { Messages: [TEXT] };

const FORMS: readonly Form[] = [
  {
    type: 'CheckHoursOfOperation',
    next: 'may',
    mustHave: NO_MATCH,
    when: equals('True', 'False'),
    needs: 'all',
    never: [...equals('Open'), ['NumberLessThan', 'True']],
  },
  ...['NumberOfAgentsAvailable', 'NumberOfAgentsStaffed', 'NumberOfAgentsOnline'].map(
    (MetricType): Form => ({
      type: 'CheckMetricData',
      parameters: { MetricType },
      next: 'may',
      mustHave: ['NoMatchingError', 'NoMatchingCondition'],
      when: [['NumberGreaterThan', '0']],
      never: [
        ['NumberGreaterThan', '10'],
        ['NumberGreaterThan', '01'],
        ['NumberLessThan', '0'],
      ],
    }),
  ),
  ...['OldestContactInQueueAgeSeconds', 'NumberOfContactsInQueue'].map(
    (MetricType): Form => ({
      type: 'CheckMetricData',
      parameters: { MetricType },
      next: 'may',
      mustHave: ['NoMatchingError', 'NoMatchingCondition'],
      when: [['NumberGreaterThan', '300000'], ['NumberLessOrEqualTo', '5'], ...equals('7')],
      needs: 'one',
      never: [['TextContains', '3']],
    }),
  ),
  {
    type: 'Compare',
    parameters: { ComparisonValue: '$.Channel' },
    next: 'may',
    mustHave: ['NoMatchingCondition'],
    when: [...equals('CHAT'), ['TextStartsWith', 'V'], ['KeyExists', 'x']],
    needs: 'one',
    never: [['Resembles', 'VOICE']],
  },
  { type: 'DisconnectParticipant', next: 'never' },
  { type: 'EndFlowExecution', next: 'never' },
  { type: 'EndFlowModuleExecution', next: 'never', flowType: 'MODULE' },
  { type: 'GetMetricData', next: 'must', mustHave: NO_MATCH, never: equals('x') },
  {
    type: 'GetParticipantInput',
    parameters: { ...TEXT, StoreInput: 'False', InputTimeLimitSeconds: '5' },
    next: 'may',
    mustHave: ['NoMatchingCondition', 'NoMatchingError', 'InputTimeLimitExceeded'],
    when: equals('0', '9', '*', '#'),
    never: [...equals('12', '1x', 'x'), ['NumberGreaterThan', '1']],
  },
  {
    type: 'GetParticipantInput',
    parameters: { ...STORE, InputValidation: { CustomValidation: { MaximumLength: '4' } } },
    next: 'must',
    mustHave: NO_MATCH,
    never: equals('1'),
  },
  {
    type: 'GetParticipantInput',
    parameters: { ...STORE, InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } },
    next: 'must',
    mustHave: ['NoMatchingError', 'InvalidPhoneNumber'],
    never: equals('1'),
  },
  { type: 'GetParticipantInput', parameters: STORE, next: 'must', mustHave: NO_MATCH },
  {
    type: 'GetParticipantInput',
    parameters: { EnableDTMFBuffer: 'True' },
    next: 'must',
    mustHave: NO_MATCH,
    never: equals('1'),
  },
  {
    type: 'InvokeFlowModule',
    parameters: { FlowModuleId: 'verify' },
    next: 'must',
    mustHave: NO_MATCH,
    mayHave: ['NoMatchingCondition'],
    when: equals('Verified', 'Failed'),
    never: [['TextContains', 'Verified']],
  },
  {
    type: 'InvokeLambdaFunction',
    parameters: { LambdaFunctionARN: 'arn:x', InvocationTimeLimitSeconds: '4' },
    next: 'must',
    mustHave: NO_MATCH,
    never: equals('x'),
  },
  {
    type: 'Loop',
    parameters: { LoopCount: '2' },
    next: 'must',
    mayHave: NO_MATCH,
    when: equals('ContinueLooping', 'DoneLooping'),
    needs: 'all',
    never: equals('Looping'),
  },
  { type: 'MessageParticipant', parameters: TEXT, next: 'must', mayHave: NO_MATCH, never: equals('x') },
  {
    type: 'MessageParticipantIteratively',
    parameters: PROMPTS,
    next: 'may',
    mayHave: NO_MATCH,
    never: equals('MessagesInterrupted'),
    flowType: 'CUSTOMER_QUEUE',
  },
  {
    type: 'MessageParticipantIteratively',
    parameters: { ...PROMPTS, InterruptFrequencySeconds: '30' },
    next: 'may',
    mayHave: NO_MATCH,
    when: equals('MessagesInterrupted'),
    never: [...equals('Interrupted'), ['TextContains', 'MessagesInterrupted']],
    flowType: 'CUSTOMER_QUEUE',
  },
  {
    type: 'TransferContactToQueue',
    next: 'must',
    mustHave: ['NoMatchingError', 'QueueAtCapacity'],
    never: equals('x'),
  },
  {
    type: 'TransferToFlow',
    parameters: { ContactFlowId: 'menu' },
    next: 'must',
    mustHave: NO_MATCH,
    never: equals('x'),
  },
  {
    type: 'UpdateContactAttributes',
    parameters: { Attributes: { a: 'x' } },
    next: 'must',
    mustHave: NO_MATCH,
  },
  {
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: { CustomerQueue: 'wait' } },
    next: 'must',
    mustHave: NO_MATCH,
  },
  { type: 'UpdateContactRecordingBehavior', next: 'must', never: equals('x') },
  { type: 'UpdateContactRoutingBehavior', parameters: { QueuePriority: '1' }, next: 'must' },
  {
    type: 'UpdateContactRoutingBehavior',
    parameters: { RoutingProficiencies: {} },
    next: 'must',
    mayHave: NO_MATCH,
  },
  { type: 'UpdateContactTargetQueue', parameters: { QueueId: 'x' }, next: 'must', mustHave: NO_MATCH },
  {
    type: 'UpdateContactTextToSpeechVoice',
    parameters: { TextToSpeechVoice: 'Lupe' },
    next: 'must',
    mayHave: NO_MATCH,
  },
  { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' }, next: 'must' },
];

describe.each(FORMS)('$type with $parameters', (form) => {
  const { mustHave = [], mayHave = [], when = [], never = [], needs } = form;
  const isRefused = (errors: readonly string[], conditions: readonly When[], hasNext: boolean) =>
    checkAction(
      {
        Identifier: 'it',
        Type: form.type,
        Parameters: form.parameters ?? {},
        Transitions: {
          ...(hasNext ? { NextAction: 'it' } : {}),
          Errors: errors.map((ErrorType) => ({ ErrorType, NextAction: 'it' })),
          Conditions: conditions.map(([Operator, operand]) => ({
            Condition: { Operator, Operands: [operand] },
            NextAction: 'it',
          })),
        },
      },
      0,
      form.flowType ?? 'CONTACT_FLOW',
      blockOf(form.type),
    ).length > 0;
  const usual = form.next !== 'never';

  test('is taken with all that it must and may have', () => {
    expect(isRefused(mustHave, when, usual)).toBe(false);
    expect(isRefused([...mustHave, ...mayHave], when, usual)).toBe(false);
  });
  test('is refused without an error that it must have, and with one that it does not know', () => {
    for (const missing of mustHave)
      expect(
        isRefused(
          mustHave.filter((error) => error !== missing),
          when,
          usual,
        ),
      ).toBe(true);
    for (const unknown of ['CallFailed', 'NoMatchingError', 'NoMatchingCondition'])
      if (!mustHave.includes(unknown) && !mayHave.includes(unknown))
        expect(isRefused([...mustHave, unknown], when, usual)).toBe(true);
  });
  test('is refused with a condition that it does not know, and without one that it needs', () => {
    for (const unknown of never) expect(isRefused(mustHave, [...when, unknown], usual)).toBe(true);
    if (needs !== undefined) expect(isRefused(mustHave, [], usual)).toBe(true);
    for (const one of when) {
      const isAlone = isRefused(mustHave, [one], usual);
      expect(isAlone).toBe(needs === 'all');
    }
  });
  test('has a next step as it must', () => {
    expect(isRefused(mustHave, when, false)).toBe(form.next === 'must');
    expect(isRefused(mustHave, when, true)).toBe(form.next === 'never');
  });
});
