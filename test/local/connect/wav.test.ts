/** A prompt's sound file is read with any chunks around its sound, and rubbish never throws. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readWav } from '../../../local/connect/resources/wav.ts';

const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};
const form = (encoding: number, channels: number, rate: number, bytesPerSecond: number): Buffer => {
  const body = Buffer.alloc(16);
  body.writeUInt16LE(encoding, 0);
  body.writeUInt16LE(channels, 2);
  body.writeUInt32LE(rate, 4);
  body.writeUInt32LE(bytesPerSecond, 8);
  return chunk('fmt ', body);
};
const riff = (...chunks: Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WAVE', 'latin1'), ...chunks]);
  return chunk('RIFF', body);
};

test('the fixture lasts half a second', () => {
  const file = readFileSync(join(import.meta.dirname, 'fixture', 'music.wav'));
  expect(readWav(file)).toEqual({ encoding: 7, channels: 1, samplesPerSecond: 8000, durationMs: 500 });
});

test('chunks before the sound are passed over, odd ones with their padding', () => {
  const file = riff(
    chunk('LIST', Buffer.from('abc')),
    form(1, 2, 44_100, 176_400),
    chunk('data', Buffer.alloc(176_400)),
  );
  expect(readWav(file)).toEqual({ encoding: 1, channels: 2, samplesPerSecond: 44_100, durationMs: 1000 });
});

test('a sound that is cut off lasts as long as what is there', () => {
  const file = riff(form(7, 1, 8000, 8000), chunk('data', Buffer.alloc(8000)));
  expect(readWav(file.subarray(0, file.length - 4000))?.durationMs).toBe(500);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('RIFF is a word of four letters')],
  ['no sound', riff(form(7, 1, 8000, 8000))],
  ['sound before its form', riff(chunk('data', Buffer.alloc(10)), form(7, 1, 8000, 8000))],
  ['no speed', riff(form(7, 1, 8000, 0), chunk('data', Buffer.alloc(10)))],
])('%s is no sound file', (_, file) => {
  expect(readWav(file)).toBeUndefined();
});

test('any bytes are read or refused, and every length that comes out is a time', () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.uint8Array({ maxLength: 100 }).map((tail) => riff(form(7, 1, 8000, 8000), Buffer.from(tail))),
  );
  fc.assert(
    fc.property(anything, (bytes) => {
      const wav = readWav(Buffer.from(bytes));
      if (wav !== undefined) expect(wav.durationMs).toBeGreaterThanOrEqual(0);
    }),
  );
});
