/** TransferContactToAgent: connects a transfer with the agent it is for; where it is for none, it is over. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { ENDS } from './forms.ts';

export const transferContactToAgent = defineBlock({
  type: 'TransferContactToAgent',
  purpose: 'Connects the caller with the agent whom a quick connect names.',
  see: 'devguide/contact-actions-transfercontacttoagent',
  parameters: object({}),
  branches: () => ENDS,
  flowTypes: ['AGENT_TRANSFER', 'QUEUE_TRANSFER', 'MODULE'],
  channels: ['VOICE'],
  facts: { speaks: false, listens: false, terminal: true },
  logName: 'Transfer',
  run: (step) => (step.instance.isForAgent() ? { kind: 'agent' } : { kind: 'disconnect' }),
});
