/** Reads OverrideSystemBehavior (devguide/testing-language-actions-override-system-behavior). */
import { isObject, type JsonObject } from '../language/json.ts';
import { didYouMean } from '../language/similar.ts';
import { type Notes, within } from './notes.ts';
import { readFlowAction } from './read-flow-action.ts';
import {
  type FlowActionType,
  MOCKED_ERRORS,
  type NamelessAction,
  OVERRIDES,
  type Strategy,
} from './test-case.ts';

export function readOverride(parameters: JsonObject, path: string, notes: Notes): NamelessAction | undefined {
  const behavior = notes.object(parameters, 'Behavior', path);
  if (behavior === undefined) return undefined;
  const place = within(path, 'Behavior');
  if (behavior['Type'] !== 'FlowAction') {
    const found = JSON.stringify(behavior['Type']) ?? 'missing';
    notes.error(
      'unknown-behavior',
      `the Type of a Behavior is 'FlowAction'; this is ${found}`,
      within(place, 'Type'),
    );
    return undefined;
  }
  const properties = notes.object(behavior, 'Properties', place);
  const inner = within(place, 'Properties');
  const action = properties === undefined ? undefined : readFlowAction(properties, inner, notes);
  if (properties === undefined || action === undefined) return undefined;
  const strategy = readStrategy(action.type, properties, inner, notes);
  return strategy === undefined ? undefined : { kind: 'override', action, strategy };
}

const STRATEGIES = ['SubstituteResource', 'MockResponse'] as const;

function readStrategy(
  type: FlowActionType,
  properties: JsonObject,
  path: string,
  notes: Notes,
): Strategy | undefined {
  const strategy = notes.object(properties, 'Strategy', path);
  const place = within(path, 'Strategy');
  if (strategy === undefined) return undefined;
  if (OVERRIDES[type] === undefined) {
    notes.error('no-override', `no test can override ${type}`, within(path, 'ActionType'));
    return undefined;
  }
  const name = notes.text(strategy, 'Type', place);
  switch (name) {
    case undefined:
      return undefined;
    case 'SubstituteResource': {
      const arn = notes.text(strategy, 'SubstituteArn', place);
      return arn === undefined ? undefined : { kind: 'substitute', arn };
    }
    case 'MockResponse':
      return readResponse(type, strategy, place, notes);
    default:
      notes.error(
        'unknown-strategy',
        `there is no Strategy '${name}'${didYouMean(name, STRATEGIES)}`,
        within(place, 'Type'),
      );
      return undefined;
  }
}

function readResponse(
  type: FlowActionType,
  strategy: JsonObject,
  path: string,
  notes: Notes,
): Strategy | undefined {
  const response = notes.object(strategy, 'Response', path);
  if (response === undefined) return undefined;
  const place = within(path, 'Response');
  switch (response['Type']) {
    case 'ExecutionResult':
      return readResult(type, response, place, notes);
    case 'Error':
      return readError(type, response, place, notes);
    default: {
      const found = JSON.stringify(response['Type']) ?? 'missing';
      notes.error(
        'unknown-response',
        `the Type of a Response is ExecutionResult or Error; this is ${found}`,
        within(place, 'Type'),
      );
      return undefined;
    }
  }
}

function readResult(
  type: FlowActionType,
  response: JsonObject,
  path: string,
  notes: Notes,
): Strategy | undefined {
  const result = notes.object(response, 'ExecutionResult', path);
  if (result === undefined) return undefined;
  const place = within(path, 'ExecutionResult');
  if (OVERRIDES[type]?.result !== true) {
    notes.error(
      'no-mocked-result',
      `${type} can be substituted or fail, but has no result to answer with`,
      place,
    );
    return undefined;
  }
  const delaySeconds = readDelay(result, place, notes);
  if (type === 'CheckHoursOfOperation') return readHours(result, place, notes);
  const key = result['LoadedData'] === undefined && result['Value'] !== undefined ? 'Value' : 'LoadedData';
  if (key === 'Value')
    notes.deviation(
      'mock-value',
      'the pages call the answer LoadedData; one report says that only Value works',
      within(place, key),
    );
  const given = result[key];
  if (isObject(given)) {
    notes.deviation(
      'mock-object',
      'the answer is JSON as a text; the service fails on an object (ClassCastException … MockResponseStrategy)',
      within(place, key),
    );
    return { kind: 'result', value: JSON.stringify(given), delaySeconds };
  }
  const value = notes.text(result, key, place);
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) {
    notes.error(
      'mock-not-json',
      `the answer of a ${type} is an object as JSON text; this is '${value}'`,
      within(place, key),
    );
    return undefined;
  }
  return { kind: 'result', value, delaySeconds };
}

const HOURS = ['InHours', 'OutOfHours'] as const;

function readHours(result: JsonObject, path: string, notes: Notes): Strategy | undefined {
  const value = notes.text(result, 'Value', path);
  if (value === undefined) return undefined;
  const hours = HOURS.find((candidate) => candidate === value);
  if (hours === undefined) {
    notes.error(
      'unknown-hours',
      `hours are answered with ${HOURS.join(' or ')}; this is '${value}'${didYouMean(value, HOURS)}`,
      within(path, 'Value'),
    );
    return undefined;
  }
  notes.deviation(
    'mocked-hours',
    'one report says that the service refuses mocked hours; SubstituteResource is sure',
    path,
  );
  return { kind: 'result', value: hours, delaySeconds: 0 };
}

function readError(
  type: FlowActionType,
  response: JsonObject,
  path: string,
  notes: Notes,
): Strategy | undefined {
  const failure = notes.object(response, 'Error', path);
  const place = within(path, 'Error');
  const name = failure === undefined ? undefined : notes.text(failure, 'Value', place);
  if (failure === undefined || name === undefined) return undefined;
  const possible = OVERRIDES[type]?.errors ?? [];
  const error = MOCKED_ERRORS.find((candidate) => candidate === name && possible.includes(candidate));
  if (error === undefined) {
    notes.error(
      'unknown-error',
      `${type} fails with ${possible.join(' or ')}; not with '${name}'${didYouMean(name, possible)}`,
      within(place, 'Value'),
    );
    return undefined;
  }
  return { kind: 'error', error, delaySeconds: readDelay(failure, place, notes) };
}

function readDelay(owner: JsonObject, path: string, notes: Notes): number {
  const value = owner['DelaySeconds'] ?? 0;
  const seconds = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)) return seconds;
  notes.error(
    'wrong-delay',
    `DelaySeconds is a number from 0; this is ${JSON.stringify(value)}`,
    within(path, 'DelaySeconds'),
  );
  return 0;
}

function isJsonObject(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}
