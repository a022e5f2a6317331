/** Reads one action of an observation (devguide/testing-language-actions-*). */
import type { JsonObject } from '../language/json.ts';
import { didYouMean } from '../language/similar.ts';
import { type Notes, within } from './notes.ts';
import { readAssertion } from './read-assertion.ts';
import { readInstruction } from './read-instruction.ts';
import { readOverride } from './read-override.ts';
import type { NamelessAction, TestAction } from './test-case.ts';

const TYPES = ['SendInstruction', 'OverrideSystemBehavior', 'Assert', 'TestControl'] as const;

export function readAction(
  action: JsonObject,
  path: string,
  chat: boolean,
  notes: Notes,
): TestAction | undefined {
  const identifier = notes.text(action, 'Identifier', path);
  const name = notes.text(action, 'Type', path);
  const parameters = notes.object(action, 'Parameters', path);
  if (name === undefined) return undefined;
  const type = TYPES.find((candidate) => candidate === name);
  if (type === undefined) {
    notes.error('unknown-action', `there is no action '${name}'${hint(name)}`, within(path, 'Type'));
    return undefined;
  }
  if (identifier === undefined || parameters === undefined) return undefined;
  const place = within(path, 'Parameters');
  checkEcho(type, parameters, place, notes);
  switch (type) {
    case 'SendInstruction':
      return named(identifier, readInstruction(action, parameters, path, chat, notes));
    case 'OverrideSystemBehavior':
      return named(identifier, readOverride(parameters, place, notes));
    case 'Assert':
      return named(identifier, readAssertion(parameters, place, notes));
    case 'TestControl':
      return named(identifier, readControl(parameters, place, notes));
  }
}

const named = (identifier: string, action: NamelessAction | undefined): TestAction | undefined =>
  action === undefined ? undefined : { identifier, ...action };

/** A failed assertion is reported as ASSERT_DATA, and many take that for the name of the action. */
const hint = (name: string): string =>
  /^assert_?data$/i.test(name) ? "; did you mean 'Assert'?" : didYouMean(name, TYPES);

/** `Parameters.ActionType` repeats the type, but not in Assert. */
function checkEcho(type: string, parameters: JsonObject, path: string, notes: Notes): void {
  const { ActionType } = parameters;
  const wanted = type === 'Assert' ? undefined : type;
  if (ActionType === wanted) return;
  const what =
    wanted === undefined
      ? 'Assert has no ActionType among its Parameters'
      : `the Parameters of ${type} repeat it as ActionType; this is ${JSON.stringify(ActionType) ?? 'missing'}`;
  notes.deviation('action-type-echo', what, within(path, 'ActionType'));
}

const COMMANDS = ['EndTest', 'LogData'] as const;

function readControl(parameters: JsonObject, path: string, notes: Notes): NamelessAction | undefined {
  const command = notes.object(parameters, 'Command', path);
  const place = within(path, 'Command');
  const type = command === undefined ? undefined : notes.text(command, 'Type', place);
  if (command === undefined || type === undefined) return undefined;
  if (type === 'EndTest') return { kind: 'end-test' };
  if (type !== 'LogData') {
    notes.error(
      'unknown-command',
      `there is no command '${type}'${didYouMean(type, COMMANDS)}`,
      within(place, 'Type'),
    );
    return undefined;
  }
  const properties = notes.object(command, 'Properties', place);
  const inner = within(place, 'Properties');
  const expressions = properties === undefined ? undefined : notes.object(properties, 'Expressions', inner);
  if (expressions === undefined) return undefined;
  const texts: Record<string, string> = {};
  for (const [label, text] of Object.entries(expressions)) {
    if (typeof text === 'string') texts[label] = text;
    else
      notes.error(
        'wrong-kind',
        `'${label}' is a text with references in it`,
        within(inner, `Expressions.${label}`),
      );
  }
  return { kind: 'log', expressions: texts };
}
