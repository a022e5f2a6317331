/** Circles that a contact can go round without deciding to: by time-outs, faults and what follows by itself. */
import { circlesOf } from './components.ts';
import type { Edge } from './edges.ts';
import { comparedBy, inputForm, isHeard, meets, NOTHING_KEYED, typeOf } from './effects.ts';
import type { FlowUnderCheck, Group, StepUnderCheck } from './flow-under-check.ts';
import { oncePer } from './once.ts';

export interface Place {
  readonly flow: FlowUnderCheck;
  readonly step: StepUnderCheck;
}

export type Circle = readonly Place[];

export interface Circles {
  /** Without a counter, and without the caller's own choice. */
  readonly unbounded: readonly Circle[];
  /** Without a word in it, counted or not. */
  readonly silent: readonly Circle[];
}

export const circles: (group: Group) => Circles = oncePer((group) => {
  const places: Place[] = group.flows.flatMap((flow) => flow.steps.map((step) => ({ flow, step })));
  const numbers = new Map(places.map(({ step }, number) => [step, number]));
  const numberOf = (flow: FlowUnderCheck, index: number | undefined): number | undefined => {
    const step = index === undefined ? undefined : flow.steps[index];
    return step === undefined ? undefined : numbers.get(step);
  };
  const onward = ({ flow, step }: Place, goes: (edge: Edge) => boolean): number[] => {
    const inside = step.edges.flatMap((edge) =>
      edge.taken && goes(edge) ? (numberOf(flow, edge.to) ?? []) : [],
    );
    const outside = group
      .from(step)
      .flatMap(({ kind, to }) => (kind === 'transfer' ? (numberOf(to, to.start) ?? []) : []));
    return [...inside, ...outside];
  };
  const find = (enters: (place: Place) => boolean, goes: (place: Place, edge: Edge) => boolean): Circle[] =>
    circlesOf(places.length, (number) => {
      const place = places[number];
      if (place === undefined || !enters(place)) return [];
      return onward(place, (edge) => goes(place, edge)).filter((to) => {
        const target = places[to];
        return target !== undefined && enters(target);
      });
    }).map((circle) =>
      circle.toSorted((one, other) => one - other).flatMap((number) => places[number] ?? []),
    );
  return {
    unbounded: find(
      ({ step }) => !isPaced(step),
      ({ step }, edge) => !isCounted(step, edge) && !isChoice(step, edge),
    ),
    silent: find(
      (place) => !isPaced(place.step) && !mayBeHeard(place),
      () => true,
    ),
  };
});

/** Blocks that hold a contact by themselves until something happens. */
const isPaced = (step: StepUnderCheck): boolean =>
  typeOf(step) === 'Wait' || typeOf(step) === 'MessageParticipantIteratively';

/** A module that is not at hand may speak. */
function mayBeHeard({ flow, step }: Place): boolean {
  if (isHeard(step)) return true;
  if (typeOf(step) !== 'InvokeFlowModule') return false;
  const links = flow.group().from(step);
  return links.length === 0 || links.some(({ to }) => to.steps.some(isHeard));
}

/** The looping branch of a counter is left after so many rounds; a numeric condition on a value is taken for one too. */
const isCounted = (step: StepUnderCheck, edge: Edge): boolean =>
  (typeOf(step) === 'Loop' && edge.label === 'ContinueLooping') ||
  (typeOf(step) === 'Compare' && step.edges.some(({ operator }) => operator?.startsWith('Number') === true));

/** The caller pressed a key or said something that leads here. */
function isChoice(step: StepUnderCheck, edge: Edge): boolean {
  if (edge.kind !== 'condition') return false;
  if (inputForm(step) === 'menu') return true;
  if (typeOf(step) === 'Compare') {
    const root = comparedBy(step)?.segments[0];
    return root === 'Lex' || (root === 'StoredCustomerInput' && !meets(NOTHING_KEYED, edge));
  }
  return typeOf(step) === 'ConnectParticipantWithLexBot' || typeOf(step) === 'ShowView';
}

export const listensIn = (circle: Circle): Place | undefined =>
  circle.find(({ step }) => step.block?.facts.listens === true && inputForm(step) !== 'buffer');

const NAMED_MAX = 6;

/** The steps of a circle for a message. */
export function named(circle: Circle): string {
  const names = circle.slice(0, NAMED_MAX).map(({ step }) => step.id);
  return circle.length > NAMED_MAX
    ? `${names.join(', ')} and ${circle.length - NAMED_MAX} more`
    : names.join(', ');
}
