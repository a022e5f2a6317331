/** Finds `${kind.name}` in rendered flows, puts values in, and orders flows so that each comes after those it names. */
import { ConfigurationError } from './config-error.ts';

/** A flow as rendered, with references instead of ARNs. */
export interface FlowSource {
  readonly name: string;
  readonly title: string;
  /** Connect's type of flow (API_CreateContactFlow), or `MODULE`. */
  readonly type: string;
  readonly description: string;
  /** JSON in the Flow language, version 2019-10-30. */
  readonly content: string;
}

const reference = /\$\{([^}]*)\}/g;

/** The references of a flow, each once, e.g. `queue.orders`. */
export function referencesOf(flow: FlowSource): string[] {
  return [...new Set([...flow.content.matchAll(reference)].map((match) => match[1] ?? ''))];
}

/** How other flows refer to this one. */
export function ownReference(flow: FlowSource): string {
  return `${flow.type === 'MODULE' ? 'module' : 'flow'}.${flow.name}`;
}

/**
 * The content with every reference replaced.
 * @throws ConfigurationError for a reference that nothing in the stack answers to
 */
export function resolveReferences(
  flow: Pick<FlowSource, 'name' | 'content'>,
  values: ReadonlyMap<string, string>,
  kind: 'flow' | 'test case' = 'flow',
): string {
  return flow.content.replace(reference, (_whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) {
      throw new ConfigurationError(
        `${kind} "${flow.name}" refers to \${${name}}, which the stack does not have; it has ${[...values.keys()].sort().join(', ')}.`,
      );
    }
    return value;
  });
}

/**
 * Flows in an order in which CloudFormation can create them.
 * @throws ConfigurationError where flows refer to each other in a circle, which no order can satisfy
 */
export function inOrderOfCreation(flows: readonly FlowSource[]): FlowSource[] {
  const byReference = new Map(flows.map((flow) => [ownReference(flow), flow]));
  const ordered = new Set<FlowSource>();
  const visit = (flow: FlowSource, trail: readonly FlowSource[]): void => {
    if (ordered.has(flow)) return;
    if (trail.includes(flow)) {
      const circle = [...trail.slice(trail.indexOf(flow)), flow].map(({ name }) => name);
      throw new ConfigurationError(
        `flows refer to each other in a circle, ${circle.join(' → ')}; let one of them transfer by an attribute instead.`,
      );
    }
    for (const name of referencesOf(flow)) {
      const other = byReference.get(name);
      if (other !== undefined) visit(other, [...trail, flow]);
    }
    ordered.add(flow);
  };
  for (const flow of flows) visit(flow, []);
  return [...ordered];
}
