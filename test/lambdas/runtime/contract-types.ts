/** Mistakes that the compiler must refuse, each under the line that expects it: `npm run types` is the test. */
import * as z from 'zod/mini';
import { lookupOrder } from '../../../lambdas/lookup-order/contract.ts';
import { connectFunction } from '../../../lambdas/runtime/connect-function.ts';
import {
  defineContract,
  type FieldsOf,
  type OutcomeOf,
  type ParametersOf,
  type ResultOf,
} from '../../../lambdas/runtime/contract.ts';

type LookupOrder = typeof lookupOrder;

/** A flow has a branch for every outcome, and for no other. */
export const branches: Record<OutcomeOf<LookupOrder>, string> = {
  found: 'say-status',
  'not-found': 'say-unknown',
  none: 'say-none',
};

// @ts-expect-error: the branch for 'none' is missing
export const tooFew: Record<OutcomeOf<LookupOrder>, string> = { found: 'a', 'not-found': 'b' };

export const parameters: ParametersOf<LookupOrder> = { customerId: 'c-1001', orderNumber: 'latest' };

// @ts-expect-error: a misspelt parameter
export const misspelt: ParametersOf<LookupOrder> = { customerId: 'c-1001', orderNo: '1002' };

export const fields: FieldsOf<LookupOrder, 'found'> = {
  order: '1002',
  orderNumber: '1',
  status: 'is packed',
  isDue: 'yes',
};

// @ts-expect-error: an outcome that the contract does not have
export type Unknown = FieldsOf<LookupOrder, 'lost'>;

export const result: ResultOf<LookupOrder> = { outcome: 'none' };

// @ts-expect-error: 'found' comes with its fields
export const bare: ResultOf<LookupOrder> = { outcome: 'found' };

// @ts-expect-error: 'none' comes without fields
export const tooMuch: ResultOf<LookupOrder> = { outcome: 'none', status: 'is packed' };

// @ts-expect-error: a handler answers with outcomes of its contract
export const wrongHandler = connectFunction(lookupOrder, async () => ({ outcome: 'lost' }));

export const wrongParameter = connectFunction(lookupOrder, async (call) => ({
  outcome: 'found',
  // @ts-expect-error: a handler sees the parameters of its contract only
  orderNumber: call.parameters.number,
  order: '',
  status: '',
  isDue: 'no',
}));

export const onlyText = defineContract({
  name: 'count',
  purpose: 'Counts.',
  // @ts-expect-error: Connect sends and takes texts
  parameters: z.strictObject({ count: z.number() }),
  outcomes: {},
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [],
});
