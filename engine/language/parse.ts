/** Reads the JSON text of a flow and says everything that is wrong with it; no text makes it throw. */
import { ACTIONS_PER_FLOW_MAX, FLOW_CONTENT_CHARACTERS_MAX, FLOW_JSON_DEPTH_MAX } from '../limits.ts';
import { type Diagnostic, error, warning } from './diagnostic.ts';
import { FLOW_LANGUAGE_VERSION, type FlowDocument, type Json } from './flow.ts';
import { isDeeperThan, isList, isObject, type JsonObject, kindOf } from './json.ts';
import { parseAction } from './parse-action.ts';
import { checkStart, checkTargets, type PlacedAction } from './targets.ts';

export interface ParsedFlow {
  /** What could be read; undefined where the text is no flow of today's language at all. */
  readonly document?: FlowDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param text `Content` of a flow or module. A document comes back although there are errors, as far as it can
 * be read: who runs it must look at the diagnostics first.
 */
export function parseFlow(text: string): ParsedFlow {
  const diagnostics: Diagnostic[] = [];
  const value = readJson(text, diagnostics);
  if (value === undefined) return { diagnostics };
  if (!isObject(value)) {
    const message = `a flow is a JSON object; this is ${kindOf(value)}`;
    return { diagnostics: [...diagnostics, error('flow/not-an-object', message, '')] };
  }
  if (value['Actions'] === undefined && value['modules'] !== undefined) {
    const message =
      "this is the console's older export ('modules'), which the API does not take; import it in the console and export it again";
    return { diagnostics: [...diagnostics, error('flow/older-export', message, 'modules')] };
  }
  return { document: readDocument(value, diagnostics), diagnostics };
}

function readJson(text: string, diagnostics: Diagnostic[]): Json | undefined {
  if (text.length > FLOW_CONTENT_CHARACTERS_MAX) {
    const message = `the flow has ${text.length} characters; the service takes ${FLOW_CONTENT_CHARACTERS_MAX}`;
    diagnostics.push(error('flow/too-long', message, ''));
  }
  const marked = text.startsWith('\uFEFF');
  if (marked)
    diagnostics.push(
      warning('flow/byte-order-mark', 'the text begins with a byte order mark; save it without', ''),
    );
  try {
    const value: Json = JSON.parse(marked ? text.slice(1) : text);
    if (!isDeeperThan(value, FLOW_JSON_DEPTH_MAX)) return value;
    const message = `the JSON nests deeper than ${FLOW_JSON_DEPTH_MAX} levels`;
    diagnostics.push(error('flow/too-deep', message, ''));
  } catch (fault) {
    // JSON.parse throws nothing but a SyntaxError; its words name the place.
    const reason = fault instanceof Error ? fault.message : String(fault);
    diagnostics.push(error('flow/not-json', `the text is not JSON: ${reason}`, ''));
  }
  return undefined;
}

function readDocument(value: JsonObject, diagnostics: Diagnostic[]): FlowDocument {
  const { Version, StartAction, Actions } = value;
  if (Version !== FLOW_LANGUAGE_VERSION) {
    const message = `Version is ${JSON.stringify(Version) ?? 'missing'}; '${FLOW_LANGUAGE_VERSION}' is the only one there is`;
    diagnostics.push(error('flow/wrong-version', message, 'Version'));
  }
  const placed = readActions(Actions, diagnostics);
  const start = typeof StartAction === 'string' ? StartAction : '';
  if (typeof StartAction !== 'string') {
    const message = `StartAction names the first action; this is ${kindOf(StartAction)}`;
    diagnostics.push(error('flow/no-start', message, 'StartAction'));
  } else diagnostics.push(...checkStart(start, placed));
  diagnostics.push(...checkTargets(placed));
  return {
    ...value,
    Version: typeof Version === 'string' ? Version : '',
    StartAction: start,
    Actions: placed.map(({ action }) => action),
  };
}

function readActions(value: Json | undefined, diagnostics: Diagnostic[]): PlacedAction[] {
  if (!isList(value) || value.length === 0) {
    const found = isList(value) ? 'an empty list' : kindOf(value);
    diagnostics.push(
      error('flow/no-actions', `Actions is a list of at least one action; this is ${found}`, 'Actions'),
    );
    return [];
  }
  if (value.length > ACTIONS_PER_FLOW_MAX) {
    const message = `the flow has ${value.length} actions; the service takes ${ACTIONS_PER_FLOW_MAX}`;
    diagnostics.push(error('flow/too-many-actions', message, 'Actions'));
  }
  return value.flatMap((entry, index) => {
    const action = parseAction(entry, index, diagnostics);
    return action === undefined ? [] : [{ index, action }];
  });
}
