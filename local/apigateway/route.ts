/** Which route a request takes: the most exact one, as API Gateway chooses. */
import { HttpApiError } from './definitions.ts';

export interface RouteTarget {
  /** E.g. `GET /customers/{customerId}`. */
  readonly routeKey: string;
  readonly integrationId: string;
  readonly authorizerId: string | undefined;
  readonly scopes: readonly string[];
}

export interface CompiledRoute extends RouteTarget {
  /** `ANY` for every method. */
  readonly method: string;
  readonly segments: readonly string[];
}

export interface Match {
  readonly route: CompiledRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

/** @throws HttpApiError where API Gateway would not take the key */
export function compileRoute(target: RouteTarget): CompiledRoute {
  const { routeKey } = target;
  if (routeKey === '$default') return { ...target, method: 'ANY', segments: ['{$default+}'] };
  const [, method, path] = /^(ANY|GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS) (\/.*)$/.exec(routeKey) ?? [];
  if (method === undefined || path === undefined)
    throw new HttpApiError(`RouteKey: "${routeKey}" is no method and path such as "GET /things/{id}"`);
  const segments = path.split('/').slice(1);
  const greedy = segments.findIndex((segment) => /^\{\w+\+\}$/.test(segment));
  if (greedy >= 0 && greedy !== segments.length - 1)
    throw new HttpApiError(`RouteKey: "${routeKey}" takes the rest of the path before its end`);
  return { ...target, method, segments };
}

/**
 * The route of a request. A full match beats one with parameters, that one with the rest of the path, and `$default`
 * comes last; among equals a named method beats ANY.
 * @param segments of the path below the stage, still percent-encoded
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function findRoute(
  routes: readonly CompiledRoute[],
  method: string,
  segments: readonly string[],
): Match | undefined {
  const matches = routes.flatMap((route) => {
    if (route.method !== 'ANY' && route.method !== method) return [];
    const parameters = parametersOf(route.segments, segments);
    return parameters === undefined ? [] : [{ route, parameters }];
  });
  return matches.toSorted((one, other) => rank(one.route) - rank(other.route))[0];
}

function parametersOf(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const greedy = /^\{(.+)\+\}$/.exec(wanted)?.[1];
    if (greedy !== undefined) {
      const rest = segments.slice(index).map(decoded).join('/');
      return greedy === '$default' ? {} : { ...parameters, [greedy]: rest };
    }
    const given = segments[index];
    if (given === undefined) return undefined;
    const name = /^\{(\w+)\}$/.exec(wanted)?.[1];
    if (name === undefined && wanted !== given) return undefined;
    if (name !== undefined && given === '') return undefined;
    if (name !== undefined) parameters[name] = decoded(given);
  }
  return segments.length === pattern.length ? parameters : undefined;
}

const isGreedy = (segment: string): boolean => segment.endsWith('+}');

function rank({ method, segments, routeKey }: CompiledRoute): number {
  if (routeKey === '$default') return 1_000_000;
  const greedy = segments.some(isGreedy) ? 10_000 : 0;
  const variables = segments.filter((segment) => segment.startsWith('{')).length;
  return greedy + variables * 10 + (method === 'ANY' ? 1 : 0);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // `%E0` and the like are given on as they came.
    return segment;
  }
}
