/** Reads the actions of an observation and puts them into the order in which they run. */
import type { Json } from '../language/flow.ts';
import { isList, isObject, type JsonObject, kindOf } from '../language/json.ts';
import { type Notes, within } from './notes.ts';
import { readAction } from './read-action.ts';
import type { TestAction } from './test-case.ts';

interface Placed {
  readonly action: TestAction;
  readonly next: string | undefined;
  readonly path: string;
}

/** The first of the list begins; what it does not lead to comes after it in the list's order, which is noted. */
export function readActions(
  observation: JsonObject,
  path: string,
  chat: boolean,
  notes: Notes,
): readonly TestAction[] {
  const { Actions } = observation;
  if (Actions === undefined || (isList(Actions) && Actions.length === 0)) return [];
  const list = notes.listOf(observation, 'Actions', path) ?? [];
  const placed = list.flatMap((entry, index) => readPlaced(entry, `${path}.Actions[${index}]`, chat, notes));
  return placed.length === list.length ? inOrder(placed, notes) : placed.map(({ action }) => action);
}

function readPlaced(entry: Json, path: string, chat: boolean, notes: Notes): readonly Placed[] {
  if (!isObject(entry)) {
    notes.error('wrong-kind', `an action is an object; this is ${kindOf(entry)}`, path);
    return [];
  }
  const action = readAction(entry, path, chat, notes);
  const next = readNextAction(entry, path, notes);
  return action === undefined ? [] : [{ action, next, path }];
}

function readNextAction(entry: JsonObject, path: string, notes: Notes): string | undefined {
  const place = within(path, 'Transitions');
  if (entry['Transitions'] === undefined) {
    notes.deviation('action-without-transitions', 'an action has Transitions: {} where none follows', place);
    return undefined;
  }
  const next = notes.object(entry, 'Transitions', path)?.['NextAction'];
  if (next === '') {
    notes.deviation(
      'empty-next-action',
      'NextAction is left out where no action follows',
      within(place, 'NextAction'),
    );
    return undefined;
  }
  if (next === undefined || typeof next === 'string') return next;
  notes.error(
    'wrong-kind',
    `NextAction is the identifier of an action; this is ${kindOf(next)}`,
    within(place, 'NextAction'),
  );
  return undefined;
}

function inOrder(placed: readonly Placed[], notes: Notes): readonly TestAction[] {
  const byName = new Map<string, Placed>();
  for (const one of placed) {
    const { identifier } = one.action;
    if (byName.has(identifier))
      notes.error(
        'duplicate-action',
        `two actions are called '${identifier}'`,
        within(one.path, 'Identifier'),
      );
    else byName.set(identifier, one);
  }
  const ordered = new Set<Placed>();
  for (let at = placed[0]; at !== undefined; at = following(at, byName, notes)) {
    if (ordered.has(at)) {
      notes.error(
        'action-circle',
        `the actions lead round in a circle by '${at.action.identifier}'`,
        within(at.path, 'Transitions.NextAction'),
      );
      break;
    }
    ordered.add(at);
  }
  for (const one of placed) {
    if (ordered.has(one)) continue;
    notes.deviation(
      'unchained-action',
      `no action leads to '${one.action.identifier}'; it is run last, which the service may not do`,
      one.path,
    );
    ordered.add(one);
  }
  return [...ordered].map(({ action }) => action);
}

function following(
  { next, path }: Placed,
  byName: ReadonlyMap<string, Placed>,
  notes: Notes,
): Placed | undefined {
  if (next === undefined) return undefined;
  const found = byName.get(next);
  if (found === undefined)
    notes.error(
      'dangling-action',
      `NextAction names '${next}', which is no action of the observation`,
      within(path, 'Transitions.NextAction'),
    );
  return found;
}
