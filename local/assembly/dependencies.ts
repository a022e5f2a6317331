/** Which resource needs which, and the order in which they can be made. */
import type { Scope } from './intrinsics/call.ts';
import { attributeOf, pseudoParameter, substitutions } from './intrinsics/references.ts';
import { intrinsicIn } from './resolve.ts';
import type { TemplateResource } from './template.ts';
import { didYouMean, type Place, TemplateError, within, wrongAt } from './template-error.ts';

/**
 * The resources in an order in which each comes after those it needs; otherwise in the order of the template.
 * @param live the resources whose condition holds
 * @throws TemplateError naming a dangling reference, or the circle of resources that need each other
 */
export function creationOrder(
  live: ReadonlyMap<string, TemplateResource>,
  scope: Scope,
): readonly (readonly [string, TemplateResource])[] {
  const needs = new Map([...live].map(([id, resource]) => [id, neededBy(id, resource, live, scope)]));
  const order: (readonly [string, TemplateResource])[] = [];
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]) => {
    if (done.has(id)) return;
    if (path.includes(id)) {
      throw new TemplateError(
        `resources need each other in a circle: ${[...path.slice(path.indexOf(id)), id].join(' -> ')}`,
      );
    }
    for (const needed of needs.get(id) ?? []) visit(needed, [...path, id]);
    done.add(id);
    const resource = live.get(id);
    if (resource !== undefined) order.push([id, resource]);
  };
  for (const id of live.keys()) visit(id, []);
  return order;
}

function neededBy(
  id: string,
  resource: TemplateResource,
  live: ReadonlyMap<string, TemplateResource>,
  scope: Scope,
): ReadonlySet<string> {
  const place: Place = { owner: `resource '${id}' (${resource.Type})`, path: [] };
  const needed = new Set<string>();
  for (const name of [resource.DependsOn ?? []].flat()) {
    if (live.has(name)) needed.add(name);
    // CloudFormation ignores a DependsOn on a resource whose condition does not hold.
    else if (!Object.hasOwn(scope.template.Resources, name)) {
      throw wrongAt(
        within(place, 'DependsOn'),
        `names '${name}', which is not a resource of the template.${didYouMean(name, Object.keys(scope.template.Resources))}`,
      );
    }
  }
  collect(resource.Properties ?? {}, within(place, 'Properties'), scope, (name, at, resourceOnly) => {
    if (live.has(name)) needed.add(name);
    else if (Object.hasOwn(scope.template.Resources, name)) {
      throw wrongAt(
        at,
        `points to '${name}', whose condition '${scope.template.Resources[name]?.Condition}' does not hold`,
      );
    } else if (resourceOnly || !(scope.parameters.has(name) || pseudoParameter(name, scope) !== undefined)) {
      const known = [...Object.keys(scope.template.Resources), ...scope.parameters.keys()];
      throw wrongAt(at, `points to '${name}', which does not exist.${didYouMean(name, known)}`);
    }
  });
  return needed;
}

type Found = (name: string, at: Place, resourceOnly: boolean) => void;

/** Walks a value as it will be resolved: of a `Fn::If` only the branch that is taken. */
function collect(value: unknown, at: Place, scope: Scope, found: Found): void {
  if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      collect(entry, within(at, index), scope, found);
    });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const call = intrinsicIn({ ...value }, at, scope.section);
  if (call === undefined) {
    for (const [key, entry] of Object.entries(value)) collect(entry, within(at, key), scope, found);
    return;
  }
  const { name, argument } = call;
  const inside = within(at, name);
  if (name === 'Ref' && typeof argument === 'string') found(argument, inside, false);
  else if (name === 'Fn::GetAtt') found(attributeOf(argument, inside).logicalId, inside, true);
  else if (name === 'Fn::Sub') collectSub(argument, inside, scope, found);
  else if (name === 'Fn::If' && Array.isArray(argument) && argument.length === 3) {
    const taken = scope.condition(String(argument[0]), inside) ? 1 : 2;
    collect(argument[taken], within(inside, taken), scope, found);
  } else collect(argument, inside, scope, found);
}

function collectSub(argument: unknown, at: Place, scope: Scope, found: Found): void {
  const [template, variables]: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  collect(variables, at, scope, found);
  if (typeof template !== 'string') return;
  const own = new Set(Object.keys(typeof variables === 'object' && variables !== null ? variables : {}));
  for (const piece of substitutions(template, at)) {
    if ('literal' in piece || own.has(piece.name)) continue;
    const dot = piece.name.indexOf('.');
    found(dot > 0 ? piece.name.slice(0, dot) : piece.name, at, dot > 0);
  }
}
