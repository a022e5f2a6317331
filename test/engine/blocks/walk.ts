/** Runs one block in a call and says by which branch it was left. */

import type { Json } from '../../../engine/language/flow.ts';
import { Centre, type CentreOptions, type Links, type Steps } from '../contact/centre.ts';

export interface Walk {
  readonly type: string;
  readonly parameters?: Json;
  /** Steps before the block, each with `next` to the one after it; the last one leads to the block. */
  readonly before?: readonly (readonly [type: string, parameters: Json])[];
  readonly errors?: readonly string[];
  /** Operands compared with Equals, or whole conditions. */
  readonly when?: readonly (string | readonly [operator: string, operand: string])[];
  readonly noNext?: boolean;
  /** Steps that come after, e.g. to look at what the block left; `next` leads to `after`. */
  readonly after?: Steps;
  readonly centre?: Partial<CentreOptions>;
  readonly act?: (centre: Centre, contactId: string) => Promise<void> | void;
}

export interface Walked {
  readonly branch: string | undefined;
  readonly because: string | undefined;
  readonly centre: Centre;
  readonly contactId: string;
}

export async function walk(plan: Walk): Promise<Walked> {
  const { before = [], errors = [], when = [], after = { after: ['DisconnectParticipant'] } } = plan;
  const [target = 'after'] = Object.keys(after);
  const links: Links = {
    ...(plan.noNext === true ? {} : { next: target }),
    errors: Object.fromEntries(errors.map((error) => [error, 'end'])),
    conditions: when.map((one) => (typeof one === 'string' ? ['Equals', one, 'end'] : [...one, 'end'])),
  };
  const steps: Record<string, Steps[string]> = {};
  for (const [index, [type, parameters]] of before.entries()) {
    const next = index + 1 < before.length ? `before-${index + 1}` : 'it';
    steps[`before-${index}`] = [
      type,
      parameters,
      { next, errors: type === 'UpdateFlowLoggingBehavior' ? {} : { NoMatchingError: next } },
    ];
  }
  steps['it'] = [plan.type, plan.parameters ?? {}, links];
  steps['end'] = ['DisconnectParticipant'];
  const centre = new Centre({
    ...plan.centre,
    flows: { ...plan.centre?.flows, main: { ...steps, ...after } },
  });
  const contactId = centre.dial();
  await centre.driver.settle();
  await plan.act?.(centre, contactId);
  await centre.run();
  const left = centre.of('step-taken').find(({ step }) => step === 'it');
  return { branch: left?.branch, because: left?.because, centre, contactId };
}
