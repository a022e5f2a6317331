/** Names the operation that somebody asked for and that the local Connect does not have. */
import { labelsOf } from './routes.ts';

/** `[9, namespace, name, { http: [method, path, status] }, …]` is an operation in the SDK's own schemas. */
const OPERATION = 9;

interface KnownOperation {
  readonly name: string;
  readonly method: string;
  readonly segments: readonly string[];
}

const asOperation = (schema: unknown): KnownOperation | undefined => {
  if (!Array.isArray(schema) || schema[0] !== OPERATION) return undefined;
  const name: unknown = schema[2];
  const traits: unknown = schema[3];
  if (typeof name !== 'string' || typeof traits !== 'object' || traits === null || !('http' in traits))
    return undefined;
  if (!Array.isArray(traits.http)) return undefined;
  const method: unknown = traits.http[0];
  const path: unknown = traits.http[1];
  return typeof method === 'string' && typeof path === 'string'
    ? { name, method, segments: path.split('/').slice(1) }
    : undefined;
};

const literals = ({ segments }: KnownOperation): number =>
  segments.filter((segment) => !segment.startsWith('{')).length;

/**
 * `CreateContactFlow (PUT /contact-flows/…)`, or method and path alone where Amazon Connect has no such operation
 * either. The SDK's model knows every operation; it is loaded only when somebody asks for one that is not here.
 */
export const nameUnknownOperation = async (method: string, segments: readonly string[]): Promise<string> => {
  const sdk: Readonly<Record<string, unknown>> = await import('@aws-sdk/client-connect');
  const known = Object.values(sdk).flatMap((schema) => asOperation(schema) ?? []);
  const fitting = known
    .filter(
      (operation) => operation.method === method && labelsOf(operation.segments, segments) !== undefined,
    )
    .sort((left, right) => literals(right) - literals(left));
  const request = `${method} /${segments.join('/')}`;
  return fitting[0] === undefined
    ? `${request} (no operation of Amazon Connect)`
    : `${fitting[0].name} (${request})`;
};
