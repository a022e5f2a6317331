/** The step that stores keys as ciphertext, for what nobody may read: a card number, a security code. */
import { compare } from '../blocks/compare.ts';
import { getParticipantInput } from '../blocks/get-participant-input.ts';
import { renderAction } from './action.ts';
import type { FlowTypesOf } from './action-terms.ts';
import { equals } from './deciding.ts';
import type { ResourceReference } from './resource.ts';
import { exitsOf, partName, type Step, stepOf } from './step.ts';
import { speech, type Words } from './words.ts';

/** The key of the instance under which is encrypted, and a certificate that is signed with it. */
export interface EncryptionKey {
  readonly id: ResourceReference<'security-key'> | (string & {});
  /** X.509 in PEM form. */
  readonly certificate: ResourceReference<'certificate'> | (string & {});
}

/**
 * Digits keyed in, ended by `#`; `*` begins them again. `$.StoredCustomerInput` is then their ciphertext, so that the
 * flow knows only whether anything was keyed. A key that is unknown or a certificate that has expired is `onError`.
 */
export function askEncrypted<const Target extends string>(terms: {
  readonly prompt: Words;
  readonly timeoutSeconds: number;
  readonly digitsMax: number;
  readonly key: EncryptionKey;
  readonly next: Target;
  readonly onNothing: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'GetParticipantInput'>> {
  const { prompt, timeoutSeconds, digitsMax, key, next, onNothing, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onNothing, onError }),
    (name) => [
      renderAction(getParticipantInput, name, {
        parameters: {
          ...speech(prompt),
          StoreInput: 'True',
          InputTimeLimitSeconds: timeoutSeconds,
          InputValidation: { CustomValidation: { MaximumLength: digitsMax } },
          InputEncryption: { EncryptionKeyId: key.id, Key: key.certificate },
        },
        next: partName(name, 'keyed'),
        errors: { NoMatchingError: onError },
      }),
      renderAction(compare, partName(name, 'keyed'), {
        parameters: { ComparisonValue: '$.StoredCustomerInput' },
        errors: { NoMatchingCondition: next },
        conditions: equals({ Timeout: onNothing }),
      }),
    ],
  );
}
