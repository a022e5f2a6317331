/** Where a value comes from: whether a caller can have a say in it. */
import type { Reference } from '../../language/jsonpath.ts';
import { settingsOf } from './attribute-constants.ts';
import { typeOf } from './effects.ts';
import type { FlowUnderCheck, Group } from './flow-under-check.ts';
import { once, oncePer } from './once.ts';
import { readingsOf, referencesOf } from './readings.ts';

/** What a caller presses, says or sends. */
const CALLERS: ReadonlySet<string> = new Set([
  'StoredCustomerInput',
  'Lex',
  'Media',
  'AgenticCX',
  'SegmentAttributes',
]);

/**
 * Why the caller can have a say in a value, as the end of a sentence, or undefined where no way from the caller to it is
 * known. Attributes carry what they were set to, and a function's answer what the function was given.
 */
export function callersSay(flow: FlowUnderCheck, reference: Reference): string | undefined {
  const [root = '', name = ''] = reference.segments;
  if (CALLERS.has(root)) return `${reference.text} is what the caller gives`;
  const tainted = taintedIn(flow.group());
  if (root === 'Attributes' && tainted.attributes.has(name))
    return `${reference.text} is set from what the caller gives`;
  if (root === 'External' && tainted.functions.has(flow))
    return `${reference.text} is answered by a function that is given what the caller keys or says`;
  return undefined;
}

interface Tainted {
  readonly attributes: ReadonlySet<string>;
  /** Flows with a function that is given something of the caller's. */
  readonly functions: ReadonlySet<FlowUnderCheck>;
}

const taintedIn: (group: Group) => Tainted = oncePer((group) => {
  const attributes = new Set<string>();
  const functions = new Set<FlowUnderCheck>();
  const settings = once(() =>
    group.flows.flatMap((flow) => flow.steps.flatMap(settingsOf).map((each) => ({ flow, ...each }))),
  );
  const isTainted = (flow: FlowUnderCheck, { segments: [root = '', name = ''] }: Reference): boolean =>
    CALLERS.has(root) ||
    (root === 'Attributes' && attributes.has(name)) ||
    (root === 'External' && functions.has(flow));
  for (let size = -1; size !== attributes.size + functions.size; ) {
    size = attributes.size + functions.size;
    for (const flow of group.flows)
      if (!functions.has(flow) && givesToFunction(flow, isTainted)) functions.add(flow);
    for (const { flow, name, value } of settings())
      if (referencesOf(value).some((reference) => isTainted(flow, reference))) attributes.add(name);
  }
  return { attributes, functions };
});

function givesToFunction(
  flow: FlowUnderCheck,
  isTainted: (flow: FlowUnderCheck, reference: Reference) => boolean,
): boolean {
  return flow.steps.some((step) => {
    const given =
      typeOf(step) === 'InvokeLambdaFunction'
        ? step.action.Parameters['LambdaInvocationAttributes']
        : undefined;
    return given !== undefined && readingsOf(given).some(({ reference }) => isTainted(flow, reference));
  });
}
