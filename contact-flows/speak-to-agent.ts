/** Brings the caller to a person: the team by the reason, hours, recording, queue, and a way on where that fails. */
import { setAttributes, setQueue } from '../engine/authoring/contact.ts';
import { checkHours, count, decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow, hangUp } from '../engine/authoring/handing-over.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { aheadOfOthers } from './ahead.ts';
import { unlessClosed } from './announced.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { intoQueue } from './into-queue.ts';
import { readsNumber } from './keying-number.ts';
import { nobodyThere } from './nobody-there.ts';
import type { Words } from './prompts/words.ts';
import { reasons } from './reasons.ts';
import { flows, hours, queues } from './resources.ts';
import { teamOfLastTime } from './returning.ts';
import { sameAgentFirst } from './who-first.ts';

/** The reasons that the orders team answers; every other one is for support. */
const forOrders = Object.fromEntries(
  Object.entries(reasons)
    .filter(([, { team }]) => team === 'orders')
    .map(([reason]) => [reason, 'orders'] as const),
);

/** A message without its reason is kept nowhere, so that a reason which cannot be kept leads to the words for that. */
const messageBecause = <const Next extends string>(messageReason: string, next: Next) => {
  const values: AttributeValues = { messageReason };
  return setAttributes<Next | 'take-message'>({ attributes: values, next, onError: 'take-message' });
};

/** Recording is switched on only for callers who have heard the notice, and before they can join a queue. */
export const speakToAgent = (words: Words) =>
  flow({
    name: 'speak-to-agent',
    title: 'Speak to an agent',
    description: 'Puts the caller into the queue of the team that can help, or takes a message.',
    type: 'CONTACT_FLOW',
    accept: [readsNumber],
    start: 'closed-now',
    steps: {
      ...unlessClosed({ open: 'about', closed: 'because-closed' }),
      ...aheadOfOthers('team'),
      team: decide({
        value: attributes.reason,
        cases: { ...forOrders, returning: 'team-of-last-time' },
        otherwise: 'support',
      }),
      orders: setQueue({ queue: queues.orders, next: 'same-agent', onError: 'queue-fault' }),
      support: setQueue({ queue: queues.support, next: 'same-agent', onError: 'queue-fault' }),
      ...teamOfLastTime(words),
      ...sameAgentFirst('hours'),
      hours: checkHours({
        hours: hours.opening,
        open: 'notice-heard',
        closed: 'closed',
        onError: 'hours-fault',
      }),
      ...intoQueue({ connecting: words.connecting }),
      ...nobodyThere(words),

      full: menu({
        prompt: words.full,
        timeoutSeconds: 5,
        choices: { 1: 'because-full', 2: 'to-menu', 3: 'because-full-chosen', 4: 'because-full-voice' },
        onTimeout: 'full-silence',
        onNoMatch: 'full-other-key',
        onError: 'full-fault',
      }),
      'full-silence': say({ prompt: words.fullSilence, next: 'count-full' }),
      'full-other-key': say({ prompt: words.fullOtherKey, next: 'count-full' }),
      'count-full': count({ times: 2, again: 'full', done: 'full-give-up' }),
      'full-give-up': say({ prompt: words.fullGiveUp, next: 'because-full' }),
      'full-fault': say({ prompt: words.choiceFault, next: 'because-full' }),
      'to-menu': goToFlow({ flow: attributes.flowMainMenu, onError: 'menu-fault' }),
      'menu-fault': say({ prompt: words.backToMenuFault, next: 'because-full' }),

      closed: say({ prompt: words.closed, next: 'because-closed' }),
      'hours-fault': say({ prompt: words.hoursFault, next: 'because-fault' }),
      'queue-fault': say({ prompt: words.queueFault, next: 'because-fault' }),
      'transfer-fault': say({ prompt: words.transferFault, next: 'because-fault' }),
      'because-closed': messageBecause('out-of-hours', 'closed-offer'),
      'closed-offer': menu({
        prompt: words.closedOffer,
        timeoutSeconds: 4,
        choices: { 1: 'call-back', 2: 'leave-voicemail', 3: 'to-menu' },
        onTimeout: 'take-message',
        onNoMatch: 'take-message',
        onError: 'take-message',
      }),
      'because-full': messageBecause('queue-full', 'take-message'),
      'because-full-chosen': messageBecause('queue-full', 'call-back'),
      'call-back': goToFlow({ flow: attributes.flowCallBack, onError: 'take-message' }),
      'because-full-voice': messageBecause('queue-full', 'leave-voicemail'),
      'because-nobody': messageBecause('left-queue', 'leave-voicemail'),
      'leave-voicemail': goToFlow({ flow: flows.leaveVoicemail, onError: 'take-message' }),
      'because-fault': messageBecause('transfer-fault', 'take-message'),
      'take-message': goToFlow({ flow: flows.takeMessage, onError: 'out-of-order' }),
      'out-of-order': say({ prompt: words.outOfOrder, next: 'hang-up' }),
      'hang-up': hangUp(),
    },
  });
