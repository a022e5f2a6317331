/** What may hold at a step, on at least one way: a function's result, keys that nobody looked at, a running log. */
import type { Json } from '../../language/flow.ts';
import { isList, isObject, type JsonObject } from '../../language/json.ts';
import { settingsOf } from './attribute-constants.ts';
import type { Edge } from './edges.ts';
import {
  comparedAttribute,
  comparedBy,
  inputForm,
  isStoredInput,
  meets,
  NOTHING_KEYED,
  typeOf,
  wordsOf,
} from './effects.ts';
import { type Change, type Facts, factsOf } from './facts.ts';
import type { FlowUnderCheck, Group, Link, StepUnderCheck } from './flow-under-check.ts';
import { oncePer } from './once.ts';
import { asksForSecret } from './personal.ts';
import { isVerification } from './verification.ts';

/** No function has answered in this flow, or the last one failed. */
export const NO_RESULT = 'no result';
/** Keys were stored, and nobody asked whether there were any. */
export const UNCHECKED_INPUT = 'unchecked input';
/** The keys that are stored are a secret, and in clear. */
export const SECRET_KEYED = 'secret keyed';
/** The flow log is on. */
export const LOGGING = 'logging';
/** The caller's way through the flows is recorded. */
export const RECORDING = 'recording';
/** On some way the caller was verified. */
export const GUARDED = 'guarded';
/** `$.External` is what this step's function answered. */
export const resultOf = (flow: FlowUnderCheck, step: StepUnderCheck): string =>
  `result ${flow.file} ${step.index}`;
export const isFunction = (step: StepUnderCheck): boolean => typeOf(step) === 'InvokeLambdaFunction';
export const isAsynchronous = (step: StepUnderCheck): boolean =>
  step.action.Parameters['InvocationType'] === 'ASYNCHRONOUS';

export const onSomeWay: (group: Group) => Facts = oncePer((group) => {
  const results = group.flows.flatMap((flow) =>
    flow.steps.filter(isFunction).map((step) => resultOf(flow, step)),
  );
  const everyResult = [NO_RESULT, ...results];
  const noResult: Change = { clears: everyResult, sets: [NO_RESULT] };
  const ofContact = new Set([UNCHECKED_INPUT, SECRET_KEYED, LOGGING, RECORDING, GUARDED]);
  const copies = copiesOfInput(group);
  return factsOf(group, {
    on: 'some',
    facts: [NO_RESULT, ...ofContact, ...results],
    entry: ({ type }) => (type === 'CONTACT_FLOW' ? [NO_RESULT] : [NO_RESULT, LOGGING]),
    along: (flow, step, edge) => changeOf(flow, step, edge, everyResult, copies),
    enter: ({ kind }: Link) =>
      kind === 'hook' ? { clears: [...everyResult, UNCHECKED_INPUT], sets: [NO_RESULT] } : noResult,
    ofContact: (fact) => ofContact.has(fact),
  });
});

/** Attributes that keyed input is copied into as it is. */
const copiesOfInput: (group: Group) => ReadonlySet<string> = oncePer(
  (group) =>
    new Set(
      group.flows.flatMap(({ steps }) =>
        steps
          .flatMap(settingsOf)
          .flatMap(({ name, value }) => (value === '$.StoredCustomerInput' ? [name] : [])),
      ),
    ),
);

/** Whether a step asks for a card number or a PIN, and stores it as it is keyed. */
export const isSecretInput = (step: StepUnderCheck): boolean =>
  inputForm(step) === 'store' && !isEncryptedInput(step) && asksForSecret(wordsOf(step));

/** Whether a step stores what is keyed as ciphertext. */
export const isEncryptedInput = (step: StepUnderCheck): boolean =>
  inputForm(step) === 'store' && step.action.Parameters['InputEncryption'] !== undefined;

function changeOf(
  flow: FlowUnderCheck,
  step: StepUnderCheck,
  edge: Edge,
  everyResult: readonly string[],
  copies: ReadonlySet<string>,
): Change | undefined {
  switch (typeOf(step)) {
    case 'InvokeLambdaFunction':
      if (isAsynchronous(step)) return undefined;
      return edge.kind === 'error'
        ? { sets: [NO_RESULT] }
        : { clears: everyResult, sets: [resultOf(flow, step)] };
    case 'GetParticipantInput':
      if (inputForm(step) !== 'store' || edge.kind !== 'next') return undefined;
      return isSecretInput(step)
        ? { sets: [UNCHECKED_INPUT, SECRET_KEYED] }
        : { clears: [SECRET_KEYED], sets: [UNCHECKED_INPUT] };
    case 'UpdateFlowLoggingBehavior':
      return step.action.Parameters['FlowLoggingBehavior'] === 'Enabled'
        ? { sets: [LOGGING] }
        : { clears: [LOGGING] };
    case 'UpdateContactRecordingBehavior':
    case 'UpdateContactRecordingAndAnalyticsBehavior': {
      const recording = recordingOf(step);
      if (recording === undefined) return undefined;
      return recording.ofFlow ? { sets: [RECORDING] } : { clears: [RECORDING] };
    }
    case 'Compare': {
      const sets = isVerification(flow, step, edge) ? [GUARDED] : [];
      return looksAtInput(step, edge, copies) ? { clears: [UNCHECKED_INPUT], sets } : { sets };
    }
    default:
      return isVerification(flow, step, edge) ? { sets: [GUARDED] } : undefined;
  }
}

/** Whether a contact that goes this way can no longer have keyed nothing, or the author knows that it has. */
function looksAtInput(step: StepUnderCheck, edge: Edge, copies: ReadonlySet<string>): boolean {
  const name = comparedAttribute(step);
  if (!isStoredInput(comparedBy(step)) && (name === undefined || !copies.has(name))) return false;
  if (edge.kind === 'condition') return edge.operator === 'Equals' || !meets(NOTHING_KEYED, edge);
  return step.edges.some((each) => each.kind === 'condition' && meets(NOTHING_KEYED, each));
}

export interface Recording {
  /** Somebody is recorded, then or later. */
  readonly on: boolean;
  /** Keys pressed in flows are on the recording too. */
  readonly ofFlow: boolean;
}

/** What a step does to the recording of voices; undefined where it says nothing about it. */
export function recordingOf(step: StepUnderCheck): Recording | undefined {
  const behavior = voiceRecording(step);
  if (behavior === undefined) return undefined;
  const people = behavior['RecordedParticipants'];
  const ivr = behavior['IVRRecordingBehavior'];
  const recorded = isList(people) ? people : [];
  return {
    on: recorded.length > 0 || ivr === 'Enabled',
    ofFlow: ivr === 'Enabled' || (recorded.includes('Customer') && ivr !== 'Disabled'),
  };
}

function voiceRecording({ action: { Type, Parameters } }: StepUnderCheck): JsonObject | undefined {
  if (Type === 'UpdateContactRecordingBehavior') return objectOf(Parameters['RecordingBehavior']);
  if (Type !== 'UpdateContactRecordingAndAnalyticsBehavior') return undefined;
  return objectOf(objectOf(Parameters['VoiceBehavior'])?.['VoiceRecordingBehavior']);
}

const objectOf = (value: Json | undefined): JsonObject | undefined => (isObject(value) ? value : undefined);
