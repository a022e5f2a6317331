/** A flow has more than 250 actions. */
import { isList, isObject } from '../../language/json.ts';
import { ACTIONS_PER_FLOW_MAX } from '../../limits.ts';
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';

const NAMED_MAX = 5;

/** Pieces of several actions, the largest first: expanded steps (`verify.ask`), fragments of the console, and calls of modules. */
function spenders(flow: FlowUnderCheck): string {
  const sizes = new Map<string, number>();
  const spend = (piece: string): unknown => sizes.set(piece, (sizes.get(piece) ?? 0) + 1);
  const pieces = new Set(flow.steps.flatMap(({ id }) => (id.includes('.') ? [pieceOf(id)] : [])));
  const blocks = blocksOf(flow);
  for (const { id, action } of flow.steps) {
    const piece = blocks.get(id) ?? (pieces.has(pieceOf(id)) ? pieceOf(id) : undefined);
    if (piece !== undefined) spend(`fragment '${piece}'`);
    if (action.Type === 'InvokeFlowModule')
      spend(`calls of module '${String(action.Parameters['FlowModuleId'])}'`);
  }
  const largest = [...sizes].toSorted(([, one], [, other]) => other - one).slice(0, NAMED_MAX);
  return largest.length === 0
    ? ''
    : `; of these, ${largest.map(([piece, size]) => `${size} are of ${piece}`).join(', ')}`;
}

/** The first action of an expanded step is called as the step itself. */
const pieceOf = (id: string): string => (id.includes('.') ? id.slice(0, id.indexOf('.')) : id);

/**
 * Action → the console's block that it is a part of. A block of several actions names the others beside its position,
 * in `fragments` by what they do and in `children` in their order (24 of 240 real exports).
 */
function blocksOf({ document, steps }: FlowUnderCheck): ReadonlyMap<string, string> {
  const metadata = isObject(document?.Metadata) ? document.Metadata['ActionMetadata'] : undefined;
  const blocks = new Map<string, string>();
  for (const { id } of steps) {
    const own = isObject(metadata) && Object.hasOwn(metadata, id) ? metadata[id] : undefined;
    if (!isObject(own)) continue;
    const { fragments, children } = own;
    const parts = [
      ...(isObject(fragments) ? Object.values(fragments) : []),
      ...(isList(children) ? children : []),
    ];
    for (const part of parts) if (typeof part === 'string' && part !== id) blocks.set(part, id).set(id, id);
  }
  return blocks;
}

const steps = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `step-${index}`,
      index === count - 1 ? hangUp : say('Hello.', `step-${index + 1}`),
    ]),
  );

export const tooManyActions: Rule = {
  id: 'publish/too-many-actions',
  severity: 'error',
  what: 'A flow has more than 250 actions.',
  why: 'The service refuses it; the message tells which pieces used the budget.',
  fix: 'Move a piece to a flow or a module of its own: a module counts for itself, and a transfer or a call is one action.',
  evidence: {
    pages: [adminguide('amazon-connect-service-limits')],
    reports: [REPORTS.flowAsCode],
    seen: 'the largest of 436 real flows has 94',
  },
  check: (flow) => {
    const actions = flow.document?.Actions.length ?? 0;
    if (flow.older || actions <= ACTIONS_PER_FLOW_MAX) return [];
    const message = `Invalid contact flow format: ${flow.type === 'MODULE' ? `module '${flow.name}'` : `flow '${flow.name}'`} has ${actions} actions, and ${ACTIONS_PER_FLOW_MAX} is the limit${spenders(flow)}`;
    return [{ path: 'Actions', message }];
  },
  bad: { ...alone(steps(251)), at: 'Actions' },
  good: alone(steps(250)),
};
