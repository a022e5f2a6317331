/** A resource of the template that Amazon Connect would not create: the boot stops like the deployment would. */
import type { ResourceRequest } from '../../assembly/provisioner.ts';
import { shown, type TemplateError, wrongAt } from '../../assembly/template-error.ts';

export type PropertyPath = readonly (string | number)[];

/** Property names whose values must not reach a terminal or a log. */
const SECRET = /^(password|key)$/i;

/** Refuses the whole resource. */
export const refuse = (request: ResourceRequest, problem: string): TemplateError =>
  wrongAt({ owner: `resource '${request.logicalId}' (${request.type})`, path: [] }, problem);

/** Refuses one property. @param must what the value has to be, e.g. `it must be true or false` */
export const refuseProperty = (
  request: ResourceRequest,
  path: PropertyPath,
  value: unknown,
  must: string,
): TemplateError => {
  const secret = path.some((part) => typeof part === 'string' && SECRET.test(part));
  const given =
    value === undefined ? 'is missing' : secret ? 'has a wrong value (not shown)' : `is ${shown(value)}`;
  const owner = `resource '${request.logicalId}' (${request.type})`;
  return wrongAt({ owner, path: ['Properties', ...path] }, `${given}; ${must}`);
};
