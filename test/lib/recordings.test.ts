/** Recordings of languages that no voice speaks: found, made once, refused where Connect would refuse them, and missed by name. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { waveFile } from '../../lib/music/wave-file.ts';
import { makeRecordings } from '../../lib/recordings/make-recordings.ts';
import { telephoneSound } from '../../lib/recordings/telephone-sound.ts';
import { pieceTexts } from '../../lib/recordings/texts.ts';
import { isFull } from '../calls/counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'callwright-recordings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const own = join(folder, 'own');
const made = join(folder, 'made');

/** 16-bit PCM with a tone of 440 Hz. */
function pcm(samplesPerSecond: number, channels: number, seconds = 0.2, saidLength?: number): Buffer {
  const frames = Math.floor(samplesPerSecond * seconds);
  const data = Buffer.alloc(frames * channels * 2);
  for (let index = 0; index < frames * channels; index += 1)
    data.writeInt16LE(
      Math.round(9_000 * Math.sin((2 * Math.PI * 440 * Math.floor(index / channels)) / samplesPerSecond)),
      index * 2,
    );
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(saidLength ?? data.length, 40);
  return Buffer.concat([header, data]);
}

const [one, two] = pieceTexts('el');
if (one === undefined || two === undefined) throw new Error('Greek has no pieces');
const shell = (script: string) => ['sh', '-c', `cat > /dev/null; ${script}`];

describe('a recording', () => {
  test.each([
    [22_050, 1],
    [44_100, 2],
    [48_000, 1],
    [8_000, 1],
    [11_025, 2],
  ])('of %i Hz with %i channels becomes what Connect takes, as long and as loud', (rate, channels) => {
    const sound = telephoneSound(pcm(rate, channels));
    const found = {
      encoding: sound.readUInt16LE(20),
      channels: sound.readUInt16LE(22),
      rate: sound.readUInt32LE(24),
    };
    expect(found).toEqual({ encoding: 7, channels: 1, rate: 8_000 });
    expect(sound.readUInt32LE(54)).toBe(1_600);
    // In µ-law the smaller the seven bits, the louder the sample.
    const loudest = Math.min(...sound.subarray(200, 1_500).map((byte) => byte & 0x7f));
    const expected = Math.min(
      ...waveFile(Float64Array.of(9_000))
        .subarray(58, 59)
        .map((byte) => byte & 0x7f),
    );
    expect(Math.abs(loudest - expected)).toBeLessThanOrEqual(2);
  });
  test('that a program writes to a pipe says a length that it does not have', () => {
    expect(telephoneSound(pcm(8_000, 1, 0.2, 0x7ffff000)).length).toBe(58 + 1_600);
  });
  test('that is in order already stays as it is', () => {
    const sound = waveFile(new Float64Array(800));
    expect(telephoneSound(sound)).toBe(sound);
  });
  test('is refused in one sentence, whatever the file holds', () => {
    const cut = pcm(22_050, 1);
    const broken = fc.oneof(
      fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
      fc.nat(60).map((at) => cut.subarray(0, at)),
      fc.tuple(fc.nat(43), fc.nat(255)).map(([at, byte]) => {
        const changed = Buffer.from(cut);
        changed[at] = byte;
        return changed;
      }),
    );
    fc.assert(
      fc.property(broken, (file) => {
        try {
          expect(telephoneSound(file).readUInt16LE(20)).toBe(7);
        } catch (error) {
          expect(String(error)).toMatch(
            /^Error: it (is no WAV file|has no sound in it|has the encoding|has \d+ samples|lasts)/,
          );
        }
      }),
      { numRuns: isFull ? 1_000 : 40 },
    );
  });
  test('is at most five minutes long', () => {
    expect(() => telephoneSound(waveFile(new Float64Array(8_000 * 300)))).toThrow('5 minutes');
  });
});

describe('recordings are made', () => {
  test('by the program once, and not again', () => {
    const sound = join(folder, 'sound.wav');
    writeFileSync(sound, pcm(22_050, 1));
    const speaker = shell(`echo said >> ${folder}/calls; cat ${sound}`);
    for (let time = 0; time < 2; time += 1)
      expect(makeRecordings([one, two], { own, made, speaker }).recordings).toHaveLength(2);
    expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe('said\nsaid\n');
  });
  test('unless there is a file of one’s own, by the name of the message or of the prompt', () => {
    mkdirSync(join(own, 'el'), { recursive: true });
    const mine = join(own, 'el', `${one.label}.wav`);
    writeFileSync(mine, waveFile(new Float64Array(800)));
    writeFileSync(join(own, 'el', `${two.name}.wav`), pcm(44_100, 2));
    const { recordings, missing } = makeRecordings([one, two], { own, made, speaker: [] });
    expect(missing).toEqual([]);
    expect(recordings[0]?.file).toBe(mine);
    expect(readFileSync(recordings[1]?.file ?? '').readUInt16LE(20)).toBe(7);
  });
  test.each([
    ['that is not there', ['callwright-no-such-program'], 'did not say'],
    ['that fails', shell('echo no voice >&2; exit 3'), 'no voice'],
    ['that writes nothing', shell('true'), 'is no WAV file'],
  ])('not by a program %s, and the sentence says why', (_what, speaker, why) => {
    expect(() => makeRecordings([one], { own: folder, made: join(folder, 'none'), speaker })).toThrow(why);
  });
  test('not of a file that is no recording', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(join(elsewhere, 'el'), { recursive: true });
    writeFileSync(join(elsewhere, 'el', `${one.label}.wav`), 'hello');
    expect(() => makeRecordings([one], { own: elsewhere, made, speaker: [] })).toThrow(
      /elsewhere.*cannot be a prompt: it is no WAV file/,
    );
  });
});
