/** Steps that promise a call back: the number to dial, and the place in the queue. */
import { createCallbackContact } from '../blocks/create-callback-contact.ts';
import { updateContactCallbackNumber } from '../blocks/update-contact-callback-number.ts';
import { renderAction } from './action.ts';
import type { FlowTypesOf } from './action-terms.ts';
import type { ReferenceText } from './contract.ts';
import type { ResourceReference } from './resource.ts';
import { exitsOf, type Step, stepOf } from './step.ts';

/** The number that a callback will dial, `$.CustomerEndpoint.Address` for the one that the caller calls from. */
export function setCallbackNumber<const Target extends string>(terms: {
  readonly number: ReferenceText;
  readonly next: Target;
  /** It is no number in the form +1… */
  readonly onInvalid: Target;
  /** No country has such a number, or the instance may not call it. */
  readonly onNotDialable: Target;
}): Step<Target, FlowTypesOf<'UpdateContactCallbackNumber'>> {
  const { number, next, onInvalid, onNotDialable } = terms;
  return stepOf(
    () => exitsOf({ next, onInvalid, onNotDialable }),
    (name) => [
      renderAction(updateContactCallbackNumber, name, {
        parameters: { CallbackNumber: number },
        next,
        errors: { InvalidCallbackNumber: onInvalid, CallbackNumberNotDialable: onNotDialable },
      }),
    ],
  );
}

/** Puts a callback into a queue, without one into the queue that is set; the call itself goes on. */
export function createCallback<const Target extends string>(terms: {
  readonly queue?: ResourceReference<'queue'> | ReferenceText;
  readonly firstCallAfterSeconds: number;
  /** How often nobody may answer before the callback is given up. */
  readonly attempts: number;
  readonly betweenAttemptsSeconds: number;
  readonly next: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'CreateCallbackContact'>> {
  const { queue, firstCallAfterSeconds, attempts, betweenAttemptsSeconds, next, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(createCallbackContact, name, {
        parameters: {
          ...(queue === undefined ? {} : { QueueId: queue }),
          InitialCallDelaySeconds: firstCallAfterSeconds,
          MaximumConnectionAttempts: attempts,
          RetryDelaySeconds: betweenAttemptsSeconds,
        },
        next,
        errors: { NoMatchingError: onError },
      }),
    ],
  );
}
