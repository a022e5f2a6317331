/** Inputs of CreateTestCase with something changed about them, for tests of the reader. */
import type { Json } from '../../../engine/language/flow.ts';
import { readTestCase } from '../../../engine/testing-language/read-test-case.ts';
import { CALL, end, message, observation, press } from './bench.ts';

export type Part = { readonly [key: string]: Json };

export const lookup = { LambdaFunctionARN: 'arn:aws:lambda:us-east-1:123456789012:function:lookup' };
export const opening = { HoursOfOperationId: 'opening' };

/** The value with the member at the path changed; undefined takes it out. */
export function changed(value: Json, path: string, to: Json | undefined): Json {
  const [name = '', ...deeper] = path.split('.');
  if (Array.isArray(value))
    return value.map((item: Json, index) => {
      if (String(index) !== name) return item;
      return deeper.length === 0 ? (to ?? null) : changed(item, deeper.join('.'), to);
    });
  if (typeof value !== 'object' || value === null) throw new Error(`nothing at ${path}`);
  const { [name]: member = null, ...others } = value as Part;
  if (deeper.length > 0) return { ...value, [name]: changed(member, deeper.join('.'), to) };
  return to === undefined ? others : { ...value, [name]: to };
}

export const ONE = observation('one', message('Welcome'), [press('1'), end]);
export const input = (observations: readonly Json[], more: Part = {}): Part => ({
  Name: 'case',
  EntryPoint: CALL,
  Content: { Version: '2019-10-30', Metadata: {}, Observations: observations },
  ...more,
});
export const notesOf = (value: Json) =>
  readTestCase(JSON.stringify(value), { name: 'file' }).diagnostics.map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  );
export const doing = (...actions: readonly Part[]) =>
  input([observation('one', message('Welcome'), [...actions, end])]);

export const E = 'Observations[0].Event';
export const A = 'Observations[0].Actions[0]';
export const S = `${A}.Parameters.Behavior.Properties.Strategy`;
