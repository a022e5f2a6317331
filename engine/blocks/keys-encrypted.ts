/** Stored input that becomes ciphertext before anybody sees it. */
import { failed, NEXT } from './forms.ts';
import type { BlockResult, BlockStep } from './step.ts';
import type { Happening, Waiting } from './waiting.ts';
import { recordOf, scalar } from './wire-values.ts';

/** What the block waits for while the keys are encrypted. */
export const ENCRYPTING = 'encrypting';

export const isEncrypted = ({ parameters }: Pick<BlockStep, 'parameters'>): boolean =>
  parameters['InputEncryption'] !== undefined;

/**
 * Asks for the ciphertext of the keys. Connect makes an AWS Encryption SDK message of them in base64, its data key
 * wrapped with RSA (OAEP, SHA-512, MGF1) under the certificate of the step, and named by the provider `AmazonConnect`
 * and the key's id; the certificate has to be signed with the key that the instance has under this id
 * (adminguide/encrypt-data). Cryptography is chance, which the engine has none of: whoever drives it does that.
 *
 * Nothing keyed stays the literal `Timeout` in clear: the page that describes it makes no exception
 * (adminguide/store-customer-input). Whether Connect encrypts that word is not documented.
 */
export function encrypt(step: BlockStep, keys: string): BlockResult {
  const { EncryptionKeyId, Key } = recordOf(step.parameters['InputEncryption']);
  const keyId = step.value(scalar(EncryptionKeyId) ?? '');
  const certificate = step.value(scalar(Key) ?? '');
  if (keyId === undefined || keyId === '') return failed('the id of the key is empty');
  if (certificate === undefined || certificate === '') return failed('the certificate is empty');
  const requestId = step.askService('input-encryption', 'Encrypt', { keyId, certificate, keys });
  return { kind: 'wait', waiting: { kind: ENCRYPTING, requestId } };
}

/** Stores the ciphertext; keys that could not be encrypted are forgotten. */
export function keepCiphertext(step: BlockStep, waiting: Waiting, happened: Happening): BlockResult {
  if (happened.kind !== 'service-answered' || happened.requestId !== waiting['requestId'])
    return { kind: 'wait', waiting };
  const { answer } = happened;
  if (answer.kind === 'refused') return failed(answer.message);
  const ciphertext = scalar(answer.values['ciphertext']);
  if (ciphertext === undefined || ciphertext === '') return failed('the keys were not encrypted');
  step.state.setStoredCustomerInput(ciphertext);
  return NEXT;
}
