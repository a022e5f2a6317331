/** A caller's voice: as the telephone sends it, as the centre keeps it, and as it is heard in the recording. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { callSound, wordsOfSound } from '../../../local/connect/records/call-sound.ts';
import { CallerSounds } from '../../../local/connect/records/caller-sounds.ts';
import { linearOf } from '../../../local/connect/records/mu-law.ts';
import { muLawOf } from '../../../local/web/pages/phone/mu-law.ts';

const PIECE_MS = 200;
/** A fifth of a second at one loudness. */
const piece = (loudness: number): Buffer => Buffer.alloc((PIECE_MS / 1_000) * 8_000, muLawOf(loudness));
/** The left channel, at a moment of the file. */
const at = (wav: Buffer, ms: number): number => wav.readInt16LE(44 + Math.floor(ms * 8) * 4);

test('every loudness comes back nearly as it was, beyond the loudest as the loudest', () => {
  fc.assert(
    fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (loudness) => {
      const meant = Math.max(-1, Math.min(1, loudness)) * 32_768;
      expect(Math.abs(linearOf(muLawOf(loudness)) - meant)).toBeLessThanOrEqual(
        Math.max(8, Math.abs(meant) / 30) + 644,
      );
    }),
  );
  expect([0, 0.25, -0.25].map((loudness) => linearOf(muLawOf(loudness)))).toEqual([0, 8_316, -8_316]);
});

describe('a recording', () => {
  const stretches = [
    { fromMs: 1_000, toMs: 2_000 },
    { fromMs: 3_000, toMs: 4_000 },
  ];
  test('has the voice where it was on, and silence where it was off', () => {
    const sounds = new CallerSounds();
    for (let endMs = 1_000; endMs <= 4_600; endMs += PIECE_MS) sounds.hear('c', piece(0.25), endMs);
    const wav = callSound({ stretches, said: [], heard: sounds.of('c') });
    expect([10, 990, 1_010, 1_990, 2_010, 2_990].map((ms) => at(wav, ms))).toEqual([
      8_316, 8_316, 0, 0, 8_316, 8_316,
    ]);
  });
  test('has no holes where pieces come late and all at once', () => {
    const sounds = new CallerSounds();
    for (const endMs of [1_200, 1_580, 1_590, 1_600]) sounds.hear('c', piece(-0.25), endMs);
    const wav = callSound({ stretches, said: [], heard: sounds.of('c') });
    for (let ms = 5; ms < 800; ms += 5) expect([ms, at(wav, ms)]).toEqual([ms, -8_316]);
  });
  test('is silent where a telephone has no microphone, and hums where something is written', () => {
    const silent = callSound({ stretches, said: [] });
    expect(silent.subarray(44).every((byte) => byte === 0)).toBe(true);
    const written = callSound({ stretches, said: [{ atMs: 1_100, text: 'please call me' }] });
    expect(written.subarray(44).some((byte) => byte !== 0)).toBe(true);
    expect(written.toString('utf8')).toContain('please call me');
  });
  test.each(['please call me', 'ΠΑΡΑΚΑΛΩ', 'INFOICMT'])('gives back what was written: %s', (text) => {
    expect(wordsOfSound(callSound({ stretches, said: [{ atMs: 1_100, text }] }))).toBe(text);
  });
  test('has no words where nothing was written, nor where a file ends too soon', () => {
    expect(wordsOfSound(callSound({ stretches, said: [] }))).toBe('');
    expect(wordsOfSound(Buffer.from('INFOICMT'))).toBe('');
  });
});

test('what is kept has an end: a quarter of an hour of a call, and fifty calls', () => {
  const sounds = new CallerSounds();
  const minute = Buffer.alloc(60 * 8_000);
  for (let minutes = 1; minutes <= 20; minutes += 1) sounds.hear('long', minute, minutes * 60_000);
  expect(sounds.of('long')).toHaveLength(15);
  for (let call = 0; call < 50; call += 1) sounds.hear(`call-${call}`, piece(0.1), 1_000);
  expect(sounds.of('long')).toEqual([]);
  expect(sounds.of('call-0')).toHaveLength(1);
  expect(sounds.of('nobody')).toEqual([]);
});
