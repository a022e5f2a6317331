/** The form of GetParticipantInput that keeps keys typed ahead, or stops that and may store them. */
import { failed, NEXT } from './forms.ts';
import { encrypt, isEncrypted, keepCiphertext } from './keys-encrypted.ts';
import type { BlockResult, BlockStep } from './step.ts';
import { flag } from './wire-values.ts';

/** Stop and Clear may store what is there first (adminguide/set-touchtone-buffer-behavior), and encrypt it. */
export const bufferForm = { run: runBufferForm, resume: keepCiphertext };

function runBufferForm(step: BlockStep): BlockResult {
  const { keysAhead } = step.state;
  if (flag(step.parameters['EnableDTMFBuffer'])) {
    keysAhead.keep(true);
    return NEXT;
  }
  const stores = flag(step.parameters['StoreInput']);
  if (isEncrypted(step) && !stores)
    return failed(
      'there is nothing to encrypt where nothing is stored; InputEncryption goes with StoreInput',
    );
  if (stores) {
    let keys = '';
    for (let key = keysAhead.take(); key !== undefined; key = keysAhead.take()) keys += key;
    if (keys !== '' && isEncrypted(step)) {
      keysAhead.keep(false);
      return encrypt(step, keys);
    }
    step.state.setStoredCustomerInput(keys);
  }
  keysAhead.keep(false);
  return NEXT;
}
