/** DisconnectParticipant: hangs up. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { ENDS, EVERY_CHANNEL, LEADING_FLOWS } from './forms.ts';

export const disconnectParticipant = defineBlock({
  type: 'DisconnectParticipant',
  purpose: 'Hangs up on the caller.',
  see: 'devguide/participant-actions-disconnectparticipant',
  parameters: object({}),
  branches: () => ENDS,
  flowTypes: LEADING_FLOWS,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: true },
  logName: 'Disconnect',
  run: () => ({ kind: 'disconnect' }),
});
