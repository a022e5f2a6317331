/** Checks how observations lead to each other, and that the test comes to its end. */
import { didYouMean } from '../language/similar.ts';
import type { Notes } from './notes.ts';
import type { Observation } from './test-case.ts';

/** Indices are those of the document: every observation of it has been read. */
export function checkGraph(observations: readonly Observation[], notes: Notes): void {
  const byName = new Map<string, Observation>();
  const pointedTo = new Set<string>();
  for (const [index, observation] of observations.entries()) {
    const { identifier, next } = observation;
    if (byName.has(identifier))
      notes.error(
        'duplicate-observation',
        `two observations are called '${identifier}'`,
        `Observations[${index}].Identifier`,
      );
    byName.set(identifier, observation);
    for (const name of next) pointedTo.add(name);
  }
  checkEventNames(observations, notes);
  for (const [index, { identifier, next }] of observations.entries()) {
    notes.observation = identifier;
    for (const [place, name] of next.entries()) {
      if (byName.has(name)) continue;
      const path = `Observations[${index}].Transitions.NextObservations[${place}]`;
      notes.error(
        'dangling-observation',
        `'${name}' is no observation of the test${didYouMean(name, byName.keys())}`,
        path,
      );
    }
  }
  checkReach(observations, byName, pointedTo, notes);
  checkEnds(observations, notes);
  notes.observation = undefined;
}

function checkEventNames(observations: readonly Observation[], notes: Notes): void {
  const seen = new Set<string>();
  for (const [index, { identifier, eventIdentifier }] of observations.entries()) {
    if (eventIdentifier !== '' && seen.has(eventIdentifier)) {
      notes.observation = identifier;
      notes.deviation(
        'repeated-event-identifier',
        `two events are called '${eventIdentifier}'`,
        `Observations[${index}].Event.Identifier`,
      );
    }
    seen.add(eventIdentifier);
  }
  notes.observation = undefined;
}

/** Active at the start is what no other observation leads to. */
function checkReach(
  observations: readonly Observation[],
  byName: ReadonlyMap<string, Observation>,
  pointedTo: ReadonlySet<string>,
  notes: Notes,
): void {
  const reached = new Set<string>();
  const open = observations.map(({ identifier }) => identifier).filter((name) => !pointedTo.has(name));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(byName.get(name)?.next ?? []));
  }
  for (const [index, { identifier }] of observations.entries()) {
    if (reached.has(identifier)) continue;
    notes.observation = identifier;
    notes.error(
      'never-active',
      `'${identifier}' is led to only in a circle, so it is never active`,
      `Observations[${index}]`,
    );
  }
}

/** A test without EndTest runs into its limit, and one that goes on in a queue may reach a person (adminguide/testing-simulation-execute-test-cases). */
function checkEnds(observations: readonly Observation[], notes: Notes): void {
  for (const [index, { identifier, event, actions }] of observations.entries()) {
    const ends = actions.some(({ kind }) => kind === 'end-test');
    notes.observation = identifier;
    if (
      event.kind === 'action-started' &&
      event.action.type === 'TransferContactToQueue' &&
      !ends &&
      !substitutes(actions)
    )
      notes.deviation(
        'reaches-queue',
        'the call goes on into the queue, where it can reach a person; end the test here or substitute the queue',
        `Observations[${index}]`,
      );
  }
  notes.observation = undefined;
  if (!observations.some(({ actions }) => actions.some(({ kind }) => kind === 'end-test')))
    notes.deviation(
      'no-end',
      'no action is EndTest, so the test runs into its limit of 5 minutes and fails',
      'Observations',
    );
}

const substitutes = (actions: Observation['actions']): boolean =>
  actions.some((action) => action.kind === 'override' && action.strategy.kind === 'substitute');
