/** Reads SendInstruction: what the simulated customer does (devguide/testing-language-actions-send-instruction). */
import type { JsonObject } from '../language/json.ts';
import { didYouMean } from '../language/similar.ts';
import { type Notes, within } from './notes.ts';
import type { NamelessAction } from './test-case.ts';

const TYPES = ['DtmfInput', 'Utterance', 'Disconnect'] as const;

export function readInstruction(
  action: JsonObject,
  parameters: JsonObject,
  path: string,
  chat: boolean,
  notes: Notes,
): NamelessAction | undefined {
  const place = within(path, 'Parameters');
  if (action['Actor'] !== undefined)
    notes.deviation(
      'actor-beside-parameters',
      'the Actor of an instruction stands in its Parameters only',
      within(path, 'Actor'),
    );
  if (parameters['Actor'] !== 'Customer')
    notes.deviation(
      'instruction-actor',
      `the Actor of an instruction is 'Customer'; this is ${JSON.stringify(parameters['Actor']) ?? 'missing'}`,
      within(place, 'Actor'),
    );
  if (parameters['Instruction'] === undefined && parameters['DtmfInput'] !== undefined) {
    notes.deviation(
      'flat-keys',
      "the service refuses DtmfInput directly in Parameters ('Invalid test case content'); it belongs in an Instruction",
      within(place, 'DtmfInput'),
    );
    return readKeys(parameters, 'DtmfInput', place, chat, notes);
  }
  const instruction = notes.object(parameters, 'Instruction', place);
  return instruction === undefined
    ? undefined
    : readKind(instruction, within(place, 'Instruction'), chat, notes);
}

function readKind(
  instruction: JsonObject,
  path: string,
  chat: boolean,
  notes: Notes,
): NamelessAction | undefined {
  const type = notes.text(instruction, 'Type', path);
  const place = within(path, 'Properties');
  switch (type) {
    case undefined:
      return undefined;
    case 'Disconnect':
      return { kind: 'disconnect' };
    case 'DtmfInput': {
      const properties = notes.object(instruction, 'Properties', path);
      return properties === undefined ? undefined : readKeys(properties, 'Value', place, chat, notes);
    }
    case 'TextUtterance':
    case 'TextInput':
      notes.deviation(
        'utterance-name',
        `'${type}' is an older name; the instruction is 'Utterance'`,
        within(path, 'Type'),
      );
      return readUtterance(instruction, path, notes);
    case 'Utterance':
      return readUtterance(instruction, path, notes);
    default:
      notes.error(
        'unknown-instruction',
        `there is no instruction '${type}'${didYouMean(type, TYPES)}`,
        within(path, 'Type'),
      );
      return undefined;
  }
}

/** Reports differ on whether keys are a text or a number; the text is the newer report, and keeps a leading 0. */
function readKeys(
  owner: JsonObject,
  name: string,
  path: string,
  chat: boolean,
  notes: Notes,
): NamelessAction | undefined {
  const value = owner[name];
  const place = within(path, name);
  if (typeof value === 'number')
    notes.deviation('numeric-keys', 'keys are a text; reports differ on whether a number works', place);
  const keys = typeof value === 'number' ? String(value) : notes.text(owner, name, path);
  if (keys === undefined) return undefined;
  if (!/^[0-9*#]+$/.test(keys)) {
    notes.error('no-keys', `keys are of 0 to 9, * and #; this is '${keys}'`, place);
    return undefined;
  }
  // The service's own words, as reported from live instances.
  if (chat) notes.error('keys-in-chat', 'DTMF input is not supported for Chat entry point', place);
  return { kind: 'keys', keys };
}

const UTTERANCES = ['Value', 'Text', 'SSML'] as const;

function readUtterance(instruction: JsonObject, path: string, notes: Notes): NamelessAction | undefined {
  const properties = notes.object(instruction, 'Properties', path);
  if (properties === undefined) return undefined;
  const place = within(path, 'Properties');
  const name = UTTERANCES.find((candidate) => properties[candidate] !== undefined) ?? 'Value';
  if (name !== 'Value')
    notes.deviation(
      'utterance-key',
      `the pages say ${name}, but the service refuses it ('Invalid test case content') and takes Value`,
      within(place, name),
    );
  const text = notes.text(properties, name, place);
  const { LanguageCode } = properties;
  if (text === undefined) return undefined;
  return {
    kind: 'utterance',
    text: name === 'SSML' ? text.replaceAll(/<[^>]*>/g, ' ').trim() : text,
    ...(typeof LanguageCode === 'string' ? { languageCode: LanguageCode } : {}),
  };
}
