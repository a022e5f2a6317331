/** What holds at a step whichever way the contact came: a queue is set, an attribute is there, a notice was heard. */
import type { FlowType } from '../../language/flow.ts';
import { isObject } from '../../language/json.ts';
import { attributeConstants, settingsOf } from './attribute-constants.ts';
import type { Edge } from './edges.ts';
import {
  comparedAttribute,
  comparedBy,
  inputForm,
  isHeard,
  playsRecording,
  typeOf,
  wordsOf,
} from './effects.ts';
import { type Change, type Facts, factsOf } from './facts.ts';
import type { FlowUnderCheck, Group, Link, StepUnderCheck } from './flow-under-check.ts';
import { once, oncePer } from './once.ts';
import { memberOf, referencesOf } from './readings.ts';
import { isVerification } from './verification.ts';

/** A working queue is set. */
export const QUEUE = 'queue';
/** The caller has heard that calls are recorded. */
export const NOTICE = 'notice';
/** The caller has been verified. */
export const VERIFIED = 'verified';
/** The last thing that happened to the caller were words of ours. */
export const WORDS = 'words';
/** A contact attribute is set. */
export const attribute = (name: string): string => `attribute ${name}`;
/** A flow attribute is set; it goes with no caller to another flow (devguide/flow-control-actions-updateflowattributes). */
export const flowAttribute = (name: string): string => `flow attribute ${name}`;
/** A value was compared with a condition that it met. */
export const compared = (reference: string): string => `compared ${reference}`;

/** Flows that begin without anything before them; every other one finds what its caller or its agent left. */
const FIRST: ReadonlySet<FlowType> = new Set(['CONTACT_FLOW', 'CAMPAIGN']);

const NOTICE_WORDS =
  /\brecord(?:ed|ing|s)?\b|\bmonitor(?:ed|ing)?\b|aufgezeichnet|aufzeichn|mitgeschnitten|enregistr|grabad|grabar|registrat|録音|tallenn|nagr(?:ana|yw)|καταγράφ|ηχογραφ|rögzít|înregistr/i;
const NOTICE_NAMES = /record|notice|consent/i;

export const onEveryWay: (group: Group) => Facts = oncePer((group) => {
  let known: Witnesses = new Map();
  let facts = solved(group, known);
  const unsure = unsureFacts(group, facts);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const found = witnessesOf(group, facts, unsure);
    if (sameWitnesses(known, found)) break;
    known = found;
    facts = solved(group, known);
  }
  return facts;
});

const ROUNDS_MAX = 3;

/**
 * `attribute` and `attribute=value` → facts that held wherever the attribute was given a value, or this value: who meets
 * it later knows that they hold.
 */
type Witnesses = ReadonlyMap<string, readonly string[]>;

function solved(group: Group, witnesses: Witnesses): Facts {
  const everything = once(() => [...new Set(group.flows.flatMap(factNames))]);
  const ofFlow = everything().filter((fact) => fact.startsWith('flow attribute '));
  const isOfContact = (fact: string): boolean => fact !== WORDS && !fact.startsWith('flow attribute ');
  return factsOf(group, {
    on: 'every',
    facts: everything(),
    entry: (flow) => {
      if (FIRST.has(flow.type)) return [];
      const before = everything().filter((fact) => isOfContact(fact) && !fact.startsWith('compared '));
      return flow.type === 'MODULE' ? [...before, WORDS] : before;
    },
    along: (flow, step, edge) => changeOf(flow, step, edge, witnesses),
    enter: ({ kind }: Link) =>
      kind === 'hook' ? { sets: [QUEUE], clears: [WORDS, ...ofFlow] } : { clears: ofFlow },
    ofContact: isOfContact,
  });
}

function factNames({ steps }: FlowUnderCheck): readonly string[] {
  const attributes = steps.flatMap((step) => [
    ...settingsOf(step).map(({ name }) => name),
    ...step.readings.flatMap(({ reference }) => memberOf(reference, 'Attributes') ?? []),
  ]);
  const ofFlow = steps.flatMap((step) =>
    step.readings.flatMap(({ reference }) => memberOf(reference, 'FlowAttributes') ?? []),
  );
  const references = steps.flatMap((step) => comparedBy(step)?.text ?? []);
  return [
    QUEUE,
    NOTICE,
    VERIFIED,
    WORDS,
    ...attributes.map(attribute),
    ...ofFlow.map(flowAttribute),
    ...references.map(compared),
  ];
}

function changeOf(
  flow: FlowUnderCheck,
  step: StepUnderCheck,
  edge: Edge,
  witnesses: Witnesses,
): Change | undefined {
  switch (typeOf(step)) {
    case 'UpdateContactTargetQueue':
      return edge.kind === 'error' ? undefined : { sets: [QUEUE] };
    case 'UpdateContactAttributes':
      return { sets: setBy(step, edge).map(attribute) };
    case 'Compare':
      return comparison(flow, step, edge, witnesses);
    case 'MessageParticipant':
      return { sets: isHeardBefore(step, edge) && isNotice(step) ? [WORDS, NOTICE] : [WORDS] };
    case 'UpdateFlowAttributes':
      return edge.kind === 'error' ? undefined : { sets: flowAttributesOf(step).map(flowAttribute) };
    case 'CheckVoiceId':
    case 'AuthenticateParticipant':
      return isVerification(flow, step, edge) ? { sets: [VERIFIED] } : undefined;
    case 'InvokeFlowModule':
      // A module that is not at hand may have said goodbye.
      if (flow.group().from(step).length > 0 || edge.kind === 'error') return undefined;
      return { sets: isVerification(flow, step, edge) ? [WORDS, VERIFIED] : [WORDS] };
    default:
      if (inputForm(step) === 'buffer' || !isHeard(step)) return undefined;
      return { clears: [WORDS], ...(isNotice(step) ? { sets: [NOTICE] } : {}) };
  }
}

/**
 * The step fails only when 32 KB of attributes are full, and values that are written out in the flow fill them on no
 * real call: of those the error branch is taken for a formality.
 */
function setBy(step: StepUnderCheck, { kind }: Edge): readonly string[] {
  const settings = settingsOf(step);
  const mayFail = settings.some(({ value }) => referencesOf(value).length > 0);
  return kind === 'error' && mayFail ? [] : settings.map(({ name }) => name);
}

function comparison(
  flow: FlowUnderCheck,
  step: StepUnderCheck,
  edge: Edge,
  witnesses: Witnesses,
): Change | undefined {
  const reference = comparedBy(step);
  if (edge.kind !== 'condition' || reference === undefined) return undefined;
  const sets = [compared(reference.text)];
  if (isVerification(flow, step, edge)) sets.push(VERIFIED);
  const own = memberOf(reference, 'FlowAttributes');
  if (own !== undefined) sets.push(flowAttribute(own));
  const name = comparedAttribute(step);
  if (name !== undefined) {
    sets.push(attribute(name));
    sets.push(...(witnesses.get(name) ?? []));
    if (edge.operator === 'Equals') sets.push(...(witnesses.get(`${name}=${edge.label}`) ?? []));
    const isUnknown = !constantsOf(flow.group()).has(name);
    if (isUnknown && NOTICE_NAMES.test(name)) sets.push(NOTICE);
  }
  return { sets };
}

/** A message that could not be spoken was not heard, unless its author makes no difference between the two. */
const isHeardBefore = (step: StepUnderCheck, { kind, target }: Edge): boolean =>
  kind !== 'error' || step.edges.some((each) => each.kind === 'next' && each.target === target);

const flowAttributesOf = ({ action: { Parameters } }: StepUnderCheck): readonly string[] => {
  const attributes = Parameters['FlowAttributes'];
  return isObject(attributes) ? Object.keys(attributes) : [];
};

/** A recording may be the notice, and where nobody can read it nobody is accused. */
const isNotice = (step: StepUnderCheck): boolean => NOTICE_WORDS.test(wordsOf(step)) || playsRecording(step);

const constantsOf = oncePer((group: Group) => attributeConstants(group.flows));

/** Facts that somebody will miss: what is read and not known to be set, and what a caller was told or asked. */
function unsureFacts(group: Group, facts: Facts): readonly string[] {
  const read = group.flows.flatMap((flow) =>
    flow.steps.flatMap((step) =>
      step.readings.flatMap(({ reference }) => {
        const name = typeOf(step) === 'Compare' ? undefined : memberOf(reference, 'Attributes');
        return name !== undefined && facts(flow, step, attribute(name)) === false ? [attribute(name)] : [];
      }),
    ),
  );
  return [...new Set([QUEUE, NOTICE, VERIFIED, ...read])];
}

function witnessesOf(group: Group, facts: Facts, unsure: readonly string[]): Witnesses {
  const found = new Map<string, readonly string[]>();
  const constants = constantsOf(group);
  const note = (key: string, here: ReadonlySet<string>): void => {
    const known = found.get(key);
    found.set(key, known === undefined ? [...here] : known.filter((fact) => here.has(fact)));
  };
  for (const flow of group.flows) {
    for (const step of flow.steps) {
      const settings = settingsOf(step);
      // A step that nothing reaches sets nothing.
      if (settings.length === 0 || facts(flow, step, QUEUE) === undefined) continue;
      const own = new Set(settings.map(({ name }) => attribute(name)));
      const here = new Set(unsure.filter((fact) => own.has(fact) || facts(flow, step, fact) === true));
      for (const { name, value } of settings) {
        note(name, here);
        if (constants.get(name)?.dynamic === false) note(`${name}=${value}`, here);
      }
    }
  }
  return found;
}

const sameWitnesses = (one: Witnesses, other: Witnesses): boolean =>
  [...other].every(([key, facts]) => (one.get(key) ?? []).join() === facts.join());
