/** How the local services answer blocks, in the words of the real ones. */
import type { ServiceAnswer, ServiceProblem } from '../../../engine/blocks/service.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { isList, isObject, type JsonObject } from '../../../engine/language/json.ts';

export const answered = (values: JsonObject): ServiceAnswer => ({ kind: 'answered', values });

export const refused = (problem: ServiceProblem, message: string): ServiceAnswer => ({
  kind: 'refused',
  problem,
  message,
});

/** What is asked about does not exist; blocks take their common error branch. */
export const unknown = (what: string): ServiceAnswer =>
  refused('failed', `${what} does not exist (ResourceNotFoundException)`);

export const invalid = (why: string): ServiceAnswer => refused('failed', `${why} (ValidationException)`);

/** Text of a single value; empty where there is none. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

export const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  isList(value) ? value.filter(isObject) : [];

export const textsIn = (value: Json | undefined): readonly string[] =>
  isList(value) ? value.map(textOf) : [];

/** The members of an object as texts. */
export const fieldsIn = (value: Json | undefined): ReadonlyMap<string, string> =>
  new Map(isObject(value) ? Object.entries(value).map(([name, member]) => [name, textOf(member)]) : []);
