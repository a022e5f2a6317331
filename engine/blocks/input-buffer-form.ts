/** The form of GetParticipantInput that keeps keys typed ahead, or stops that and may store them. */
import { failed, NEXT } from './forms.ts';
import type { BlockResult, BlockStep } from './step.ts';
import { flag } from './wire-values.ts';

/** Stop and Clear may store what is there first (adminguide/set-touchtone-buffer-behavior). */
export function runBufferForm(step: BlockStep): BlockResult {
  const { keysAhead } = step.state;
  if (flag(step.parameters['EnableDTMFBuffer'])) {
    keysAhead.keep(true);
    return NEXT;
  }
  if (step.parameters['InputEncryption'] !== undefined) return failed('keys cannot be encrypted here');
  if (flag(step.parameters['StoreInput'])) {
    let keys = '';
    for (let key = keysAhead.take(); key !== undefined; key = keysAhead.take()) keys += key;
    step.state.setStoredCustomerInput(keys);
  }
  keysAhead.keep(false);
  return NEXT;
}
