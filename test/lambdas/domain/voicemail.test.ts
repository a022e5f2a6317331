/** Voice messages: whose a recording is, how long it sounds, and where in it the message is. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { firstType } from '../../../lambdas/domain/case.ts';
import {
  contactOfRecording,
  spanOf,
  voicemailReason,
  WAV_HEAD_BYTES,
  wavDurationMs,
} from '../../../lambdas/domain/voicemail.ts';
import { callSound } from '../../../local/connect/records/call-sound.ts';
import { isFull } from '../../calls/counts.ts';

const ID = '15a5cf14-3212-45a1-9f86-a8e97db8afaf';

describe('the file of a recording', () => {
  test.each([
    [`calls/ivr/2026/03/02/${ID}_20260302T15:00_UTC.wav`, ID],
    [`connect/larkfield/CallRecordings/ivr/2026/03/02/${ID}_20260302T15_00_UTC.wav`, ID],
    ['calls/ivr/2026/03/02/.s3keep', undefined],
    [`calls/ivr/2026/03/02/${ID}.wav`, undefined],
    [`${ID}_20260302T15:00_UTC.wav`, undefined],
    [`calls/ivr/2026/03/02/a b_20260302T15:00_UTC.wav`, undefined],
  ])('%s is of contact %s', (key, contactId) => {
    expect(contactOfRecording(key)).toBe(contactId);
  });

  test('sounds as long as was recorded, whatever was said', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90_000 }),
        fc.array(fc.record({ atMs: fc.nat(90_000), text: fc.string({ minLength: 1 }) }), { maxLength: 3 }),
        (ms, said) => {
          const sound = callSound({ stretches: [{ fromMs: 0, toMs: ms }], said });
          const heard = wavDurationMs(sound.subarray(0, WAV_HEAD_BYTES), sound.byteLength);
          expect(Math.abs((heard ?? Number.NaN) - ms)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: isFull ? 300 : 8 },
    );
  });

  test('of anything else has no length, and never a wrong one', () => {
    const sound = callSound({ stretches: [{ fromMs: 0, toMs: 1_000 }], said: [] });
    expect(wavDurationMs(sound.subarray(0, 40), 40)).toBeUndefined();
    expect(wavDurationMs(Buffer.from('RIFF....WAVEdata\x10\x00\x00\x00'), 100)).toBeUndefined();
    expect(wavDurationMs(new Uint8Array(), 0)).toBeUndefined();
    // A length that is not written yet is that of the file.
    const open = Buffer.from(sound);
    open.writeUInt32LE(0xffffffff, 40);
    expect(wavDurationMs(open, open.byteLength)).toBe(1_000);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(), (head, bytes) => {
        const whole = Buffer.concat([Buffer.from('RIFF....WAVE'), head]);
        const ms = wavDurationMs(whole, bytes);
        expect(ms === undefined || (ms >= 0 && ms <= 3_600_000)).toBe(true);
      }),
      { numRuns: isFull ? 10_000 : 200 },
    );
  });
});

describe('a message', () => {
  test.each([
    ['is all of the recording where the caller hung up', {}, 23_400, [0, 23.4]],
    ['ends at its mark', { toMs: 61_000 }, 90_000, [0, 60]],
    ['begins where the last one does', { fromMs: 31_000 }, 90_000, [30, 60]],
    ['is cut to a file that is shorter', { fromMs: 31_000, toMs: 91_000 }, 40_000, [30, 10]],
    ['is nothing where the file ends before it', { fromMs: 31_000, toMs: 91_000 }, 20_000, [20, 0]],
    ['never ends before it begins', { fromMs: 31_000, toMs: 5_000 }, 90_000, [30, 0]],
  ])('%s', (_, marks, durationMs, [offsetSeconds, seconds]) => {
    expect(spanOf({ recordedFromMs: 1_000, fromMs: 1_000, ...marks }, durationMs)).toEqual({
      offsetSeconds,
      seconds,
    });
  });

  test('is a case of the team that the call was for', () => {
    expect(firstType(voicemailReason('orders'))).toMatchObject({ type: 'voicemail', department: 'orders' });
    for (const queue of ['support', '', 'escalations'])
      expect(firstType(voicemailReason(queue))).toMatchObject({ type: 'voicemail', department: 'support' });
  });
});
