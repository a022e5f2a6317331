/**
 * The sound of a recording between caller and flows, as the local centre can make it: as long as the recording was, the
 * caller on the left. What a telephone with a microphone sent is heard there; where the caller said something in writing
 * stands a hum, and what that was stands in the comment of the file.
 */
import type { HeardSound } from './caller-sounds.ts';
import { linearOf } from './mu-law.ts';

/** As Connect writes recordings: 16 bits, two channels, 8 kHz. */
const SAMPLE_RATE_HZ = 8_000;
const CHANNELS = 2;
const BYTES_PER_SAMPLE = 2;
const BYTES_PER_FRAME = CHANNELS * BYTES_PER_SAMPLE;

const HUM_HZ = 180;
const HUM_LOUDNESS = 2_500;
/** A word of ordinary speech. */
const WORD_MS = 380;

/** What was recorded of one contact, in ms since 1970. */
interface Recorded {
  readonly stretches: readonly { readonly fromMs: number; readonly toMs?: number }[];
  readonly said: readonly { readonly atMs: number; readonly text: string }[];
  /** The caller's voice; none from most telephones. */
  readonly heard?: readonly HeardSound[];
}

/** The words of a recording, in the order in which they were said. */
export const wordsIn = (said: Recorded['said']): string => said.map(({ text }) => text).join(' ');

/** How long it takes to say it, ms. */
export const speakingMs = (text: string): number => text.split(/\s+/).length * WORD_MS;

/** A WAV file from the first to the last moment of the recording; where it was off in between, there is silence. */
export function callSound({ stretches, said, heard = [] }: Recorded): Buffer {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) throw new Error('nothing was recorded');
  const { fromMs } = first;
  const tillMs = last.toMs ?? last.fromMs;
  const frames = Math.ceil(((tillMs - fromMs) / 1_000) * SAMPLE_RATE_HZ);
  const sound = Buffer.alloc(frames * BYTES_PER_FRAME);
  const isOn = (ms: number): boolean =>
    stretches.some((each) => ms >= each.fromMs && ms < (each.toMs ?? tillMs));
  /** Writes what was to be heard from a moment on, where the recording was on. */
  const put = (
    atMs: number,
    length: number,
    loudnessOf: (sample: number, seconds: number) => number,
  ): void => {
    const begins = Math.round(((atMs - fromMs) / 1_000) * SAMPLE_RATE_HZ);
    const ends = Math.min(frames, begins + length);
    for (let frame = Math.max(0, begins); frame < ends; frame += 1) {
      const seconds = frame / SAMPLE_RATE_HZ;
      if (!isOn(fromMs + seconds * 1_000)) continue;
      sound.writeInt16LE(loudnessOf(frame - begins, seconds), frame * BYTES_PER_FRAME);
    }
  };
  for (const { atMs, text } of said) {
    put(atMs, Math.floor((speakingMs(text) / 1_000) * SAMPLE_RATE_HZ), (_, seconds) =>
      Math.round(HUM_LOUDNESS * Math.sin(2 * Math.PI * HUM_HZ * seconds)),
    );
  }
  for (const { atMs, muLaw } of heard)
    put(atMs, muLaw.byteLength, (sample) => linearOf(muLaw[sample] ?? 0xff));
  const comment = listOf(wordsIn(said));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + sound.byteLength + comment.byteLength, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(CHANNELS, 22);
  head.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  head.writeUInt32LE(SAMPLE_RATE_HZ * BYTES_PER_FRAME, 28);
  head.writeUInt16LE(BYTES_PER_FRAME, 32);
  head.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(sound.byteLength, 40);
  return Buffer.concat([head, sound, comment]);
}

/** The comment of a WAV file (`ICMT` in its list `INFO`), which players show beside the title. */
function listOf(words: string): Buffer {
  if (words === '') return Buffer.alloc(0);
  const text = Buffer.from(`${words}\0`, 'utf8');
  const padding = text.byteLength % 2;
  const head = Buffer.alloc(20);
  head.write('LIST', 0, 'latin1');
  head.writeUInt32LE(12 + text.byteLength + padding, 4);
  head.write('INFOICMT', 8, 'latin1');
  head.writeUInt32LE(text.byteLength, 16);
  return Buffer.concat([head, text, Buffer.alloc(padding)]);
}

/** The comment of a WAV file that `callSound` has made; empty where there is none. */
export function wordsOfSound(wav: Buffer): string {
  // Behind the sound, whose length stands before it: `LIST`, its length, then the comment.
  const at = wav.byteLength < 44 ? 0 : 44 + wav.readUInt32LE(40) + 8;
  if (wav.byteLength < at + 12 || wav.toString('latin1', at, at + 8) !== 'INFOICMT') return '';
  const bytes = wav.readUInt32LE(at + 8);
  return wav.toString('utf8', at + 12, at + 12 + bytes).replace(/\0$/, '');
}
