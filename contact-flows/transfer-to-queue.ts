/** What an agent hears who transfers a call to another team, or the caller where the agent has left already. */
import { checkHours } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { hangUp } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { hooks, OF_THE_CALL } from './hooks.ts';
import { intoQueue } from './into-queue.ts';
import { agentWords } from './prompts/agents.ts';

/**
 * The quick connect has chosen the queue, and the hours are that queue's. A transfer is a new contact: what was set for
 * the call before, recording too, is set again, in the language of the call. Where it fails the agent has the caller still.
 */
export const transferToQueue = flow({
  name: 'transfer-to-queue',
  title: 'Transfer to a queue',
  description: 'Takes a call that an agent transfers into the line of another team, if it is there.',
  type: 'QUEUE_TRANSFER',
  start: 'hours',
  steps: {
    hours: checkHours({ open: 'queue-hook', closed: 'closed', onError: 'transfer-fault' }),
    ...hooks('notice-heard', OF_THE_CALL),
    ...intoQueue({ connecting: agentWords.transferring }),
    'nobody-there': say({ prompt: agentWords.transferNobody, next: 'join-queue' }),
    closed: say({ prompt: agentWords.transferClosed, next: 'hang-up' }),
    full: say({ prompt: agentWords.transferFull, next: 'hang-up' }),
    'transfer-fault': say({ prompt: agentWords.transferDidNotWork, next: 'hang-up' }),
    'hang-up': hangUp(),
  },
});
