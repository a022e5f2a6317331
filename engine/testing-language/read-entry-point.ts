/** Reads where a test begins and with which attributes (API_TestCaseEntryPoint, CreateTestCase's InitializationData). */
import type { Json } from '../language/flow.ts';
import { isObject, type JsonObject, kindOf } from '../language/json.ts';
import { didYouMean } from '../language/similar.ts';
import { type Notes, within } from './notes.ts';
import type { EntryPoint } from './test-case.ts';

const TYPES = ['VOICE_CALL', 'CHAT'] as const;
/** A number that is nobody's. */
export const ANYBODY = '+12025550123';
const PARAMETERS = { VOICE_CALL: 'VoiceCallEntryPointParameters', CHAT: 'ChatEntryPointParameters' } as const;

/** @param to the number that is dialled where nothing says where the call begins, which the API allows */
export function readEntryPoint(value: Json, to: string | undefined, notes: Notes): EntryPoint | undefined {
  if (value === null && to !== undefined) {
    notes.deviation('no-entry-point', `EntryPoint is missing; the call dials ${to}`, 'EntryPoint');
    return { kind: 'voice', from: ANYBODY, to };
  }
  if (!isObject(value)) {
    const found = value === null ? 'nothing' : kindOf(value);
    notes.error('no-entry-point', `EntryPoint says where the call begins; this is ${found}`, 'EntryPoint');
    return undefined;
  }
  const name = notes.text(value, 'Type', 'EntryPoint');
  const type = TYPES.find((candidate) => candidate === name);
  if (name === undefined) return undefined;
  if (type === undefined) {
    notes.error(
      'unknown-entry-point',
      `there is no entry point '${name}'${didYouMean(name, TYPES)}`,
      'EntryPoint.Type',
    );
    return undefined;
  }
  const parameters = notes.object(value, PARAMETERS[type], 'EntryPoint');
  if (parameters === undefined) return undefined;
  const path = within('EntryPoint', PARAMETERS[type]);
  if (type === 'VOICE_CALL') return readCall(parameters, path, notes);
  const flowId = notes.text(parameters, 'FlowId', path);
  return flowId === undefined ? undefined : { kind: 'chat', flowId };
}

/** What a call may have together (seen live); the console writes null for what is not set. */
function readCall(parameters: JsonObject, path: string, notes: Notes): EntryPoint | undefined {
  if (parameters['TranscriptionLanguageCodes'] !== undefined)
    notes.deviation(
      'transcription-languages',
      "TranscriptionLanguageCodes is the console's own; the API does not know it",
      within(path, 'TranscriptionLanguageCodes'),
    );
  const member = (name: string): string | undefined =>
    parameters[name] === undefined || parameters[name] === null
      ? undefined
      : notes.text(parameters, name, path);
  const flowId = member('FlowId');
  const from = member('SourcePhoneNumber');
  const to = member('DestinationPhoneNumber');
  for (const [name, number] of [
    ['SourcePhoneNumber', from],
    ['DestinationPhoneNumber', to],
  ] as const) {
    if (number !== undefined && !/^\+[1-9]\d{1,14}$/.test(number))
      notes.error(
        'no-number',
        `${name} is a number like +12025550123; this is '${number}'`,
        within(path, name),
      );
  }
  // The service's own words, as reported from live instances.
  if (flowId === undefined ? to === undefined : to !== undefined) {
    notes.error('flow-or-numbers', 'Must specify either FlowId or phone numbers', path);
    return undefined;
  }
  if (to !== undefined && from === undefined) {
    notes.error('no-source-number', 'Missing mandatory parameter: SourcePhoneNumber', path);
    return undefined;
  }
  return {
    kind: 'voice',
    ...(flowId === undefined ? {} : { flowId }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Live, only `{"Attributes":{…},"SegmentAttributes":{…}}` is read back; a flat map is taken, and reads empty. */
export function readAttributes(value: Json, notes: Notes): Readonly<Record<string, string>> {
  if (value === null || value === '') return {};
  const path = 'InitializationData';
  if (!isObject(value)) {
    notes.error('wrong-kind', `InitializationData is an object; this is ${kindOf(value)}`, path);
    return {};
  }
  const { Attributes, SegmentAttributes, ...others } = value;
  if (Object.keys(others).length > 0)
    notes.deviation(
      'flat-initialization',
      `the service reads nothing of ${Object.keys(others).join(', ')}; put it into Attributes`,
      path,
    );
  if (isObject(SegmentAttributes) && Object.keys(SegmentAttributes).length > 0)
    notes.deviation(
      'segment-attributes',
      'segment attributes are not set offline',
      within(path, 'SegmentAttributes'),
    );
  if (Attributes === undefined || Attributes === null) return {};
  const attributes = notes.object(value, 'Attributes', path);
  const read: Record<string, string> = {};
  for (const [name, text] of Object.entries(attributes ?? {})) {
    if (typeof text === 'string') read[name] = text;
    else
      notes.error(
        'wrong-kind',
        `the attribute '${name}' is a text; this is ${kindOf(text)}`,
        within(path, `Attributes.${name}`),
      );
  }
  return read;
}
