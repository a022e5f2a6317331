/** StartVoiceIdStream: let Voice ID listen. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { failed, goesOn, SILENT } from './forms.ts';

/** The service ended on 2026-05-20; since then only the error branch is left (adminguide/voice-id). */
export const startVoiceIdStream = defineBlock({
  type: 'StartVoiceIdStream',
  purpose: 'Lets Voice ID listen to the caller; the service has ended.',
  see: 'devguide/flow-control-actions-startvoiceidstream',
  parameters: object({}),
  branches: () => goesOn(),
  flowTypes: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'CAMPAIGN',
    'MODULE',
  ],
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'SetVoiceId',
  run: () => failed('Voice ID ended on 2026-05-20'),
});
