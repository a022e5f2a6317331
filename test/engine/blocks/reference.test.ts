/** The catalogue holds exactly the actions of the reference, with its errors, conditions, parameters and flow types. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BLOCKS, CATALOGUE } from '../../../engine/blocks/catalogue.ts';
import { FLOW_TYPES } from '../../../engine/language/flow.ts';
import { formsOf } from './forms-of.ts';

interface Described {
  readonly type: string;
  readonly params: readonly string[];
  readonly conditions: string;
  readonly errorsRequired: readonly string[];
  readonly errorsOptional: readonly string[];
  readonly flowTypes: 'all' | readonly string[];
  readonly notes: readonly string[];
}

const file = join(process.cwd(), '..', 'shared', 'reference', 'flow-actions.json');
const described: readonly Described[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const describeReference = described.length > 0 ? describe : describe.skip;
const reason =
  described.length > 0 ? '' : ' (skipped: there is no folder ../shared/reference beside the repository)';

/** What the reference says in words that no comparison of names can follow. */
const WORDS = new Set(['none', 'one', 'exactly', 'unknown', 'a', 'array', 'Voice', 'References']);
/** The reference speaks of the fields of the service that ended as a group, without their names. */
const VOICE_ID = /VoiceId|VoiceAuthentication|Fraud/;
const ERROR =
  /\b(?:NoMatching\w+|\w+(?:Exceeded|Error|Failed|NotDialable|CallbackNumber|PhoneNumber)|QueueAtCapacity|ChannelMismatch|ContactNotLinked|MultipleFound|NoneFound|ParticipantNotFound)\b/g;

const errorsIn = (texts: readonly string[]) => new Set(texts.flatMap((text) => text.match(ERROR) ?? []));

describeReference(`the catalogue and the reference${reason}`, () => {
  test('name the same types', () => {
    expect(Object.keys(BLOCKS).toSorted()).toEqual(described.map(({ type }) => type).toSorted());
  });
  const pairs = described.flatMap((action) => {
    const block = CATALOGUE.find(({ type }) => type === action.type);
    return block === undefined ? [] : [{ type: action.type, action, block }];
  });
  test.each(pairs)('know the same errors of $type', ({ type, action, block }) => {
    const forms = formsOf(type).map((parameters) => block.branches(parameters).errors);
    const known = new Set(forms.flatMap(({ required, optional }) => [...required, ...optional]));
    expect([...known].toSorted()).toEqual(
      [...errorsIn([...action.errorsRequired, ...action.errorsOptional])].toSorted(),
    );
    for (const error of action.errorsRequired.filter((text) => /^\w+$/.test(text))) {
      for (const { required } of forms) expect(required).toContain(error);
    }
  });
  test.each(pairs)('agree on whether $type has conditions', ({ type, action, block }) => {
    const kinds = formsOf(type).map((parameters) => block.branches(parameters).conditions.kind);
    expect(kinds.some((kind) => kind !== 'none')).toBe(!action.conditions.startsWith('none'));
  });
  test.each(pairs)('know the same parameters of $type', ({ action, block }) => {
    const words = [...action.params, ...action.notes, ...action.errorsOptional].join(' ');
    const named = action.params
      .flatMap((param) => /^(\w+)/.exec(param)?.[1] ?? [])
      .filter((name) => !WORDS.has(name));
    if (block.parameters.open !== true) {
      for (const name of named) expect(Object.keys(block.parameters.fields)).toContain(name);
    }
    const fields = Object.keys(block.parameters.fields).filter((name) => !VOICE_ID.test(name));
    for (const name of fields) expect(`${block.type}: ${words}`).toContain(name);
  });
  test.each(pairs)('allow $type in the flows that the reference lists', ({ action, block }) => {
    const listed =
      action.flowTypes === 'all' ? FLOW_TYPES : FLOW_TYPES.filter((type) => action.flowTypes.includes(type));
    for (const type of listed) expect(block.flowTypes).toContain(type);
    expect(block.flowTypes).toContain('MODULE');
  });
});
