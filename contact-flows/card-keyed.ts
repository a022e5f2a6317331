/** The part of a payment that nobody may read or hear: the card, keyed in secret, and given to the function that takes it. */
import { action } from '../engine/authoring/any-action.ts';
import { call } from '../engine/authoring/calling.ts';
import { record, setLogging } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { askEncrypted } from '../engine/authoring/encrypted-keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { startPayment } from '../lambdas/start-payment/contract.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';
import { cardKey } from './resources.ts';

/** Flow attributes end with the flow; those of the contact are in its record for years, and not even ciphertext belongs there. */
const keep = <const Target extends string>(name: 'card' | 'expiry' | 'securityCode', next: Target) =>
  action<'UpdateFlowAttributes', Target | 'log-on-after-fault'>('UpdateFlowAttributes', {
    parameters: { FlowAttributes: { [name]: { Value: '$.StoredCustomerInput' } } },
    next,
    errors: { NoMatchingError: 'log-on-after-fault' },
  });

/**
 * To be spread into the steps of pay-order; `log-off` is where they begin, `asking` where a payment was started. The
 * flow log and any recording are off from here, and the log is on again on every way out; a recording begins only
 * with an agent, and is turned on there. What is keyed is ciphertext before the flow sees it.
 */
export const cardKeyed = (words: Words) => {
  const asked = {
    timeoutSeconds: 15,
    key: cardKey,
    onNothing: 'count-silence',
    onError: 'log-on-after-fault',
  } as const;
  return {
    'log-off': setLogging({ logging: 'off', next: 'record-off' }),
    'record-off': record({ people: [], next: 'card' }),
    card: askEncrypted({ ...asked, prompt: words.payCard, digitsMax: 20, next: 'keep-card' }),
    'keep-card': keep('card', 'expiry'),
    expiry: askEncrypted({ ...asked, prompt: words.payExpiry, digitsMax: 4, next: 'keep-expiry' }),
    'keep-expiry': keep('expiry', 'code'),
    code: askEncrypted({ ...asked, prompt: words.payCode, digitsMax: 5, next: 'keep-code' }),
    'keep-code': keep('securityCode', 'start'),
    start: call(startPayment, {
      parameters: {
        customerId: attributes.customerId,
        orderNumber: attributes.orderNumber,
        amountMinor: attributes.paymentAmount,
        attempt: attributes.paymentAttempt,
        card: '$.FlowAttributes.card',
        expiry: '$.FlowAttributes.expiry',
        securityCode: '$.FlowAttributes.securityCode',
      },
      outcomes: { started: 'log-on-after-start', 'changed-meanwhile': 'log-on-after-change' },
      onFault: 'log-on-after-unknown',
    }),
    'log-on-after-start': setLogging({ logging: 'on', next: 'asking' }),
    'log-on-after-change': setLogging({ logging: 'on', next: 'changed-meanwhile' }),
    'changed-meanwhile': say({ prompt: words.payChangedMeanwhile, next: 'count-quotes' }),
    'log-on-after-unknown': setLogging({ logging: 'on', next: 'unknown' }),
    'count-silence': count({ times: 2, again: 'silence', done: 'log-on-after-silence' }),
    silence: say({ prompt: words.paySilence, next: 'card' }),
    'log-on-after-silence': setLogging({ logging: 'on', next: 'no-card' }),
    'no-card': say({ prompt: words.payNoCard, next: 'because-question' }),
    'log-on-after-fault': setLogging({ logging: 'on', next: 'card-fault' }),
    'card-fault': say({ prompt: words.payCardFault, next: 'because-question' }),
  } as const;
};
