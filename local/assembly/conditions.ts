/** The conditions and rules of a template. */
import type { Scope } from './intrinsics/call.ts';
import { resolveValue } from './resolve.ts';
import type { Template } from './template.ts';
import { didYouMean, type Place, shown, TemplateError, wrongAt } from './template-error.ts';

/** Tells whether a condition holds; it is worked out once. */
export type Conditions = (name: string, at: Place) => boolean;

type Base = Omit<Scope, 'section' | 'condition' | 'resource'>;

/**
 * Prepares the conditions of the template.
 * @throws (when asked) TemplateError naming an unknown condition, or those that depend on each other in a circle
 */
export function prepareConditions(template: Template, base: Base): Conditions {
  const known = new Map<string, boolean>();
  const open: string[] = [];
  const condition: Conditions = (name, at) => {
    const decided = known.get(name);
    if (decided !== undefined) return decided;
    const definition = template.Conditions?.[name];
    if (definition === undefined) {
      const names = Object.keys(template.Conditions ?? {});
      throw wrongAt(at, `there is no condition '${name}'.${didYouMean(name, names)}`);
    }
    if (open.includes(name)) {
      throw new TemplateError(`conditions depend on each other: ${[...open, name].join(' -> ')}`);
    }
    open.push(name);
    const place: Place = { owner: `condition '${name}'`, path: [] };
    const value = resolveValue(definition, place, {
      ...base,
      section: 'conditions',
      condition,
      resource: none,
    });
    open.pop();
    if (typeof value !== 'boolean') throw wrongAt(place, `gives ${shown(value)}, not true or false`);
    known.set(name, value);
    return value;
  };
  return condition;
}

/**
 * Evaluates the template's rules about its parameters.
 * @throws TemplateError with the description of the first assertion that does not hold
 */
export function checkRules(template: Template, base: Base, condition: Conditions): void {
  const scope: Scope = { ...base, section: 'rules', condition, resource: none };
  for (const [name, rule] of Object.entries(template.Rules ?? {})) {
    const place: Place = { owner: `rule '${name}'`, path: [] };
    const applies =
      rule.RuleCondition === undefined || resolveValue(rule.RuleCondition, place, scope) === true;
    for (const { Assert, AssertDescription } of applies ? rule.Assertions : []) {
      if (resolveValue(Assert, place, scope) !== true) {
        throw wrongAt(place, AssertDescription ?? `the assertion ${shown(Assert)} does not hold`);
      }
    }
  }
}

function none(): undefined {
  return undefined;
}
