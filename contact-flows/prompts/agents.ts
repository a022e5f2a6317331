/** Every word that agents hear; they all speak English with the centre, whatever their callers speak. */
import { spoken } from './spoken.ts';

export const agentMessages = {
  transferring: 'One moment, please.',
  transferNobody:
    'None of that team is at the phone just now. The call waits for the first of them who is free.',
  transferClosed: 'That team is closed at the moment.',
  transferFull: 'All lines of that team are busy.',
  transferDidNotWork: 'The transfer did not work.',
  callerOnHold: 'Your caller is on hold.',
  whisperVerified: 'Verified. {reason}.',
  whisperNotVerified: 'Not verified. {reason}.',
  whisperLanguage: 'Speaks {language}.',
  whisperEscalation: 'Escalation, level {level}. It is about {about}. Case {caseNumber}.',
  whisperNoTask: 'The task about it could not be started.',
} as const;

export const agentWords = spoken(agentMessages);
