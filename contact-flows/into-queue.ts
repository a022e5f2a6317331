/** The way into a queue in opening hours: recording only after its notice, a word on what comes next, the line. */
import { record } from '../engine/authoring/contact.ts';
import { checkStaff, decide } from '../engine/authoring/deciding.ts';
import { joinQueue } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { attributes } from './attributes.ts';

/**
 * To be spread into a flow's steps; `notice-heard` is where they begin, the queue is set before. Who is
 * put through hears that; where nobody of its team is signed in, the flow's own `nobody-there` says so instead and leads
 * on to `join-queue`: in the queue the music is first.
 */
export const intoQueue = ({ connecting }: { readonly connecting: string }) =>
  ({
    'notice-heard': decide({
      value: attributes.recordingNotice,
      cases: { heard: 'record' },
      otherwise: 'anybody',
    }),
    record: record({ people: ['Agent', 'Customer'], next: 'anybody' }),
    anybody: checkStaff({ somebody: 'connecting', nobody: 'nobody-there', onError: 'connecting' }),
    connecting: say({ prompt: connecting, next: 'join-queue' }),
    'join-queue': joinQueue({ onFull: 'full', onError: 'transfer-fault' }),
  }) as const;
