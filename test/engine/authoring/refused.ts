/** Mistakes that the compiler refuses: each line compiles only because of the `@ts-expect-error` above it. */
import * as z from 'zod/mini';
import { renderAction } from '../../../engine/authoring/action.ts';
import { call, callUntyped, result } from '../../../engine/authoring/calling.ts';
import { setAttributes, setQueue } from '../../../engine/authoring/contact.ts';
import { count, decide } from '../../../engine/authoring/deciding.ts';
import { goToFlow, joinQueue } from '../../../engine/authoring/handing-over.ts';
import { ask, menu } from '../../../engine/authoring/keys.ts';
import { resource } from '../../../engine/authoring/resource.ts';
import { say } from '../../../engine/authoring/speaking.ts';
import type { AnyStep } from '../../../engine/authoring/step.ts';
import { storeKeys } from '../../../engine/authoring/store-keys.ts';
import { invokeLambdaFunction } from '../../../engine/blocks/invoke-lambda-function.ts';

/** A contract as `lambdas/` makes them. */
export const lookup = {
  name: 'lookup',
  parameters: z.strictObject({
    number: z.string(),
    mode: z.enum(['one', 'all']),
    note: z.optional(z.string()),
  }),
  outcomes: { found: z.strictObject({ status: z.string() }), missing: z.strictObject({}) },
  blockTimeoutSeconds: 4,
};

const asked = { prompt: 'Number?', timeoutSeconds: 5, next: 'a', onError: 'a' } as const;

export const incomplete: readonly (() => AnyStep)[] = [
  // @ts-expect-error onTimeout is missing
  () => menu({ prompt: '1?', timeoutSeconds: 5, choices: { 1: 'a' }, onNoMatch: 'a', onError: 'a' }),
  // @ts-expect-error onNoMatch is missing
  () => menu({ prompt: '1?', timeoutSeconds: 5, choices: { 1: 'a' }, onTimeout: 'a', onError: 'a' }),
  // @ts-expect-error onError is missing
  () => menu({ prompt: '1?', timeoutSeconds: 5, choices: { 1: 'a' }, onTimeout: 'a', onNoMatch: 'a' }),
  () =>
    menu({
      prompt: '1?',
      timeoutSeconds: 5,
      // @ts-expect-error there is no key 10
      choices: { 10: 'a' },
      onTimeout: 'a',
      onNoMatch: 'a',
      onError: 'a',
    }),
  // @ts-expect-error onNothing is missing: silence needs a branch
  () => ask({ prompt: 'PIN?', timeoutSeconds: 5, digitsMax: 4, next: 'a', onError: 'a' }),
  // @ts-expect-error onInvalidNumber is missing: not every row of keys is a telephone number
  () => storeKeys({ ...asked, phoneNumber: { form: 'E164' } }),
  // @ts-expect-error digitsMax is missing
  () => storeKeys(asked),
  // @ts-expect-error a function is a reference, not a name
  () => callUntyped({ function: 'lookup', timeoutSeconds: 4, next: 'a', onError: 'a' }),
  // @ts-expect-error onFull is missing
  () => joinQueue({ onError: 'a' }),
  // @ts-expect-error onError is missing
  () => goToFlow({ flow: resource('flow', 'x') }),
  // @ts-expect-error onError is missing
  () => setAttributes({ attributes: { a: 'b' }, next: 'a' }),
  // @ts-expect-error a queue is not a flow
  () => goToFlow({ flow: resource('queue', 'x'), onError: 'a' }),
  // @ts-expect-error a queue is a reference, not a name
  () => setQueue({ queue: 'orders', next: 'a', onError: 'a' }),
  // @ts-expect-error a destination comes from ourselves, never from a function
  () => goToFlow({ flow: '$.External.flow', onError: 'a' }),
  // @ts-expect-error otherwise is missing
  () => decide({ value: '$.Attributes.x', cases: { true: 'a' } }),
  // @ts-expect-error a literal is compared with nothing
  () => decide({ value: 'x', cases: { true: 'a' }, otherwise: 'a' }),
  // @ts-expect-error done is missing
  () => count({ times: 2, again: 'a' }),
  // @ts-expect-error the branch is called onError
  () => say({ prompt: 'Hi.', next: 'a', onEror: 'a' }),
];

const good = { number: '$.StoredCustomerInput', mode: 'one' } as const;
const outcomes = { found: 'a', missing: 'b' } as const;
export const againstTheContract: readonly (() => unknown)[] = [
  // @ts-expect-error outcome 'missing' has no branch
  () => call(lookup, { parameters: good, outcomes: { found: 'a' }, onFault: 'c' }),
  // @ts-expect-error the contract has no outcome 'lost'
  () => call(lookup, { parameters: good, outcomes: { ...outcomes, lost: 'a' }, onFault: 'c' }),
  // @ts-expect-error onFault is missing
  () => call(lookup, { parameters: good, outcomes }),
  // @ts-expect-error the contract has no parameter 'nmber'
  () => call(lookup, { parameters: { nmber: '1', mode: 'one' }, outcomes, onFault: 'c' }),
  // @ts-expect-error the contract has no parameter 'extra'
  () => call(lookup, { parameters: { number: '1', mode: 'one', extra: '1' }, outcomes, onFault: 'c' }),
  // @ts-expect-error parameter 'mode' is missing
  () => call(lookup, { parameters: { number: '1' }, outcomes, onFault: 'c' }),
  // @ts-expect-error 'two' is no mode
  () => call(lookup, { parameters: { number: '1', mode: 'two' }, outcomes, onFault: 'c' }),
  // @ts-expect-error a text is wanted
  () => call(lookup, { parameters: { number: 1, mode: 'one' }, outcomes, onFault: 'c' }),
  // @ts-expect-error 'missing' comes without a status
  () => result(lookup, 'missing', 'status'),
  // @ts-expect-error there is no field 'sttus'
  () => result(lookup, 'found', 'sttus'),
  () =>
    renderAction(invokeLambdaFunction, 'x', {
      // @ts-expect-error the block's parameter is called LambdaFunctionARN
      parameters: { FunctionArn: 'x', InvocationTimeLimitSeconds: 4 },
    }),
];
