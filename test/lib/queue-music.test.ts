import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { melody } from '../../lib/music/melody.ts';
import { makeQueueMusic } from '../../lib/music/queue-music.ts';
import { sampleRateHz, toMuLaw, waveFile } from '../../lib/music/wave-file.ts';

/** The decoder of ITU-T G.711, written from its table of segments. */
function fromMuLaw(byte: number): number {
  const inverted = ~byte & 0xff;
  const exponent = (inverted >> 4) & 7;
  const magnitude = ((((inverted & 0x0f) << 3) + 0x84) << exponent) - 0x84;
  return inverted & 0x80 ? -magnitude : magnitude;
}

describe('µ-law', () => {
  test.each([
    [0, 0xff],
    [-1, 0x7f],
    [32_767, 0x80],
    [-32_768, 0x00],
    [8, 0xfe],
    [-8, 0x7e],
    [1_000_000, 0x80],
  ])('writes %i as %i', (sample, byte) => {
    expect(toMuLaw(sample)).toBe(byte);
  });
  test('comes back within a sixteenth of its size, at any loudness', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_635, max: 32_635 }), (sample) => {
        expect(Math.abs(fromMuLaw(toMuLaw(sample)) - sample)).toBeLessThanOrEqual(4 + Math.abs(sample) / 16);
      }),
    );
  });
});

describe('the file', () => {
  const file = waveFile(melody());
  test('has the header that Connect wants: RIFF, µ-law, mono, 8 kHz, 8 bits', () => {
    expect(file.toString('latin1', 0, 4)).toBe('RIFF');
    expect(file.readUInt32LE(4)).toBe(file.length - 8);
    expect(file.toString('latin1', 8, 16)).toBe('WAVEfmt ');
    expect(file.readUInt16LE(20)).toBe(7);
    expect(file.readUInt16LE(22)).toBe(1);
    expect(file.readUInt32LE(24)).toBe(8_000);
    expect(file.readUInt32LE(28)).toBe(8_000);
    expect(file.readUInt16LE(34)).toBe(8);
    expect(file.toString('latin1', 38, 42)).toBe('fact');
    expect(file.toString('latin1', 50, 54)).toBe('data');
    expect(file.readUInt32LE(54)).toBe(file.length - 58);
    expect(file.readUInt32LE(46)).toBe(file.readUInt32LE(54));
  });
  test('pads an odd number of samples, which the length does not count', () => {
    const odd = waveFile(new Float64Array(3));
    expect(odd.readUInt32LE(54)).toBe(3);
    expect(odd.length % 2).toBe(0);
    expect(odd.readUInt32LE(4)).toBe(odd.length - 8);
  });
  test('is well below the 50 MB and 5 minutes that a prompt may have', () => {
    expect(file.length).toBeLessThan(1_000_000);
    const seconds = file.readUInt32LE(54) / sampleRateHz;
    expect(seconds).toBeGreaterThanOrEqual(20);
    expect(seconds).toBeLessThanOrEqual(30);
  });
});

describe('the melody', () => {
  const { abs, max } = Math;
  const samples = melody();
  test('is the same every time', () => {
    expect(Buffer.from(melody().buffer).equals(Buffer.from(samples.buffer))).toBe(true);
  });
  test('has no click, not even where the loop begins again', () => {
    const steps = Array.from(samples, (sample, index) =>
      abs(sample - (samples[(index + samples.length - 1) % samples.length] ?? 0)),
    );
    expect(max(...steps.slice(0, 10))).toBeLessThan(4_500);
    expect(steps.reduce((most, step) => max(most, step), 0)).toBeLessThan(9_000);
  });
  test('is never silent for half a second, and never loud', () => {
    const window = sampleRateHz / 2;
    for (let start = 0; start < samples.length; start += window) {
      const loudest = samples
        .subarray(start, start + window)
        .reduce((most, sample) => max(most, abs(sample)), 0);
      expect(loudest).toBeGreaterThan(1_000);
      expect(loudest).toBeLessThanOrEqual(11_000);
    }
  });
});

describe('making the music', () => {
  test('writes it where it is missing or different, and leaves it alone where it is right', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'callwright-music-')), 'prompts', 'queue-music.wav');
    makeQueueMusic(file);
    const { ino, mtimeMs } = statSync(file);
    makeQueueMusic(file);
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
    const right = readFileSync(file);
    writeFileSync(file, 'half a file');
    makeQueueMusic(file);
    expect(readFileSync(file).equals(right)).toBe(true);
  });
});
