/** Reads the document of a test case: its observations, and how they lead to each other. */
import { isObject, type JsonObject, kindOf } from '../language/json.ts';
import { checkGraph } from './check-graph.ts';
import { type Notes, within } from './notes.ts';
import { readActions } from './read-actions.ts';
import { readEvent } from './read-event.ts';
import { type Observation, TESTING_LANGUAGE_VERSION, type TestDocument } from './test-case.ts';

/** A version that only an older copy of the example page has. */
const SUPERSEDED_VERSION = '2025-06-21';

/** Undefined where there is no observation at all; what else is wrong is in the notes. */
export function readDocument(document: JsonObject, chat: boolean, notes: Notes): TestDocument | undefined {
  readVersion(document, notes);
  const list = notes.listOf(document, 'Observations', '');
  if (list === undefined) return undefined;
  if (list.length === 0) {
    notes.error(
      'no-observations',
      'a test case has at least one observation; this list is empty',
      'Observations',
    );
    return undefined;
  }
  const observations = list.flatMap((entry, index) => {
    const path = `Observations[${index}]`;
    notes.observation = undefined;
    if (!isObject(entry)) {
      notes.error('wrong-kind', `an observation is an object; this is ${kindOf(entry)}`, path);
      return [];
    }
    const observation = readObservation(entry, path, chat, notes);
    return observation === undefined ? [] : [observation];
  });
  notes.observation = undefined;
  // What could not be read would make every way to it a dead end, and bury the reason among followers.
  if (!notes.hasErrors) checkGraph(observations, notes);
  const metadata = document['Metadata'];
  return { metadata: isObject(metadata) ? metadata : {}, observations };
}

function readVersion({ Version }: JsonObject, notes: Notes): void {
  if (Version === TESTING_LANGUAGE_VERSION) return;
  if (Version === SUPERSEDED_VERSION) {
    notes.deviation(
      'superseded-version',
      `'${SUPERSEDED_VERSION}' is from an older page, and the service refuses it ('Invalid test case content'); it takes '${TESTING_LANGUAGE_VERSION}'`,
      'Version',
    );
    return;
  }
  const found = JSON.stringify(Version) ?? 'missing';
  notes.error(
    'wrong-version',
    `Version is ${found}; '${TESTING_LANGUAGE_VERSION}' is the only one that the service takes`,
    'Version',
  );
}

function readObservation(
  entry: JsonObject,
  path: string,
  chat: boolean,
  notes: Notes,
): Observation | undefined {
  const identifier = notes.text(entry, 'Identifier', path);
  notes.observation = identifier;
  readUsage(entry, path, notes);
  const event = readEvent(entry, path, notes);
  const actions = readActions(entry, path, chat, notes);
  const next = readNext(entry, path, notes);
  if (identifier === undefined || event === undefined) return undefined;
  return { identifier, eventIdentifier: event.identifier, event: event.event, actions, next };
}

/** The console has no other than exactly once, and says that it cannot be changed. */
function readUsage({ Usage }: JsonObject, path: string, notes: Notes): void {
  if (Usage === undefined) return;
  const type = isObject(Usage) ? Usage['Type'] : Usage;
  const refused = type === 'EXACTLY' || type === 'ANY';
  notes.deviation(
    refused ? 'superseded-usage' : 'usage',
    refused
      ? `Usage '${type}' is from an older page, and the service refuses it ('Invalid test case content'); leave it out`
      : 'every observation is used exactly once, whatever Usage says; leave it out',
    within(path, 'Usage'),
  );
}

function readNext(entry: JsonObject, path: string, notes: Notes): readonly string[] {
  const { Transitions } = entry;
  const place = within(path, 'Transitions');
  if (Transitions === undefined) {
    notes.deviation(
      'no-transitions',
      'Transitions is missing; the service wants {"NextObservations":[]} at least',
      place,
    );
    return [];
  }
  const transitions = notes.object(entry, 'Transitions', path);
  if (transitions?.['NextObservations'] === undefined) return [];
  const list = notes.listOf(transitions, 'NextObservations', place) ?? [];
  return list.flatMap((name, index) => {
    if (typeof name === 'string' && name !== '') return [name];
    notes.error(
      'wrong-kind',
      `NextObservations has identifiers; this is ${kindOf(name)}`,
      `${place}.NextObservations[${index}]`,
    );
    return [];
  });
}
