/** Prints a flow over the text that it was read from: untouched it is the same text, changed it differs only there. */
import type { FlowAction, FlowDocument, Json } from './flow.ts';
import { isList, isObject, type JsonObject } from './json.ts';
import type { ParsedFlow } from './parse.ts';
import { parseFlow } from './parse.ts';
import { printFlow } from './print.ts';
import { rewriteJson } from './rewrite-json.ts';
import { sameJson } from './same-json.ts';
import { unwrap, type Wrapped } from './wrapper.ts';

/**
 * @param document the parsed one with changes, or the parsed one itself. What could not be read of the text stays in
 * it. A changed older export is printed in today's language, for nothing else can hold the change.
 */
export function printParsed(parsed: ParsedFlow, document = parsed.document): string {
  const { text } = parsed;
  if (document === undefined || document === parsed.document || parsed.document === undefined) return text;
  if (parsed.form === 'older-export') return printFlow(document);
  const value = readValue(text);
  const wrapped = unwrap(value);
  if (wrapped === undefined) return rewriteJson(text, value, merge(value, parsed.document, document));
  const { content } = wrapped;
  const inner = typeof content === 'string' ? content : JSON.stringify(content);
  const printed = printParsed(parseFlow(inner), document);
  const changed = typeof content === 'string' ? printed : readValue(printed);
  return rewriteJson(text, value, put(value, wrapped, changed));
}

const readValue = (text: string): Json => JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);

function put(value: Json, { path: [key, ...rest], ...wrapped }: Wrapped, content: Json): Json {
  if (key === undefined || !isObject(value)) return content;
  return { ...value, [key]: put(value[key] ?? null, { ...wrapped, path: rest }, content) };
}

/** The value of the text with the change that leads from the document as read to the document as it is to be. */
function merge(value: Json, read: FlowDocument, wanted: FlowDocument): Json {
  if (!isObject(value)) return value;
  const { Actions: readActions, ...readRest } = read;
  const { Actions: wantedActions, ...wantedRest } = wanted;
  const { Actions: entries = null, ...rest } = value;
  const actions = mergeActions(isList(entries) ? entries : [], readActions, wantedActions);
  const head = mergeJson(rest, readRest, wantedRest);
  return isObject(head) ? { ...head, Actions: sameJson(actions, entries) ? entries : actions } : head;
}

/** Entries that could not be read keep their places behind the action that stood before them. */
function mergeActions(
  entries: readonly Json[],
  read: readonly FlowAction[],
  wanted: readonly FlowAction[],
): readonly Json[] {
  const readable = entries.filter(isReadable);
  // Two actions of one name are a mistake that must not lose one of them.
  const places = Map.groupBy(read.keys(), (index) => read[index]?.Identifier ?? '');
  const merged = wanted.map((action): Json => {
    const index = places.get(action.Identifier)?.shift();
    const entry = index === undefined ? undefined : readable[index];
    const before = index === undefined ? undefined : read[index];
    return entry === undefined || before === undefined
      ? asJson(action)
      : mergeJson(entry, asJson(before), asJson(action));
  });
  if (readable.length === entries.length) return merged;
  let behind = -1;
  const result = [...merged];
  for (const entry of entries) {
    if (isReadable(entry)) {
      const name = isObject(entry) ? entry['Identifier'] : undefined;
      behind = result.findIndex((each) => isObject(each) && each['Identifier'] === name);
    } else result.splice(++behind, 0, entry);
  }
  return result;
}

/** As `parseAction` decides. */
const isReadable = (entry: Json): boolean =>
  isObject(entry) && typeof entry['Identifier'] === 'string' && typeof entry['Type'] === 'string';

/** What the reader filled in or left out is no change of whoever edited the document. */
function mergeJson(value: Json, read: Json | undefined, wanted: Json): Json {
  if (sameJson(read, wanted)) return value;
  if (!isObject(value) || !isObject(read) || !isObject(wanted)) return wanted;
  const kept = Object.entries(value).flatMap(([key, entry]): [string, Json][] => {
    const to = own(wanted, key);
    if (to !== undefined) return [[key, mergeJson(entry, own(read, key), to)]];
    return own(read, key) === undefined ? [[key, entry]] : [];
  });
  const added = Object.entries(wanted).filter(
    ([key, entry]) => !Object.hasOwn(value, key) && !sameJson(own(read, key), entry),
  );
  return Object.fromEntries([...kept, ...added]);
}

const own = (value: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** The same value, as the compiler sees JSON: an interface has no index of its own. */
const asJson = (action: FlowAction): JsonObject => ({ ...action, Transitions: { ...action.Transitions } });
