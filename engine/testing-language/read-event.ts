/** Reads the event of an observation (devguide/testing-language-events-*). */
import type { Json } from '../language/flow.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import { didYouMean } from '../language/similar.ts';
import { type Notes, within } from './notes.ts';
import { readFlowAction } from './read-flow-action.ts';
import {
  type ExpectedMessage,
  FLOW_ACTION_EVENTS,
  MATCHINGS,
  type Matching,
  type ObservedEvent,
} from './test-case.ts';

export interface ReadEvent {
  readonly identifier: string;
  readonly event: ObservedEvent;
}

const TYPES = [
  'TestInitiated',
  'TestCompleted',
  'MessageReceived',
  'FlowActionStarted',
  'FlowActionCompleted',
] as const;

export function readEvent(observation: JsonObject, path: string, notes: Notes): ReadEvent | undefined {
  const place = within(path, 'Event');
  const event = notes.object(observation, 'Event', path);
  if (event === undefined) return undefined;
  const { Identifier, Actor } = event;
  const identifier = typeof Identifier === 'string' ? Identifier : '';
  if (identifier === '')
    notes.deviation('event-without-identifier', 'the console needs an Identifier of every event', place);
  if (Actor !== 'System')
    notes.deviation(
      'actor',
      `the Actor of every event is 'System'; this is ${JSON.stringify(Actor) ?? 'missing'}`,
      within(place, 'Actor'),
    );
  const read = readKind(event, place, notes);
  return read === undefined ? undefined : { identifier, event: read };
}

function readKind(event: JsonObject, path: string, notes: Notes): ObservedEvent | undefined {
  const name = notes.text(event, 'Type', path);
  if (name === undefined) return undefined;
  const type = TYPES.find((candidate) => candidate === name);
  switch (type) {
    case undefined:
      notes.error(
        'unknown-event',
        `there is no event '${name}'${didYouMean(name, TYPES)}`,
        within(path, 'Type'),
      );
      return undefined;
    case 'TestInitiated':
      return { kind: 'test-initiated' };
    case 'TestCompleted':
      return { kind: 'test-completed' };
    case 'MessageReceived':
      return readMessage(event, path, notes);
    case 'FlowActionStarted':
    case 'FlowActionCompleted': {
      const properties = notes.object(event, 'Properties', path);
      const place = within(path, 'Properties');
      const action = properties === undefined ? undefined : readFlowAction(properties, place, notes);
      if (action === undefined) return undefined;
      const kind = type === 'FlowActionStarted' ? 'action-started' : 'action-completed';
      if (FLOW_ACTION_EVENTS[action.type].includes(kind)) return { kind, action };
      notes.error(
        'event-never-comes',
        `there is no ${type} of ${action.type}; this observation would wait for ever`,
        within(place, 'ActionType'),
      );
      return undefined;
    }
  }
}

function readMessage(event: JsonObject, path: string, notes: Notes): ObservedEvent | undefined {
  const properties = notes.object(event, 'Properties', path);
  if (properties === undefined) return undefined;
  const place = within(path, 'Properties');
  const message = readExpected(properties, place, notes);
  const matching = readMatching(event, properties, path, notes);
  if (message === undefined || matching === undefined) return undefined;
  if (message.by === 'text' && matching === 'Inclusion' && /\d/.test(message.text))
    notes.deviation(
      'included-digits',
      'on a call the service reads a transcript, in which digits may be words, and Inclusion then fails; take Similarity',
      within(place, 'Text'),
    );
  return { kind: 'message', message, matching };
}

const KINDS = ['Text', 'SSML', 'PromptId', 'Media'] as const;

function readExpected(properties: JsonObject, path: string, notes: Notes): ExpectedMessage | undefined {
  const given = KINDS.filter((name) => properties[name] !== undefined && properties[name] !== null);
  const [kind, other] = given;
  if (kind === undefined || properties[kind] === '') {
    // The service's own words, as reported from live instances.
    notes.error(
      'empty-message',
      'InvalidEventProblem: At least one of PromptId, Text, or SSML must be present',
      kind === undefined ? path : within(path, kind),
    );
    return undefined;
  }
  if (other !== undefined) {
    notes.error(
      'two-messages',
      `a message is one of ${KINDS.join(', ')}; here are ${given.join(' and ')}`,
      path,
    );
    return undefined;
  }
  if (kind === 'Media') {
    const media = notes.object(properties, 'Media', path);
    const uri = media === undefined ? undefined : notes.text(media, 'Uri', within(path, 'Media'));
    return uri === undefined ? undefined : { by: 'media', uri };
  }
  const text = notes.text(properties, kind, path);
  if (text === undefined) return undefined;
  if (kind === 'PromptId') return { by: 'prompt', promptId: text };
  return { by: kind === 'Text' ? 'text' : 'ssml', text };
}

function readMatching(
  event: JsonObject,
  properties: JsonObject,
  path: string,
  notes: Notes,
): Matching | undefined {
  const inside = properties['MatchingCriteria'];
  const beside = event['MatchingCriteria'];
  const place = within(
    path,
    inside === undefined && beside !== undefined ? 'MatchingCriteria' : 'Properties.MatchingCriteria',
  );
  if (inside === undefined && beside === undefined) {
    notes.deviation(
      'no-matching-criteria',
      'MatchingCriteria is missing; {"Type":"Similarity"} is taken, the console\'s own choice',
      place,
    );
    return 'Similarity';
  }
  if (inside === undefined)
    notes.deviation(
      'matching-criteria-beside-properties',
      'MatchingCriteria belongs inside Properties; the service drops it here, and the event never matches',
      place,
    );
  const criteria = inside ?? beside ?? null;
  if (typeof criteria === 'string')
    notes.deviation(
      'matching-criteria-text',
      `MatchingCriteria is an object, {"Type":"${criteria}"}; as a text the service drops it, and the event never matches`,
      place,
    );
  return matchingOf(isObject(criteria) ? criteria['Type'] : criteria, place, notes);
}

function matchingOf(value: Json | undefined, path: string, notes: Notes): Matching | undefined {
  const matching = MATCHINGS.find((candidate) => candidate === value);
  if (matching === undefined) {
    const name = typeof value === 'string' ? value : '';
    notes.error(
      'unknown-matching',
      `the Type of MatchingCriteria is Similarity or Inclusion; this is ${JSON.stringify(value) ?? 'missing'}${didYouMean(name, MATCHINGS)}`,
      path,
    );
  }
  return matching;
}
