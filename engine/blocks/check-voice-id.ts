/** CheckVoiceId: asked what the voice of the caller said about who it is. */
import { choice, object, required } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { branchesBy, EVERY_FLOW, failed, SILENT } from './forms.ts';

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  enrollmentStatus: ['Enrolled', 'NotEnrolled', 'OptedOut'],
  voiceAuthentication: ['Authenticated', 'NotAuthenticated', 'Inconclusive', 'NotEnrolled', 'OptedOut'],
  fraudDetection: ['HighRisk', 'LowRisk', 'Inconclusive'],
};

/** The service ended on 2026-05-20; since then only the error branch is left (adminguide/voice-id). */
export const checkVoiceId = defineBlock({
  type: 'CheckVoiceId',
  purpose: 'Branches on what Voice ID knows of the voice; the service has ended.',
  see: 'devguide/flow-control-actions-checkvoiceid',
  parameters: object({
    CheckVoiceIdOption: required(choice(['enrollmentStatus', 'voiceAuthentication', 'fraudDetection'])),
  }),
  branches: ({ CheckVoiceIdOption }) =>
    branchesBy({ kind: 'among', operands: ANSWERS[String(CheckVoiceIdOption)] ?? [] }, ['NoMatchingError']),
  flowTypes: EVERY_FLOW,
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'CheckVoiceId',
  run: () => failed('Voice ID ended on 2026-05-20'),
});
