/** What comes after a text message: nothing. It is a chat of its own, and ends as soon as it is sent. */
import { flow } from '../engine/authoring/flow.ts';
import { hangUp } from '../engine/authoring/handing-over.ts';

export const messageSent = flow({
  name: 'message-sent',
  title: 'Message sent',
  description: 'Ends the chat of a text message to a customer; the message itself comes before it.',
  type: 'CONTACT_FLOW',
  start: 'end',
  steps: { end: hangUp() },
  accept: [
    {
      rule: 'posture/no-goodbye',
      step: 'end',
      reason: 'This flow comes after a text message, in which everything is said.',
    },
    {
      rule: 'posture/nobody-to-reach',
      step: 'end',
      reason:
        'It is no call: the chat of a text message ends as soon as it is sent, and the message says how to call.',
    },
  ],
});
