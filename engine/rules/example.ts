/** Small flows in few words: every rule shows one that breaks it and the same one mended. */

import { FLOW_LANGUAGE_VERSION, type FlowType, type Json } from '../language/flow.ts';
import type { FunctionContractView } from './analysis/function-results.ts';

export interface ExampleFlow {
  /** Others name it by this, e.g. `${flow.menu}`; its file is called so too. */
  readonly name: string;
  /** Absent: to be inferred. */
  readonly type?: FlowType;
  readonly text: string;
}

/** Flows that are checked together; the rule is about the first. */
export interface Example {
  readonly flows: readonly ExampleFlow[];
  /** What its functions answer, by name, where the rule asks. */
  readonly contracts?: Readonly<Record<string, FunctionContractView>>;
}

export interface ExampleStep {
  readonly type: string;
  readonly parameters?: Json;
  readonly next?: string;
  /** Error type → step. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Operand → step, compared with `operator`. */
  readonly cases?: Readonly<Record<string, string>>;
  readonly operator?: string;
  /** In place of all that stands in `Transitions` otherwise. */
  readonly transitions?: Json;
}

interface Rest {
  readonly name?: string;
  readonly type?: FlowType;
  readonly metadata?: Json;
  readonly settings?: Json;
  readonly start?: string;
  readonly version?: string;
}

/** A flow whose first step is its start, unless it is said otherwise. */
export function exampleFlow(steps: Readonly<Record<string, ExampleStep>>, rest: Rest = {}): ExampleFlow {
  const { name = 'example', type = 'CONTACT_FLOW', metadata, settings } = rest;
  const document = {
    Version: rest.version ?? FLOW_LANGUAGE_VERSION,
    StartAction: rest.start ?? Object.keys(steps)[0] ?? '',
    ...(metadata === undefined ? {} : { Metadata: metadata }),
    ...(settings === undefined ? {} : { Settings: settings }),
    Actions: Object.entries(steps).map(([identifier, step]) => exampleAction(identifier, step)),
  };
  return { name, type, text: JSON.stringify(document) };
}

/** One flow alone. */
export const alone = (steps: Readonly<Record<string, ExampleStep>>, rest: Rest = {}): Example => ({
  flows: [exampleFlow(steps, rest)],
});

function exampleAction(identifier: string, step: ExampleStep): object {
  const { type, parameters = {}, next, errors = {}, cases = {}, operator = 'Equals' } = step;
  const Errors = Object.entries(errors).map(([ErrorType, NextAction]) => ({ NextAction, ErrorType }));
  const Conditions = Object.entries(cases).map(([operand, NextAction]) => ({
    NextAction,
    Condition: { Operator: operator, Operands: [operand] },
  }));
  return {
    Identifier: identifier,
    Type: type,
    Parameters: parameters,
    Transitions: step.transitions ?? {
      ...(next === undefined ? {} : { NextAction: next }),
      ...(Errors.length > 0 ? { Errors } : {}),
      ...(Conditions.length > 0 ? { Conditions } : {}),
    },
  };
}

/** Steps that most examples need. */
export const hangUp: ExampleStep = { type: 'DisconnectParticipant' };
export const say = (text: string, next: string): ExampleStep => ({
  type: 'MessageParticipant',
  parameters: { Text: text },
  next,
  errors: { NoMatchingError: next },
});
export const call = (name: string, next: string, onError: string, parameters?: Json): ExampleStep => ({
  type: 'InvokeLambdaFunction',
  parameters: {
    LambdaFunctionARN: `$\{function.${name}}`,
    InvocationTimeLimitSeconds: '4',
    ...(parameters === undefined ? {} : { LambdaInvocationAttributes: parameters }),
  },
  next,
  errors: { NoMatchingError: onError },
});
export const set = (attributes: Json, next: string, onError = next): ExampleStep => ({
  type: 'UpdateContactAttributes',
  parameters: { Attributes: attributes, TargetContact: 'Current' },
  next,
  errors: { NoMatchingError: onError },
});
export const decide = (
  value: string,
  cases: Readonly<Record<string, string>>,
  otherwise: string,
): ExampleStep => ({
  type: 'Compare',
  parameters: { ComparisonValue: value },
  next: otherwise,
  cases,
  errors: { NoMatchingCondition: otherwise },
});
export const count = (again: string, done: string): ExampleStep => ({
  type: 'Loop',
  parameters: { LoopCount: '2' },
  next: done,
  cases: { ContinueLooping: again, DoneLooping: done },
});
export const menu = (cases: Readonly<Record<string, string>>, otherwise: string): ExampleStep => ({
  type: 'GetParticipantInput',
  parameters: { Text: 'Press a key.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
  next: otherwise,
  cases,
  errors: {
    InputTimeLimitExceeded: otherwise,
    NoMatchingCondition: otherwise,
    NoMatchingError: otherwise,
  },
});
export const ask = (text: string, next: string, onError: string): ExampleStep => ({
  type: 'GetParticipantInput',
  parameters: {
    Text: text,
    StoreInput: 'True',
    InputTimeLimitSeconds: '5',
    InputValidation: { CustomValidation: { MaximumLength: '8' } },
  },
  next,
  errors: { NoMatchingError: onError },
});
export const setQueue = (next: string, onError: string): ExampleStep => ({
  type: 'UpdateContactTargetQueue',
  parameters: { QueueId: `$\{queue.support}` },
  next,
  errors: { NoMatchingError: onError },
});
export const joinQueue = (otherwise: string): ExampleStep => ({
  type: 'TransferContactToQueue',
  next: otherwise,
  errors: { NoMatchingError: otherwise, QueueAtCapacity: otherwise },
});
export const goTo = (flow: string, onError: string): ExampleStep => ({
  type: 'TransferToFlow',
  parameters: { ContactFlowId: flow },
  next: onError,
  errors: { NoMatchingError: onError },
});
