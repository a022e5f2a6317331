/** The shapes that properties of AWS::Connect resources share, and how a template's properties are read by them. */
import * as z from 'zod';
import type { ResourceRequest } from '../../assembly/provisioner.ts';
import { type PropertyPath, refuse, refuseProperty } from './refused.ts';

/** Text of a limited length; the limits come from the resource schemas that CloudFormation validates with. */
export const text = (maxLength: number, minLength = 1) => {
  const must = `it must be text of ${minLength} to ${maxLength} characters`;
  return z.string(must).min(minLength, must).max(maxLength, must);
};

/** A whole number; CloudFormation also takes its digits as text. */
export const whole = (min: number, max: number) => {
  const must = `it must be a whole number from ${min} to ${max}`;
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
    z.int(must).min(min, must).max(max, must),
  );
};

/** True or false; CloudFormation also takes the words as text. */
export const flag = () =>
  z.preprocess(
    (value) => (value === 'true' ? true : value === 'false' ? false : value),
    z.boolean('it must be true or false'),
  );

export const oneOf = <const V extends readonly string[]>(...values: V) =>
  z.enum(values, `it must be one of ${values.join(', ')}`);

const INSTANCE = 'arn:aws[-a-z0-9]*:connect:[-a-z0-9]*:[0-9]{12}:instance/[-a-zA-Z0-9]*';

export const instanceReference = () =>
  z
    .string('it must be the ARN of a Connect instance')
    .regex(new RegExp(`^${INSTANCE}$`), 'it must be the ARN of a Connect instance');

/** ARN of a resource inside an instance; `part` is what stands before its id. */
export const arnOf = (part: string, what: string) => {
  const must = `it must be the ARN of ${what}`;
  return z.string(must).regex(new RegExp(`^${INSTANCE}/${part}/[-a-zA-Z0-9]*(:[a-zA-Z0-9-]+)?$`), must);
};

export const phoneNumberReference = () => {
  const must = 'it must be the ARN of a phone number';
  return z
    .string(must)
    .regex(/^arn:aws[-a-z0-9]*:connect:[-a-z0-9]*:[0-9]{12}:phone-number\/[-a-zA-Z0-9]*$/, must);
};

export const tags = () => z.optional(z.array(z.strictObject({ Key: text(128), Value: text(256, 0) })));

/** Tags as the API answers them. */
export const tagMap = (list: readonly { Key: string; Value: string }[] | undefined): Record<string, string> =>
  Object.fromEntries((list ?? []).map((tag) => [tag.Key, tag.Value]));

const asPath = (path: readonly PropertyKey[]): PropertyPath =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));

/**
 * Reads a resource's properties.
 * @throws TemplateError naming the first property that is wrong, its value and what it must be.
 */
export const readProperties = <S extends z.ZodType>(schema: S, request: ResourceRequest): z.output<S> => {
  const read = schema.safeParse(request.properties, { reportInput: true });
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  if (issue === undefined) throw refuse(request, 'its properties cannot be read');
  const path = asPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => ['Properties', ...path, key].join('.')).join(', ');
    throw refuse(request, `the local Amazon Connect does not know the property ${names}; check its spelling`);
  }
  throw refuseProperty(request, path, issue.input, issue.message);
};
