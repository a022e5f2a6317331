/** Says at once that a flow's parameters are as the contract wants them, as nearly all are. */

import type * as z from 'zod/mini';
import type { TextObject } from './contract.ts';

type Test = (value: unknown) => boolean;
type Values = Readonly<Record<string, unknown>>;

/**
 * A test of all parameters, made of the contract's own schema; undefined where the schema holds something else than texts
 * that match a pattern or are of a list. Whatever it refuses is for the schema to judge, which says what is wrong.
 *
 * Zod looks at each value in its own way, with results for each and for all together: that takes a warm call three times
 * as long, and compiling it would cost the cold start.
 */
export function textTest<Parameters extends TextObject>(
  parameters: Parameters,
): ((values: Values) => values is Values & z.output<Parameters>) | undefined {
  const { shape, checks = [] } = parameters._zod.def;
  if (checks.length > 0) return undefined;
  const tests = new Map<string, Test>();
  for (const [name, field] of Object.entries(shape)) {
    const test = fieldTest(field);
    if (test === undefined) return undefined;
    tests.set(name, test);
  }
  return (values): values is Values & z.output<Parameters> => {
    if (Array.isArray(values)) return false;
    let known = 0;
    for (const name in values) {
      const test = tests.get(name);
      if (test === undefined || !test(values[name])) return false;
      known += 1;
    }
    return known === tests.size;
  };
}

function fieldTest(field: z.ZodMiniType<string, string>): Test | undefined {
  const { def, values } = field._zod;
  if ((def.type === 'enum' || def.type === 'literal') && values !== undefined)
    return (value) => typeof value === 'string' && values.has(value);
  if (def.type !== 'string' || 'format' in def || 'coerce' in def) return undefined;
  const patterns: RegExp[] = [];
  for (const check of def.checks ?? []) {
    const form: { readonly check: string; readonly format?: string; readonly pattern?: RegExp } =
      check._zod.def;
    if (form.check !== 'string_format' || form.format !== 'regex' || form.pattern === undefined)
      return undefined;
    // A pattern that remembers where it was would answer differently the next time.
    if (form.pattern.global || form.pattern.sticky) return undefined;
    patterns.push(form.pattern);
  }
  const [only] = patterns;
  if (patterns.length === 1 && only !== undefined)
    return (value) => typeof value === 'string' && only.test(value);
  return (value) => typeof value === 'string' && patterns.every((pattern) => pattern.test(value));
}
