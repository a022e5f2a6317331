/** What an agent hears who transfers a call to another team; a caller whom the agent has left is shown a way on. */
import { action } from '../engine/authoring/any-action.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { checkHours } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow, hangUp } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { aheadOfOthers } from './ahead.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { hooks, OF_THE_CALL } from './hooks.ts';
import { intoQueue } from './into-queue.ts';
import { agentWords } from './prompts/agents.ts';
import { speakersFirst } from './who-first.ts';

/** The caller is on hold while the agent is there, so that it holds nobody anew; it fails once the agent has left. */
const whileAgentIsThere = <const There extends string, const Left extends string>(there: There, left: Left) =>
  action<'UpdatePreviousContactParticipantState', There | Left>('UpdatePreviousContactParticipantState', {
    parameters: { PreviousContactParticipantState: 'CustomerOnHold' },
    next: there,
    errors: { NoMatchingError: left },
  });
const because = (messageReason: string) => {
  const values: AttributeValues = { messageReason, transferEnd: 'caller-alone' };
  return setAttributes({ attributes: values, next: 'team-away', onError: 'team-away' });
};

/**
 * The quick connect has chosen the queue, and the hours are that queue's. A transfer is a new contact: what was set for
 * the call before, recording too, is set again, in the language of the call. Where it fails the agent has the caller
 * still; one who is alone by then goes on in words of their language. An agent may leave in the middle of a sentence.
 */
export const transferToQueue = flow({
  name: 'transfer-to-queue',
  title: 'Transfer to a queue',
  description: 'Takes a call that an agent transfers into the line of another team, if it is there.',
  type: 'QUEUE_TRANSFER',
  start: 'about',
  steps: {
    ...aheadOfOthers('speakers'),
    ...speakersFirst('hours'),
    hours: checkHours({ open: 'queue-hook', closed: 'closed', onError: 'transfer-fault' }),
    ...hooks('notice-heard', OF_THE_CALL),
    ...intoQueue({ connecting: agentWords.transferring }),
    // A caller alone understands nothing of what is said to agents, and hears the music at once.
    connecting: whileAgentIsThere('say-connecting', 'join-queue'),
    'say-connecting': say({ prompt: agentWords.transferring, next: 'join-queue' }),
    'nobody-there': whileAgentIsThere('say-nobody', 'join-queue'),
    'say-nobody': say({ prompt: agentWords.transferNobody, next: 'join-queue' }),
    closed: whileAgentIsThere('say-closed', 'because-closed'),
    'say-closed': say({ prompt: agentWords.transferClosed, next: 'heard-closed' }),
    'heard-closed': whileAgentIsThere('hang-up', 'because-closed'),
    'because-closed': because('out-of-hours'),
    full: whileAgentIsThere('say-full', 'because-full'),
    'say-full': say({ prompt: agentWords.transferFull, next: 'heard-full' }),
    'heard-full': whileAgentIsThere('hang-up', 'because-full'),
    'because-full': because('queue-full'),
    'transfer-fault': whileAgentIsThere('say-fault', 'because-fault'),
    'say-fault': say({ prompt: agentWords.transferDidNotWork, next: 'heard-fault' }),
    'heard-fault': whileAgentIsThere('hang-up', 'because-fault'),
    'because-fault': because('transfer-fault'),
    'team-away': goToFlow({ flow: attributes.flowTeamAway, onError: 'team-away-fault' }),
    'team-away-fault': say({ prompt: agentWords.transferDidNotWork, next: 'hang-up' }),
    'hang-up': hangUp(),
  },
});
