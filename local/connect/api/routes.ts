/** Finds the operation behind a method and a path. No two operations share both, so literal segments decide first. */
import type { Operation } from './operation.ts';

interface Route {
  readonly operation: Operation;
  readonly segments: readonly string[];
}

export interface FoundRoute {
  readonly operation: Operation;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Parts of a path between its slashes, percent-decoded one by one: an ARN in a label has encoded slashes. The endpoint
 * has refused a path that cannot be decoded.
 */
export const decodeSegments = (path: string): readonly string[] =>
  path.split('/').slice(1).map(decodeURIComponent);

const labelOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

const literals = ({ segments }: Route): number =>
  segments.filter((segment) => labelOf(segment) === undefined).length;

/** @param operations in any order; those with more literal segments are tried first */
export const routesOf = (operations: readonly Operation[]): readonly Route[] =>
  operations
    .map((operation) => ({ operation, segments: operation.path.split('/').slice(1) }))
    .sort((left, right) => literals(right) - literals(left));

/** Labels of a path that fits a pattern's segments; undefined where it does not. An empty label fits nothing. */
export const labelsOf = (
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  if (pattern.length !== segments.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = segments[index] ?? '';
    const label = labelOf(part);
    if (label === undefined ? part !== given : given === '') return undefined;
    if (label !== undefined) labels[label] = given;
  }
  return labels;
};

export const findRoute = (
  routes: readonly Route[],
  method: string,
  segments: readonly string[],
): FoundRoute | undefined => {
  for (const route of routes) {
    if (route.operation.method !== method) continue;
    const labels = labelsOf(route.segments, segments);
    if (labels !== undefined) return { operation: route.operation, labels };
  }
  return undefined;
};
