/** What a contact record says of who has answered a call that the centre made. */
import type { ContactNotes } from './contact-notes.ts';

/** What a record says of who answered (adminguide/ctr-data-model), as far as a test call can bring it about. */
export type AnsweringMachineDetectionStatus =
  | 'HUMAN_ANSWERED'
  | 'VOICEMAIL_BEEP'
  | 'VOICEMAIL_NO_BEEP'
  | 'AMD_UNRESOLVED'
  | 'AMD_UNANSWERED'
  | 'SIT_TONE_BUSY'
  | 'SIT_TONE_INVALID_NUMBER';

const ANSWERED = {
  person: 'HUMAN_ANSWERED',
  'machine-beep': 'VOICEMAIL_BEEP',
  'machine-no-beep': 'VOICEMAIL_NO_BEEP',
  unclear: 'AMD_UNRESOLVED',
} as const;

/** Null where nobody asked for it. */
export function answeringMachineStatus({
  answeredBy,
  detectsMachines,
  reason,
}: ContactNotes): AnsweringMachineDetectionStatus | null {
  if (!detectsMachines) return null;
  if (answeredBy !== undefined) return ANSWERED[answeredBy];
  switch (reason) {
    case 'TELECOM_BUSY':
      return 'SIT_TONE_BUSY';
    case 'TELECOM_NUMBER_INVALID':
      return 'SIT_TONE_INVALID_NUMBER';
    default:
      return 'AMD_UNANSWERED';
  }
}
