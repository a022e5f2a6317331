/** Turns named steps into a flow of Connect's language; what the compiler cannot refuse is refused here. */

import { blockOf } from '../blocks/catalogue.ts';
import type { Acceptance } from '../language/acceptances.ts';
import type { FlowAction, FlowType, Json } from '../language/flow.ts';
import { identifierFault } from '../language/identifier.ts';
import { isList, isObject } from '../language/json.ts';
import { didYouMean } from '../language/similar.ts';
import { ACTIONS_PER_FLOW_MAX } from '../limits.ts';
import { type AuthoredFlow, BuiltDocument, BuiltFlow } from './built-flow.ts';
import { reachFrom } from './reach.ts';
import { resourcesIn } from './resource.ts';
import type { AnyStep, Step } from './step.ts';

export interface FlowTerms<Name extends string, Type extends FlowType = FlowType> {
  /** File name and reference, e.g. `main-menu`. */
  readonly name: string;
  /** As it stands in Connect's list of flows. */
  readonly title: string;
  /** One sentence: what the caller experiences. */
  readonly description: string;
  readonly type: Type;
  readonly start: NoInfer<Name>;
  /** A step that leads to a name which is not among these keys, or may not stand in the type, does not compile. */
  readonly steps: { readonly [N in Name]: Step<NoInfer<Name>, NoInfer<Type>> };
  /** Steps that are kept although nothing leads to them. */
  readonly unreached?: readonly NoInfer<Name>[];
  /** What a module takes and gives; without it, a module takes nothing and has the branches Success and Error. */
  readonly settings?: Json;
  /** Texts of the form `${…}` that are no references of ours, for whoever fills them in later. */
  readonly placeholders?: readonly string[];
  /** Findings of `callwright check` that are right here, each with the reason; one that is not found is a finding. */
  readonly accept?: readonly (Acceptance & { readonly step?: NoInfer<Name> })[];
}

/** A mistake in a flow that its author has to mend. */
export class FlowError extends Error {
  override readonly name = 'FlowError';
}

/**
 * Throws a FlowError where steps or their names cannot become a flow, or a step is never reached, and an Error where a
 * text holds a reference of the form `${…}` that is none.
 */
export function flow<const Name extends string, const Type extends FlowType>(
  terms: FlowTerms<Name, Type>,
): AuthoredFlow {
  const { name, title, description, type, start, placeholders = [] } = terms;
  const steps: readonly (readonly [string, AnyStep])[] = Object.entries<AnyStep>(terms.steps);
  const complain = (what: string): never => {
    throw new FlowError(`flow '${name}', ${what}`);
  };
  const actions: FlowAction[] = [];
  for (const [step, written] of steps) renderStep(step, written, type, actions, complain);
  const { reached, complete } = reachFrom(start, actions);
  // A step that nothing leads to may lead nowhere too: then nobody has looked at it yet.
  if (!complete || reached.size < actions.length) checkTargets(start, steps, complain);
  if (actions.length > ACTIONS_PER_FLOW_MAX)
    complain(
      `has ${actions.length} actions; ${ACTIONS_PER_FLOW_MAX} is the limit, so move a part to a flow of its own`,
    );
  const unreached: readonly string[] = terms.unreached ?? [];
  for (const [step] of steps)
    if (!reached.has(step) && !unreached.includes(step))
      complain(`step '${step}': nothing leads to it; remove it or let a branch point to it`);
  const referring = new Set<string>();
  for (const action of actions) collectReferring(action.Parameters, referring);
  if (terms.settings !== undefined) collectReferring(terms.settings, referring);
  const settings = terms.settings ?? (type === 'MODULE' ? MODULE_SETTINGS : undefined);
  return new BuiltFlow({
    name,
    title,
    description,
    type,
    document: new BuiltDocument(start, actions, settings, terms.accept, type),
    resources: referring.size === 0 ? [] : resourcesIn([...referring].join('\n'), placeholders),
  });
}

/** Texts that hold a reference to a resource, or something like one. */
function collectReferring(value: Json, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.includes('${')) into.add(value);
  } else if (isList(value)) {
    for (const item of value) collectReferring(item, into);
  } else if (isObject(value)) {
    for (const key in value) collectReferring(value[key] ?? null, into);
  }
}

function renderStep(
  name: string,
  step: AnyStep,
  type: FlowType,
  into: FlowAction[],
  complain: (what: string) => never,
): void {
  if (PART.test(name)) complain(`step '${name}': a name has no dot; dots name the parts of a step`);
  for (const action of step.actions(name)) {
    const fault = identifierFault(action.Identifier);
    if (fault !== undefined) complain(`step '${action.Identifier}': the name ${fault}`);
    if (step.unchecked !== true && blockOf(action.Type)?.flowTypes.includes(type) !== true)
      complain(`step '${name}': ${action.Type} is not allowed in a flow of type ${type}`);
    into.push(action);
  }
}

/** As `partName` makes them: exported names may end with a dot, or have a space after it. */
const PART = /\.[\w-]/;

function checkTargets(
  start: string,
  steps: readonly (readonly [string, AnyStep])[],
  complain: (what: string) => never,
): void {
  const names = new Set<string>();
  for (const [step] of steps) names.add(step);
  const missing = (to: string): string => `points to '${to}', which does not exist${didYouMean(to, names)}`;
  if (!names.has(start)) complain(`start ${missing(start)}`);
  for (const [step, { exits }] of steps) {
    for (const { branch, to } of exits)
      if (!names.has(to)) complain(`step '${step}': ${branch} ${missing(to)}`);
  }
}

/** Without these the service refuses a module; results of ours are contact attributes. */
export const MODULE_SETTINGS: Json = {
  InputParameters: [],
  OutputParameters: [],
  Transitions: [
    { DisplayName: 'Success', ReferenceName: 'Success', Description: '' },
    { DisplayName: 'Error', ReferenceName: 'Error', Description: '' },
  ],
};
