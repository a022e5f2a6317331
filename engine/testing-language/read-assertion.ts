/** Reads Assert (devguide/testing-language-actions-assertion). */

import type { JsonObject } from '../language/json.ts';
import { parseReference } from '../language/jsonpath.ts';
import { didYouMean } from '../language/similar.ts';
import { type Notes, within } from './notes.ts';
import { ASSERT_OPERATORS, type Assertion } from './test-case.ts';

export function readAssertion(parameters: JsonObject, path: string, notes: Notes): Assertion | undefined {
  const namespace = notes.text(parameters, 'Namespace', path);
  const name = notes.text(parameters, 'Operator', path);
  if (namespace === undefined || name === undefined) return undefined;
  if (parseReference(namespace) === undefined) {
    notes.error(
      'no-reference',
      `Namespace is a reference such as $.Queue.Name; this is '${namespace}'`,
      within(path, 'Namespace'),
    );
    return undefined;
  }
  const operator = ASSERT_OPERATORS.find((candidate) => candidate === name);
  if (operator === undefined) {
    // The service's own words, as reported from live instances.
    notes.error(
      'unknown-operator',
      `Invalid operator parameter for AssertAction: '${name}'${didYouMean(name, ASSERT_OPERATORS)}`,
      within(path, 'Operator'),
    );
    return undefined;
  }
  if (operator === 'Exists') {
    notes.deviation(
      'exists',
      "'Exists' is on the page, but the service refuses it ('Invalid operator parameter for AssertAction')",
      within(path, 'Operator'),
    );
    return { kind: 'assert', namespace, operator };
  }
  return readOperand({ kind: 'assert', namespace, operator }, parameters, path, notes);
}

function readOperand(
  assertion: Assertion,
  parameters: JsonObject,
  path: string,
  notes: Notes,
): Assertion | undefined {
  const { Operand } = parameters;
  const place = within(path, 'Operand');
  if (typeof Operand === 'string') return { ...assertion, operand: Operand };
  if (typeof Operand === 'number' || typeof Operand === 'boolean') {
    notes.deviation('operand-text', `an Operand is a text, '${Operand}'`, place);
    return { ...assertion, operand: String(Operand) };
  }
  notes.error('missing-operand', `${assertion.operator} compares with an Operand, and it is missing`, place);
  return undefined;
}
