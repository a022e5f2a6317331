/** The JSON Schema of flow files says what the blocks declare, and the published one is not out of date. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { blockOf, CATALOGUE } from '../../../engine/blocks/catalogue.ts';
import { flowSchema } from '../../../engine/blocks/flow-schema.ts';
import type { Json } from '../../../engine/language/flow.ts';

const schema = flowSchema(CATALOGUE);

/** The value at the end of a way of keys. */
const at = (value: Json | undefined, ...[key, ...rest]: readonly string[]): Json | undefined => {
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  return at(Object.entries<Json>(value).find(([name]) => name === key)?.[1], ...rest);
};
const parametersOf = (type: string) => {
  const place = CATALOGUE.findIndex((block) => block.type === type);
  return at(schema, 'definitions', 'action', 'allOf', String(place), 'then', 'properties', 'Parameters');
};

test('the published schema is that of the blocks; npm run -s callwright -- docs writes it anew', () => {
  expect(JSON.parse(readFileSync('docs/flow.schema.json', 'utf8'))).toEqual(schema);
});
test('every type is offered with its purpose', () => {
  const offered = at(schema, 'definitions', 'action', 'properties', 'Type', 'oneOf');
  expect(offered).toEqual(CATALOGUE.map(({ type, purpose }) => ({ const: type, description: purpose })));
});
test('a misspelt parameter, a missing one and two of which one is allowed are refused', () => {
  expect(at(parametersOf('Loop'), 'additionalProperties')).toBe(false);
  expect(at(parametersOf('Loop'), 'required')).toEqual(['LoopCount']);
  expect(at(parametersOf('MessageParticipant'), 'allOf', '0', 'oneOf')).toEqual(
    ['Text', 'SSML', 'PromptId', 'Media'].map((name) => ({ required: [name] })),
  );
  expect(at(parametersOf('UpdateContactTargetQueue'), 'allOf')).toBeDefined();
});
test('a number may be text, in its limits, or a reference where it may be dynamic', () => {
  expect(at(parametersOf('Loop'), 'properties', 'LoopCount', 'anyOf', '0', 'anyOf')).toEqual([
    { type: 'string', pattern: '^-?\\d+$' },
    { type: 'integer', minimum: 0, maximum: 100 },
  ]);
  const reference = at(parametersOf('Loop'), 'properties', 'LoopCount', 'anyOf', '1', 'pattern');
  expect('$.Attributes.rounds').toMatch(new RegExp(String(reference)));
  expect(`$\{queue.orders}`).toMatch(new RegExp(String(reference)));
  expect('three').not.toMatch(new RegExp(String(reference)));
});
test('a block that ends the flow has no way out, and one whose names nobody knows takes any', () => {
  const place = CATALOGUE.findIndex(({ type }) => type === 'DisconnectParticipant');
  const ends = at(
    schema,
    'definitions',
    'action',
    'allOf',
    String(place),
    'then',
    'properties',
    'Transitions',
  );
  expect(ends).toEqual({ maxProperties: 0 });
  expect(blockOf('RouteContactToAgent')?.parameters.open).toBe(true);
  expect(at(parametersOf('RouteContactToAgent'), 'additionalProperties')).toBeUndefined();
});
