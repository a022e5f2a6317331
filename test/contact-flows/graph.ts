/** The rendered flows as one graph: where each action can lead, through transfers and modules too. */
import type { AuthoredFlow } from '../../engine/authoring/built-flow.ts';
import type { FlowAction } from '../../engine/language/flow.ts';

/** An action of one flow, named `flow/action`. */
export interface Node {
  readonly id: string;
  readonly flow: string;
  readonly action: FlowAction;
}

/** `branch`: `next`, an error type, or `operator operand` of a condition; `goes` and `returns` lead between flows. */
export interface Edge {
  readonly from: string;
  readonly branch: string;
  readonly to: string;
}

export interface Graph {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
}

/** NextAction of these mirrors another branch and is never taken. */
const ONLY_BRANCHES: ReadonlySet<string> = new Set([
  'Compare',
  'Loop',
  'CheckHoursOfOperation',
  'CheckMetricData',
  'TransferToFlow',
  'TransferContactToQueue',
  'MessageParticipantIteratively',
]);

export const isMenu = ({ Type, Parameters }: FlowAction): boolean =>
  Type === 'GetParticipantInput' && Parameters['StoreInput'] === 'False';

export function graphOf(flows: readonly AuthoredFlow[]): Graph {
  const nodes = flows.flatMap(({ name, document }) =>
    document.Actions.map((action): Node => ({ id: `${name}/${action.Identifier}`, flow: name, action })),
  );
  const inside = nodes.flatMap(({ id, flow, action }) =>
    branchesOf(action).map(({ branch, to }): Edge => ({ from: id, branch, to: `${flow}/${to}` })),
  );
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: [...inside, ...nodes.flatMap((node) => betweenFlows(node, flows, nodes))],
  };
}

function branchesOf(action: FlowAction): { branch: string; to: string }[] {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
  // A module's success is the edge that returns from it.
  const taken = !ONLY_BRANCHES.has(action.Type) && !isMenu(action) && action.Type !== 'InvokeFlowModule';
  return [
    ...(taken && NextAction !== undefined ? [{ branch: 'next', to: NextAction }] : []),
    ...Errors.map(({ ErrorType, NextAction: to }) => ({ branch: ErrorType, to })),
    ...Conditions.map(({ Condition: { Operator, Operands }, NextAction: to }) => ({
      branch: `${Operator} ${Operands.join(' ')}`,
      to,
    })),
  ];
}

function betweenFlows(node: Node, flows: readonly AuthoredFlow[], nodes: readonly Node[]): Edge[] {
  const { ContactFlowId, FlowModuleId } = node.action.Parameters;
  const target = flowNamed(ContactFlowId ?? FlowModuleId, flows);
  if (target === undefined) return [];
  const goes: Edge = { from: node.id, branch: 'goes', to: `${target.name}/${target.document.StartAction}` };
  const ends = nodes.filter(
    ({ flow, action }) => flow === target.name && action.Type === 'EndFlowModuleExecution',
  );
  const after = `${node.flow}/${node.action.Transitions.NextAction}`;
  return [goes, ...ends.map(({ id }) => ({ from: id, branch: 'returns', to: after }))];
}

function flowNamed(reference: unknown, flows: readonly AuthoredFlow[]): AuthoredFlow | undefined {
  if (reference === '$.Attributes.flowMainMenu') return flows.find(({ name }) => name === 'main-menu');
  if (reference === '$.Attributes.flowTeamAway') return flows.find(({ name }) => name === 'team-away');
  const [, kind, name] = /^\$\{(flow|module)\.(.+)\}$/.exec(String(reference)) ?? [];
  return flows.find((flow) => flow.name === name && (flow.type === 'MODULE') === (kind === 'module'));
}

/** Everything that can be reached from some nodes along the edges that are let through. */
export function reachable(
  graph: Graph,
  from: readonly string[],
  lets: (edge: Edge) => boolean = () => true,
): ReadonlySet<string> {
  const found = new Set(from);
  const leaving = edgesByStart(graph);
  for (const id of found) for (const edge of leaving.get(id) ?? []) if (lets(edge)) found.add(edge.to);
  return found;
}

const byStart = new WeakMap<Graph, ReadonlyMap<string, readonly Edge[]>>();

function edgesByStart(graph: Graph): ReadonlyMap<string, readonly Edge[]> {
  const known = byStart.get(graph) ?? Map.groupBy(graph.edges, ({ from }) => from);
  byStart.set(graph, known);
  return known;
}

/** Nodes that lie on a cycle of the edges that are let through. */
export const onCycles = (graph: Graph, lets: (edge: Edge) => boolean): readonly string[] =>
  [...graph.nodes.keys()].filter((id) => {
    const next = (edgesByStart(graph).get(id) ?? []).filter(lets).map((edge) => edge.to);
    return reachable(graph, next, lets).has(id);
  });
