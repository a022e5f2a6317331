/** A voice message: the caller speaks after a tone, and ends it by a key or by hanging up; either way it is kept. */
import { call, result } from '../engine/authoring/calling.ts';
import { record } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow, hangUp } from '../engine/authoring/handing-over.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { markVoicemail } from '../lambdas/mark-voicemail/contract.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';
import { flows, recordings } from './resources.ts';

/** A message is two minutes long at most: the last ten seconds are announced. */
const UNTIL_WARNING_SECONDS = 110;
const AFTER_WARNING_SECONDS = 10;

const mark = <const Marked extends string, const Fault extends string>(
  moment: 'begun' | 'ended' | 'sent' | 'deleted' | 'unsaid',
  marked: Marked,
  onFault: Fault,
) =>
  call<typeof markVoicemail, Marked | Fault>(markVoicemail, {
    parameters: {
      moment,
      queue: '$.Queue.Name',
      customerId: attributes.customerId,
      verified: attributes.verified,
    },
    outcomes: { marked },
    onFault,
  });

/**
 * Connect records from the tone on (automated interaction), and its own file holds the message; marks say where. The
 * case is open before the tone: nobody's message hangs on what comes after it. Nothing that was said can be played back
 * in the same call, so that it can be spoken anew, or deleted, but not heard.
 */
export const leaveVoicemail = (words: Words) =>
  flow({
    name: 'leave-voicemail',
    title: 'Leave a voice message',
    description: 'Records a message of at most two minutes, keeps it as a case, and says by when we answer.',
    type: 'CONTACT_FLOW',
    start: 'how',
    steps: {
      how: say({ prompt: words.voicemailHow, next: 'record', onError: 'fault' }),
      record: record({ people: [], flows: 'Enabled', next: 'begin' }),
      begin: mark('begun', 'message', 'record-off-fault'),
      message: menu({
        prompt: { recording: recordings.beep },
        timeoutSeconds: UNTIL_WARNING_SECONDS,
        // Any key.
        choices: {},
        onTimeout: 'ten-seconds',
        onNoMatch: 'end',
        onError: 'message-without-tone',
      }),
      'message-without-tone': menu({
        prompt: words.voicemailNow,
        timeoutSeconds: UNTIL_WARNING_SECONDS,
        choices: {},
        onTimeout: 'ten-seconds',
        onNoMatch: 'end',
        onError: 'record-off-fault',
      }),
      'ten-seconds': menu({
        prompt: words.voicemailTenSeconds,
        timeoutSeconds: AFTER_WARNING_SECONDS,
        choices: {},
        onTimeout: 'limit',
        onNoMatch: 'end',
        onError: 'end',
      }),
      limit: say({ prompt: words.voicemailLimit, next: 'end' }),

      end: mark('ended', 'choose', 'sending'),
      choose: menu({
        prompt: words.voicemailChoose,
        timeoutSeconds: 4,
        choices: { 1: 'sending', 2: 'count-takes', 3: 'deleting' },
        onTimeout: 'sending',
        onNoMatch: 'other-key',
        onError: 'sending',
      }),
      'other-key': say({ prompt: words.mainMenuOtherKey, next: 'count-keys' }),
      'count-keys': count({ times: 2, again: 'choose', done: 'sending' }),
      'count-takes': count({ times: 2, again: 'again', done: 'enough' }),
      again: say({ prompt: words.voicemailAgain, next: 'begin' }),
      enough: say({ prompt: words.voicemailEnough, next: 'record-off' }),

      sending: say({ prompt: words.voicemailSending, next: 'record-off' }),
      'record-off': record({ people: [], next: 'send' }),
      send: mark('sent', 'promise', 'kept'),
      promise: say({
        prompt: words.voicemailPromise({
          promisedTime: result(markVoicemail, 'marked', 'promisedTime'),
          caseNumber: result(markVoicemail, 'marked', 'caseNumber'),
        }),
        next: 'hang-up',
      }),
      kept: say({ prompt: words.voicemailKept, next: 'hang-up' }),

      deleting: say({ prompt: words.voicemailDeleting, next: 'record-off-deleted' }),
      'record-off-deleted': record({ people: [], next: 'delete' }),
      delete: mark('deleted', 'deleted', 'not-deleted'),
      deleted: say({ prompt: words.voicemailDeleted, next: 'to-menu' }),
      'not-deleted': say({ prompt: words.voicemailNotDeleted, next: 'hang-up' }),
      'to-menu': goToFlow({ flow: attributes.flowMainMenu, onError: 'menu-fault' }),
      'menu-fault': say({ prompt: words.voicemailMenuFault, next: 'hang-up' }),

      'record-off-fault': record({ people: [], next: 'fault' }),
      fault: say({ prompt: words.voicemailFault, next: 'unsay' }),
      // The mark may have been written though nobody heard so: its case would stand beside that of the number.
      unsay: mark('unsaid', 'take-message', 'unsay-fault'),
      'unsay-fault': say({ prompt: words.voicemailUnsayFault, next: 'take-message' }),
      'take-message': goToFlow({ flow: flows.takeMessage, onError: 'out-of-order' }),
      'out-of-order': say({ prompt: words.outOfOrder, next: 'hang-up' }),
      'hang-up': hangUp(),
    },
  });
