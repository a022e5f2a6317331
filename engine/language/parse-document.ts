/** Reads a JSON object as a flow of today's language. */
import { ACTIONS_PER_FLOW_MAX } from '../limits.ts';
import { brokenReferences } from './broken-references.ts';
import { type Diagnostic, error } from './diagnostic.ts';
import { FLOW_LANGUAGE_VERSION, type FlowDocument, type Json } from './flow.ts';
import { isList, type JsonObject, kindOf } from './json.ts';
import { misspelt } from './misspelt.ts';
import { parseAction } from './parse-action.ts';
import { checkStart, checkTargets, type PlacedAction } from './targets.ts';

/** @param text of the value, in which some faults are looked for before the value is walked for them. */
export function readDocument(value: JsonObject, text: string, diagnostics: Diagnostic[]): FlowDocument {
  const { Version, StartAction, Actions } = value;
  if (Version !== FLOW_LANGUAGE_VERSION) {
    const message = `Version is ${JSON.stringify(Version) ?? 'missing'}; '${FLOW_LANGUAGE_VERSION}' is the only one there is${misspelt(value, 'Version')}`;
    diagnostics.push(error('flow/wrong-version', message, 'Version'));
  }
  const placed = readActions(value, Actions, diagnostics);
  const start = typeof StartAction === 'string' ? StartAction : '';
  if (typeof StartAction !== 'string') {
    const message = `StartAction names the first action; this is ${kindOf(StartAction)}${misspelt(value, 'StartAction')}`;
    diagnostics.push(error('flow/no-start', message, 'StartAction'));
  } else diagnostics.push(...checkStart(start, placed));
  diagnostics.push(...checkTargets(placed));
  if (text.includes('.$.')) diagnostics.push(...brokenReferences(placed));
  return {
    ...value,
    Version: typeof Version === 'string' ? Version : '',
    StartAction: start,
    Actions: placed.map(({ action }) => action),
  };
}

function readActions(
  document: JsonObject,
  value: Json | undefined,
  diagnostics: Diagnostic[],
): PlacedAction[] {
  if (!isList(value) || value.length === 0) {
    const found = isList(value) ? 'an empty list' : kindOf(value);
    const message = `Actions is a list of at least one action; this is ${found}${misspelt(document, 'Actions')}`;
    diagnostics.push(error('flow/no-actions', message, 'Actions'));
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
