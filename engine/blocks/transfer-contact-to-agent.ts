/** TransferContactToAgent: connects a transfer with the agent it is for. */
import { object } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { ENDS } from './forms.ts';

export const transferContactToAgent = declareBlock({
  type: 'TransferContactToAgent',
  purpose: 'Connects the caller with the agent whom a quick connect names.',
  see: 'devguide/contact-actions-transfercontacttoagent',
  parameters: object({}),
  branches: () => ENDS,
  flowTypes: ['AGENT_TRANSFER', 'QUEUE_TRANSFER', 'MODULE'],
  channels: ['VOICE'],
  facts: { speaks: false, listens: false, terminal: true },
  logName: 'Transfer',
  notRunBecause: 'agents do not transfer to agents',
});
