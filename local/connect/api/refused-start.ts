/** How the API names what the engine would not begin. */
import type { Started } from './contacts-port.ts';
import { ApiProblem } from './problem.ts';

/** Limits that are quotas of an instance, and states that the service counts among wrong requests. */
const NAMES = {
  IdempotencyException: 'IdempotencyException',
  LimitExceededException: 'ServiceQuotaExceededException',
  ResourceNotFoundException: 'ResourceNotFoundException',
} as const;

/** @throws ApiProblem where there is none */
export function startedContact(started: Started): string {
  if ('contactId' in started) return started.contactId;
  const { name, refusal } = started;
  const known = Object.entries(NAMES).find(([engineName]) => engineName === name)?.[1];
  throw new ApiProblem(known ?? 'InvalidRequestException', `${refusal}.`);
}
