/** A JSON Schema of flow files, made from the blocks: an editor completes and checks by it while somebody writes. */
import { FLOW_LANGUAGE_VERSION, type Json } from '../language/flow.ts';
import type { Dynamic, FieldGroup, ObjectShape, Shape } from '../language/parameters.ts';
import { ACTIONS_PER_FLOW_MAX, IDENTIFIER_CHARACTERS_MAX } from '../limits.ts';
import type { BlockDeclaration } from './block.ts';

type Schema = { readonly [key: string]: Json };

/** What stands for a value that is known on the call only. */
const REFERENCE = String.raw`^\$[.\[]`;
/** `${queue.orders}`, until the stack puts an ARN in. */
const RESOURCE = String.raw`^\$\{`;

/** @returns draft-07, which most editors read */
export function flowSchema(blocks: readonly BlockDeclaration[]): Schema {
  const identifier: Schema = { type: 'string', minLength: 1, maxLength: IDENTIFIER_CHARACTERS_MAX };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A flow of Amazon Connect, Flow language 2019-10-30',
    type: 'object',
    required: ['Version', 'StartAction', 'Actions'],
    properties: {
      Version: { const: FLOW_LANGUAGE_VERSION },
      StartAction: { ...identifier, description: 'The Identifier of the first action.' },
      Metadata: { type: 'object', description: 'For the designer; never checked.' },
      Settings: { type: 'object', description: 'Of modules only.' },
      Actions: {
        type: 'array',
        minItems: 1,
        maxItems: ACTIONS_PER_FLOW_MAX,
        items: { $ref: '#/definitions/action' },
      },
    },
    definitions: { action: actionSchema(blocks, identifier), transitions: transitionsSchema(identifier) },
  };
}

const actionSchema = (blocks: readonly BlockDeclaration[], identifier: Schema): Schema => ({
  type: 'object',
  required: ['Identifier', 'Type', 'Transitions'],
  properties: {
    Identifier: identifier,
    Type: { oneOf: blocks.map(({ type, purpose }): Schema => ({ const: type, description: purpose })) },
    Parameters: { type: 'object' },
    Transitions: { $ref: '#/definitions/transitions' },
  },
  allOf: blocks.map(ofBlock),
});

function ofBlock(block: BlockDeclaration): Schema {
  const ends = block.branches({}).next === 'none';
  const then: Schema = {
    properties: {
      Parameters: { description: block.purpose, ...shapeSchema(block.parameters) },
      ...(ends ? { Transitions: { maxProperties: 0 } } : {}),
    },
  };
  // From entries: an object literal with a method `then` could be taken for a promise.
  return Object.fromEntries([
    ['if', { properties: { Type: { const: block.type } } }],
    ['then', then],
  ]);
}

const transitionsSchema = (identifier: Schema): Schema => ({
  type: 'object',
  properties: {
    NextAction: identifier,
    Errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['NextAction', 'ErrorType'],
        properties: { NextAction: identifier, ErrorType: { type: 'string' } },
      },
    },
    Conditions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['NextAction', 'Condition'],
        properties: {
          NextAction: identifier,
          Condition: {
            type: 'object',
            required: ['Operator', 'Operands'],
            properties: {
              Operator: { type: 'string' },
              Operands: { type: 'array', minItems: 1, maxItems: 1, items: { type: 'string', minLength: 1 } },
            },
          },
        },
      },
    },
  },
});

function shapeSchema(shape: Shape): Schema {
  switch (shape.kind) {
    case 'json':
      return {};
    case 'object':
      return objectSchema(shape);
    case 'list':
      return {
        type: 'array',
        items: shapeSchema(shape.item),
        ...limits({ minItems: shape.minItems, maxItems: shape.maxItems }),
      };
    case 'map':
      return {
        type: 'object',
        additionalProperties: shapeSchema(shape.value),
        ...limits({ minProperties: shape.minEntries, maxProperties: shape.maxEntries }),
      };
    case 'choice':
      return orDynamic({ enum: [...shape.choices] }, shape.dynamic);
    case 'number': {
      const digits: Schema = { type: 'string', pattern: String.raw`^-?\d+$` };
      const number: Schema = { type: 'integer', ...limits({ minimum: shape.min, maximum: shape.max }) };
      return orDynamic({ anyOf: [digits, number] }, shape.dynamic);
    }
    case 'text': {
      const text: Schema = { type: 'string', minLength: 1, ...limits({ maxLength: shape.maxLength }) };
      return shape.pattern === undefined
        ? text
        : orDynamic({ ...text, pattern: shape.pattern.source }, shape.dynamic);
    }
  }
}

const orDynamic = (schema: Schema, dynamic: Dynamic): Schema =>
  dynamic === 'static'
    ? schema
    : { anyOf: [schema, { type: 'string', pattern: `${REFERENCE}|${RESOURCE}` }] };

function objectSchema(shape: ObjectShape): Schema {
  const fields = Object.entries(shape.fields);
  const needed = fields.filter(([, field]) => field.required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, shapeSchema(field.shape)])),
    ...(needed.length > 0 ? { required: needed } : {}),
    ...(shape.open === true ? {} : { additionalProperties: false }),
    ...(shape.groups.length > 0 ? { allOf: shape.groups.map(groupSchema) } : {}),
  };
}

function groupSchema({ names, rule }: FieldGroup): Schema {
  const each = names.map((name): Schema => ({ required: [name] }));
  switch (rule) {
    case 'exactly-one':
      return { oneOf: each };
    case 'at-least-one':
      return { anyOf: each };
    case 'at-most-one':
      return { oneOf: [...each, { not: { anyOf: each } }] };
  }
}

const limits = (given: Readonly<Record<string, number | undefined>>): Schema =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
