/** The page of the HTTP API for programs, made from the contracts of its functions. */
import * as z from 'zod';
import {
  type HttpContract,
  maskOf,
  PROBLEMS,
  type ProblemStatus,
  type Route,
} from '../lambdas/runtime/http-contract.ts';
import { httpFunctions } from './functions.ts';

/** Where the page is kept. */
export const openApiFile = 'docs/openapi.json';

/** Problems that every route may answer with. */
const ALWAYS: readonly ProblemStatus[] = [400, 500, 503];

const problem = {
  type: 'object',
  description: 'What is wrong, in one sentence (RFC 9457).',
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened and what to do; nothing about a person.' },
    correlationId: { type: 'string', description: 'Finds the request in the logs.' },
  },
  required: ['type', 'title', 'status', 'detail', 'correlationId'],
} as const;

/** What API Gateway says by itself, before a function is asked. */
const gatewayRefusal = (description: string) => ({
  description,
  content: {
    'application/json': {
      schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
    },
  },
});

/** The text of docs/openapi.json. */
export function openApi(contracts: readonly HttpContract[] = httpFunctions): string {
  const paths: Record<string, Record<string, object>> = {};
  for (const contract of contracts) {
    for (const [operationId, route] of Object.entries(contract.routes)) {
      const path = paths[route.path] ?? {};
      paths[route.path] = { ...path, [route.method.toLowerCase()]: operation(operationId, contract, route) };
    }
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Callwright desktop API',
      version: '1',
      description:
        'What an agent may see and do. A customer can be seen through a contact that the agent has or had a short while ago; supervisors see all. Every look-up and change is in the audit.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [
      { url: '/api', description: 'The stage: behind the output ApiAddress, or behind the local centre.' },
    ],
    security: [{ agent: [] }],
    tags: contracts.map(({ name, purpose }) => ({ name: nounOf(name), description: purpose })),
    paths: Object.fromEntries(Object.entries(paths).toSorted(([one], [other]) => (one < other ? -1 : 1))),
    components: {
      securitySchemes: {
        agent: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'The ID token of an agent who has signed in at the user pool (outputs ApiPool, ApiClient).',
        },
      },
      schemas: { Problem: problem },
      responses: {
        Unauthorized: gatewayRefusal('There is no token, or it is not right any more.'),
        TooMany: gatewayRefusal('Too many requests at once: try again in a second.'),
      },
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function operation(operationId: string, { name }: HttpContract, route: Route): object {
  const problems = [...ALWAYS, ...route.problems, ...(route.supervisorsOnly === true ? [403 as const] : [])];
  return {
    operationId,
    tags: [nounOf(name)],
    summary: route.purpose,
    ...(route.supervisorsOnly === true ? { description: 'For supervisors only.' } : {}),
    parameters: [...parametersOf(route.parameters, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
          },
        }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, { when, body }]) => [
          status,
          { description: when, content: { 'application/json': { schema: jsonSchema(body, 'output') } } },
        ]),
      ),
      ...Object.fromEntries(
        [...new Set(problems)].map((status) => [
          status,
          {
            description: PROBLEMS[status],
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
      401: { $ref: '#/components/responses/Unauthorized' },
      429: { $ref: '#/components/responses/TooMany' },
    },
  };
}

const schemaOfObject = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

function parametersOf(schema: Route['parameters'], place: 'path' | 'query'): object[] {
  const { properties = {}, required = [] } = schemaOfObject.parse(jsonSchema(schema, 'input'));
  return Object.entries(properties).map(([name, ofIt]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: ofIt,
  }));
}

/** What a schema refuses by code (two numbers alike) is not in it; the answer's sentence says it. */
function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: made }) {
      const mask = maskOf(zodSchema);
      if (mask !== undefined) made.description = `Whole for supervisors; agents are shown ${mask.shows}.`;
      // The format says it, and in fewer words.
      if (made.format === 'date-time') delete made.pattern;
    },
  });
  return made;
}

const nounOf = (name: string): string => name.replace(/^serve-/, '');
