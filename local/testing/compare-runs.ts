/** Says in what a run on the service differs from the run of the same test case here. */

import { likeness, SURE_FROM } from '../../engine/testing-language/matching.ts';
import type { ObservationRecord } from '../../engine/testing-language/records.ts';
import type { Outcome } from './outcome.ts';

/** One sentence for each difference; none for runs that agree. */
export function differences(here: Outcome, there: Outcome): readonly string[] {
  const found: string[] = [];
  if (here.status !== there.status)
    found.push(`it ${verb(here.status)} here and ${verb(there.status)} on the instance`);
  const remote = new Map(there.observations.map((record) => [record.Identifier, record]));
  for (const record of here.observations) {
    const other = remote.get(record.Identifier);
    // The service keeps no record of what was never active.
    if (other === undefined) {
      if (record.Status === 'PASSED')
        found.push(`observation '${record.Identifier}' passed here, and the instance has no record of it`);
    } else found.push(...observationDifferences(record, other));
  }
  const local = new Set(here.observations.map(({ Identifier }) => Identifier));
  for (const { Identifier } of there.observations)
    if (!local.has(Identifier))
      found.push(`observation '${Identifier}' is on the instance only: deploy the stack again`);
  return found;
}

const verb = (status: string): string => status.toLowerCase();

function observationDifferences(here: ObservationRecord, there: ObservationRecord): readonly string[] {
  const name = `observation '${here.Identifier}'`;
  const found: string[] = [];
  if (here.Status !== there.Status)
    found.push(`${name} ${verb(here.Status)} here and ${verb(there.Status)} on the instance`);
  const [said, heard] = [here.Event.Properties['Text'], there.Event.Properties['Text']];
  if (typeof said === 'string' && typeof heard === 'string' && !isAlike(said, heard))
    found.push(`${name} heard "${heard}" on the instance, and "${said}" here`);
  const actions = new Map(there.Actions.map((action) => [action.Identifier, action]));
  for (const { Identifier, Status, ActualParameters } of here.Actions) {
    const other = actions.get(Identifier);
    if (other === undefined) continue;
    const [value, otherValue] = [ActualParameters?.['Namespace'], other.ActualParameters?.['Namespace']];
    if (Status !== other.Status)
      found.push(
        `action '${Identifier}' of ${name} ${verb(Status)} here and ${verb(other.Status)} on the instance`,
      );
    else if (value !== undefined && otherValue !== undefined && value !== otherValue)
      found.push(
        `action '${Identifier}' of ${name} found '${String(otherValue)}' on the instance, and '${String(value)}' here`,
      );
  }
  return found;
}

/** A transcript says digits as words, and may leave out the end; either may be the longer one. */
const isAlike = (one: string, other: string): boolean =>
  likeness(one, other, 'Similarity') >= SURE_FROM || likeness(other, one, 'Similarity') >= SURE_FROM;
