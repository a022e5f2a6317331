/** Flows that lead to each other, by transfer, module or hook, and who leads where. */
import { attributeConstants } from './attribute-constants.ts';
import type { FlowUnderCheck, Group, Link } from './flow-under-check.ts';
import { once } from './once.ts';

/** Cuts flows into groups; a flow that has no link to another is a group of its own. */
export function groupsOf(flows: readonly FlowUnderCheck[]): ReadonlyMap<FlowUnderCheck, Group> {
  const links = linksOf(flows);
  const root = new Map<FlowUnderCheck, FlowUnderCheck>(flows.map((flow) => [flow, flow]));
  const find = (flow: FlowUnderCheck): FlowUnderCheck => {
    let at = flow;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    root.set(flow, at);
    return at;
  };
  for (const { from, to } of links) root.set(find(from), find(to));
  const members = new Map<FlowUnderCheck, FlowUnderCheck[]>();
  for (const flow of flows) {
    const group = members.get(find(flow));
    if (group === undefined) members.set(find(flow), [flow]);
    else group.push(flow);
  }
  const linksIn = Map.groupBy(links, ({ from }) => find(from));
  return new Map(
    [...members].flatMap(([first, group]) => {
      const whole = groupOf(group, linksIn.get(first) ?? []);
      return group.map((flow): [FlowUnderCheck, Group] => [flow, whole]);
    }),
  );
}

function groupOf(flows: readonly FlowUnderCheck[], links: readonly Link[]): Group {
  const byStep = Map.groupBy(links, ({ step }) => step);
  const byTarget = Map.groupBy(links, ({ to }) => to);
  return {
    flows,
    links,
    from: (step) => byStep.get(step) ?? [],
    to: (flow) => byTarget.get(flow) ?? [],
    isEntry: (flow) => !(byTarget.get(flow) ?? []).some(({ from }) => from !== flow),
  };
}

/** A flow is named by `${flow.name}`, by `${module.name}`, or by an ARN or id that ends in its name. */
function linksOf(flows: readonly FlowUnderCheck[]): readonly Link[] {
  const byName = new Map(flows.map((flow) => [flow.name, flow]));
  const constants = once(() => attributeConstants(flows));
  const named = (value: unknown): readonly FlowUnderCheck[] => {
    if (typeof value !== 'string') return [];
    const attribute = /^\$\.Attributes\.([\w-]+)$/.exec(value)?.[1];
    const texts = attribute === undefined ? [value] : [...(constants().get(attribute)?.values ?? [])];
    return texts.flatMap((text) => byName.get(nameIn(text)) ?? []);
  };
  return flows.flatMap((from) =>
    from.steps.flatMap((step): Link[] => {
      const { Type, Parameters } = step.action;
      const link = (kind: Link['kind'], value: unknown, hook?: string): Link[] =>
        named(value).map((to) => ({ kind, from, step, to, ...(hook === undefined ? {} : { hook }) }));
      if (Type === 'TransferToFlow') return link('transfer', Parameters['ContactFlowId']);
      if (Type === 'InvokeFlowModule') return link('module', Parameters['FlowModuleId']);
      if (Type !== 'UpdateContactEventHooks') return [];
      return Object.entries(Parameters['EventHooks'] ?? {}).flatMap(([hook, value]) =>
        link('hook', value, hook),
      );
    }),
  );
}

/** `${flow.main-menu}` and `arn:…/contact-flow/main-menu:$LATEST` both name `main-menu`. */
export function nameIn(text: string): string {
  const reference = /^\$\{(?:flow|module)\.([^}]+)\}$/.exec(text)?.[1];
  return reference ?? text.slice(text.lastIndexOf('/') + 1).replace(/:[^:]*$/, '');
}
