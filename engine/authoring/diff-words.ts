/** How steps and branches are spoken of where two flows are compared. */
import { blockOf } from '../blocks/catalogue.ts';
import type { WayOut } from '../blocks/ways-out.ts';
import type { FlowAction, Json } from '../language/flow.ts';
import { isList, isObject } from '../language/json.ts';

const WORDS_SHOWN = 120;

/** What the designer names steps by default; it says nothing to a reader. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `'ask'`, or the type of a step that nobody named. */
export const stepWords = ({ Identifier, Type }: FlowAction): string =>
  UUID.test(Identifier) ? `${Type} ${Identifier.slice(0, 8)}` : `'${Identifier}'`;

/** The step with what it says or does, in one line. */
export function summaryOf(action: FlowAction): string {
  const { Type, Parameters } = action;
  const words = ['Text', 'SSML', 'PromptId']
    .map((name) => Parameters[name])
    .find((value) => value !== undefined);
  const what = words === undefined ? purposeOf(Type) : `${Type} says ${inQuotes(words)}`;
  return `${stepWords(action)}: ${what}`;
}

const purposeOf = (type: string): string => {
  const block = blockOf(type);
  return block === undefined
    ? type
    : `${type} ${block.purpose.charAt(0).toLowerCase()}${block.purpose.slice(1, -1)}`;
};

/** A value on one line, long ones cut short. */
export function inQuotes(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text =
    typeof value === 'string' ? value : JSON.stringify(isList(value) || isObject(value) ? value : value);
  const line = text.replaceAll(/\s+/g, ' ');
  return `"${line.length > WORDS_SHOWN ? `${line.slice(0, WORDS_SHOWN)}…` : line}"`;
}

const ERRORS: Readonly<Record<string, string>> = {
  NoMatchingError: 'when it fails',
  InputTimeLimitExceeded: 'when nothing is pressed in time',
  QueueAtCapacity: 'when the queue is full',
  TimeLimitExceeded: 'when it takes too long',
  InvalidPhoneNumber: 'when no telephone number was keyed',
  InvalidCallbackNumber: 'when the number is none',
  CallbackNumberNotDialable: 'when the number cannot be dialled',
  CallFailed: 'when the call fails',
  ConnectionTimeLimitExceeded: 'when nobody answers',
};

const OPERATORS: Readonly<Record<string, string>> = {
  TextStartsWith: 'for what begins with',
  TextEndsWith: 'for what ends with',
  TextContains: 'for what contains',
  NumberGreaterThan: 'above',
  NumberGreaterOrEqualTo: 'from',
  NumberLessThan: 'below',
  NumberLessOrEqualTo: 'up to',
};

/** `on key 1`, `when nothing is pressed in time`: after "goes" and before "to". */
export function branchWords(action: FlowAction, way: WayOut): string {
  switch (way.kind) {
    case 'next':
      return 'on';
    case 'error':
      if (way.error === 'NoMatchingCondition') return isMenu(action) ? 'on any other key' : 'otherwise';
      return ERRORS[way.error] ?? `on ${way.error}`;
    case 'condition':
      if (isMenu(action)) return `on key ${way.operand}`;
      return `${OPERATORS[way.operator] ?? 'for'} ${inQuotes(way.operand)}`;
  }
}

const isMenu = ({ Type }: FlowAction): boolean => Type === 'GetParticipantInput';
