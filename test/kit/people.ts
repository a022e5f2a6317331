/** Those who call in tests: the customers of the demo world by first name, and people whom nobody knows. */
import { demoCustomers } from '../../lib/demo-world/customers.ts';

export interface Person {
  readonly customerId: string;
  /** E.164. */
  readonly from: string;
  readonly pin: string;
}

function customer(customerId: string): Person {
  const found = demoCustomers.find((candidate) => candidate.customerId === customerId);
  const [from] = found?.phoneNumbers ?? [];
  if (found === undefined || from === undefined) throw new Error(`the demo world has no '${customerId}'`);
  return { customerId, from, pin: found.pin };
}

/** Has three orders: 1001, 1002 and the latest, 1003. */
export const imani = customer('c-1001');
/** Has one order, 1004, which is late. */
export const tomas = customer('c-1002');
/** Has no orders. */
export const noor = customer('c-1003');
/** Has orders 1005 and the latest, 1006, which was cancelled. */
export const greta = customer('c-1004');
/** Calls from a number that belongs to nobody. */
export const stranger = { from: '+12025550199' } as const;
/** Calls from a number that is not shown. */
export const withheld = {} as const;
/** No customer has it. */
export const WRONG_PIN = '580293';
