/** Reads a test case, in every dialect that has been reported; no text makes it throw. */
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Json } from '../language/flow.ts';
import { isDeeperThan, isObject, type JsonObject, kindOf } from '../language/json.ts';
import { TEST_CASE_CHARACTERS_MAX, TEST_CASE_JSON_DEPTH_MAX } from '../limits.ts';
import { Notes } from './notes.ts';
import { readDocument } from './read-document.ts';
import { ANYBODY, readAttributes, readEntryPoint } from './read-entry-point.ts';
import { type Lookup, putReferences } from './references.ts';
import type { TestCase } from './test-case.ts';

export interface ReadTestCase {
  /** As far as it can be told, also where the rest cannot be read. */
  readonly name: string;
  /** Undefined where an error stands in the way of running it. */
  readonly testCase?: TestCase;
  /** Paths are those of the document, or of the input around it. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReadOptions {
  /** The name of a bare document, which has none: that of its file. */
  readonly name: string;
  /** The number that is dialled where the text does not say where the call begins. */
  readonly to?: string;
  /** What `${kind.name}` stands for; left out, there are no such references. */
  readonly lookup?: Lookup;
}

/** @param text the input of CreateTestCase as JSON, or the document (`Content`) alone */
export function readTestCase(text: string, options: ReadOptions): ReadTestCase {
  const notes = new Notes();
  const value = readJson(text, '', notes);
  if (value === undefined) return { name: options.name, diagnostics: notes.list };
  if (!isObject(value)) {
    notes.error('not-an-object', `a test case is a JSON object; this is ${kindOf(value)}`, '');
    return { name: options.name, diagnostics: notes.list };
  }
  const input = isBare(value) ? wrapped(value, options, notes) : value;
  const name = typeof input['Name'] === 'string' && input['Name'] !== '' ? input['Name'] : options.name;
  const testCase = readInput(input, name, options, notes);
  return testCase === undefined || notes.hasErrors
    ? { name, diagnostics: notes.list }
    : { name, testCase, diagnostics: notes.list };
}

const isBare = (value: JsonObject): boolean =>
  value['Observations'] !== undefined && value['Content'] === undefined;

function wrapped(document: JsonObject, { name, to }: ReadOptions, notes: Notes): JsonObject {
  notes.deviation('bare-document', 'this is the Content alone; a test case has Name and EntryPoint too', '');
  // The console leaves what it knows of the entry point in the metadata.
  const metadata = isObject(document['Metadata']) ? document['Metadata'] : {};
  const known = isObject(metadata['entryPoint']) ? metadata['entryPoint'] : undefined;
  const dialled = {
    Type: 'VOICE_CALL',
    VoiceCallEntryPointParameters: { SourcePhoneNumber: ANYBODY, DestinationPhoneNumber: to ?? '' },
  };
  const initialization = metadata['initializationData'];
  return {
    Name: typeof metadata['name'] === 'string' && metadata['name'] !== '' ? metadata['name'] : name,
    Content: document,
    EntryPoint: known ?? dialled,
    ...(initialization === undefined ? {} : { InitializationData: initialization }),
  };
}

function readInput(
  input: JsonObject,
  name: string,
  { lookup, to }: ReadOptions,
  notes: Notes,
): TestCase | undefined {
  if (typeof input['Name'] !== 'string' || input['Name'] === '')
    notes.error('missing', `Name is a text that is not empty; this is ${kindOf(input['Name'])}`, 'Name');
  const { Description } = input;
  const content = parsedMember(input, 'Content', notes);
  const initialization = parsedMember(input, 'InitializationData', notes);
  const resolve = (value: Json, path: string): Json =>
    lookup === undefined ? value : putReferences(value, path, lookup, notes);
  const entryPoint = readEntryPoint(resolve(input['EntryPoint'] ?? null, 'EntryPoint'), to, notes);
  const attributes = readAttributes(resolve(initialization ?? null, 'InitializationData'), notes);
  if (content === undefined) return undefined;
  const resolved = resolve(content, '');
  if (!isObject(resolved)) {
    notes.error(
      'not-an-object',
      `Content is a document of the Testing language; this is ${kindOf(content)}`,
      'Content',
    );
    return undefined;
  }
  const document = readDocument(resolved, entryPoint?.kind === 'chat', notes);
  if (entryPoint === undefined || document === undefined) return undefined;
  return {
    name,
    ...(typeof Description === 'string' && Description !== '' ? { description: Description } : {}),
    entryPoint,
    attributes,
    document,
  };
}

/** A member that the API wants as JSON text; in a file it may stand there as the JSON itself. */
function parsedMember(
  input: JsonObject,
  name: 'Content' | 'InitializationData',
  notes: Notes,
): Json | undefined {
  const value = input[name];
  if (typeof value === 'string') return readJson(value, name, notes);
  if (value === undefined && name === 'Content')
    notes.error('missing', 'Content is the document of the test; this is nothing', name);
  return value;
}

function readJson(text: string, path: string, notes: Notes): Json | undefined {
  if (path === 'Content' && text.length > TEST_CASE_CHARACTERS_MAX)
    notes.error(
      'too-long',
      `there are ${text.length} characters; the service takes ${TEST_CASE_CHARACTERS_MAX}`,
      path,
    );
  const marked = text.startsWith('\uFEFF');
  if (marked)
    notes.deviation('byte-order-mark', 'the text begins with a byte order mark; save it without', path);
  try {
    const value: Json = JSON.parse(marked ? text.slice(1) : text);
    if (!isDeeperThan(value, TEST_CASE_JSON_DEPTH_MAX)) return value;
    notes.error('too-deep', `the JSON nests deeper than ${TEST_CASE_JSON_DEPTH_MAX} levels`, path);
  } catch (fault) {
    // JSON.parse throws nothing but a SyntaxError; its words name the place.
    const reason = fault instanceof Error ? fault.message : String(fault);
    notes.error('not-json', `the text is not JSON: ${reason}`, path);
  }
  return undefined;
}
