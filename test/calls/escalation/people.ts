/** Callers with a case of their own, and what they do to have it raised. */
import { prompts } from '../../../contact-flows/prompts/en.ts';
import type { Call } from '../../kit/call.ts';
import type { ContactCentre, Item } from '../../kit/centre.ts';

export interface Owner {
  readonly from: string;
  readonly customerId: string;
  readonly caseNumber: string;
}

let owners = 0;

/** Somebody new, whom no test before has called as. */
export function owner(): Omit<Owner, 'caseNumber'> {
  owners += 1;
  return { from: `+120255501${String(owners % 90).padStart(2, '0')}`, customerId: `c-owner-${owners}` };
}

/** Reports a problem with a delivery, and is remembered as a customer. */
export async function hasCase(centre: ContactCentre, who: Omit<Owner, 'caseNumber'>): Promise<Owner> {
  const call = centre.dial(who);
  await call.presses('3');
  await call.hears(prompts.askProblem);
  call.isGiven({ customerId: who.customerId });
  await call.presses('1');
  await call.presses('9');
  await call.endsIn(prompts.goodbye);
  const [opened] = await centre.casesOf(call);
  return { ...who, caseNumber: String(opened?.['caseNumber']) };
}

/** Hears how the case stands. The PIN has tests of its own, and hashing it takes time. */
export async function atCase(centre: ContactCentre, { from, customerId }: Owner): Promise<Call> {
  const call = centre.dial({ from });
  await call.presses('3');
  await call.hears(prompts.askProblem);
  call.isGiven({ customerId, verified: 'true' });
  await call.presses('5');
  await call.hears(/^Case /);
  return call;
}

/** Cannot wait. */
export async function escalates(centre: ContactCentre, one: Owner): Promise<Call> {
  const call = await atCase(centre, one);
  await call.presses('1');
  return call;
}

/** Hangs up as soon as the call waits. */
export async function goesHome(call: Call): Promise<void> {
  await call.isQueuedIn('escalations');
  call.hangsUp();
}

/** The case as it is kept. */
export async function kept(centre: ContactCentre, { caseNumber }: Owner): Promise<Item> {
  const found = (await centre.cases()).find((item) => item['caseNumber'] === caseNumber);
  if (found === undefined) throw new Error(`there is no case ${caseNumber}`);
  return found;
}
