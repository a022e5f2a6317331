/** What blocks of cases ask for, and how their answers come into `$.Case`. */
import type { Json } from '../language/flow.ts';
import type { JsonObject } from '../language/json.ts';
import type { ServiceProblem } from './service.ts';
import type { BlockStep } from './step.ts';
import { flag, recordOf } from './wire-values.ts';

type Errors = Readonly<Partial<Record<ServiceProblem, string>>>;

/** The case is there, and the contact could not be linked to it. */
export const LINK_ERRORS: Errors = { 'contact-not-linked': 'ContactNotLinked' };

/** The errors of looking for a case; those of profiles are called otherwise. */
export const CASE_ERRORS: Errors = {
  ...LINK_ERRORS,
  'multiple-found': 'MultipleFound',
  'none-found': 'NoneFound',
};

/** The fields with references put in; one whose reference is unset is left out, as no field may be empty. */
export function caseFields(step: BlockStep, parameters: Readonly<Record<string, Json>>): JsonObject {
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(
    recordOf(step.json(recordOf(parameters['CaseRequestFields']))),
  )) {
    if (value !== '') fields[name] = value;
  }
  return fields;
}

/** The contact that is to be linked, where one is. */
export const linkOf = (step: BlockStep, parameters: Readonly<Record<string, Json>>): JsonObject => {
  const contactId = step.value('$.ContactId');
  return flag(parameters['LinkContactToCase']) && contactId !== undefined ? { linkContactId: contactId } : {};
};

export function keepCase(step: BlockStep, values: JsonObject): undefined {
  step.state.setAnswer('Case', { ...step.state.answer('Case'), ...values });
}
