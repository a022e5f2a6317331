/** The music that waiting callers hear: a short melody of our own that ends where it begins. */
import { sampleRateHz } from './wave-file.ts';

// Bound once: they are called a million times.
const { abs, cos, max, round, sin, PI } = Math;

const beatSeconds = 0.75;
const beatsPerBar = 4;

/** A note: MIDI number (60 is middle C), first beat within its bar, length in beats. */
type Note = readonly [key: number, beat: number, beats: number];

interface Bar {
  /** Held softly under the bar. */
  readonly chord: readonly number[];
  readonly melody: readonly Note[];
}

const bars: readonly Bar[] = [
  {
    chord: [48, 55, 64],
    melody: [
      [67, 0, 1],
      [72, 1, 1],
      [76, 2, 2],
    ],
  },
  {
    chord: [45, 57, 64],
    melody: [
      [74, 0, 1],
      [72, 1, 1],
      [69, 2, 2],
    ],
  },
  {
    chord: [53, 57, 60],
    melody: [
      [69, 0, 1.5],
      [72, 1.5, 0.5],
      [77, 2, 2],
    ],
  },
  {
    chord: [55, 59, 62],
    melody: [
      [76, 0, 1],
      [74, 1, 1],
      [71, 2, 2],
    ],
  },
  {
    chord: [52, 55, 59],
    melody: [
      [71, 0, 1],
      [74, 1, 1],
      [79, 2, 2],
    ],
  },
  {
    chord: [45, 52, 60],
    melody: [
      [77, 0, 1],
      [76, 1, 1],
      [72, 2, 2],
    ],
  },
  {
    chord: [50, 57, 65],
    melody: [
      [74, 0, 1.5],
      [77, 1.5, 0.5],
      [74, 2, 1],
      [69, 3, 1],
    ],
  },
  {
    chord: [55, 59, 65],
    melody: [
      [71, 0, 1],
      [67, 1, 1],
      [71, 2, 1],
      [74, 3, 1],
    ],
  },
];

const totalSamples = bars.length * beatsPerBar * beatSeconds * sampleRateHz;
const loudestSample = 11_000;

/** Rises and falls with no corner at either end: a corner is heard as a click. */
function envelope(position: number): number {
  const attack = 0.12;
  if (position < attack) return 0.5 - 0.5 * cos((PI * position) / attack);
  return 0.5 + 0.5 * cos((PI * (position - attack)) / (1 - attack));
}

/** Adds one note; what rings past the end sounds at the beginning, so that the loop has no seam. */
function play(samples: Float64Array, key: number, startBeat: number, beats: number, loudness: number): void {
  const first = round(startBeat * beatSeconds * sampleRateHz);
  const length = round(beats * beatSeconds * sampleRateHz);
  const radians = (2 * PI * 440 * 2 ** ((key - 69) / 12)) / sampleRateHz;
  for (let index = 0; index < length; index += 1) {
    const tone = sin(radians * index) + 0.25 * sin(2 * radians * index);
    const at = (first + index) % samples.length;
    samples[at] = (samples[at] ?? 0) + loudness * envelope(index / length) * tone;
  }
}

/** The whole loop as 16-bit values at `sampleRateHz`; the same every time. */
export function melody(): Float64Array {
  const samples = new Float64Array(totalSamples);
  bars.forEach((bar, index) => {
    const start = index * beatsPerBar;
    for (const key of bar.chord) play(samples, key, start, beatsPerBar + 1, 0.3);
    for (const [key, beat, beats] of bar.melody) play(samples, key, start + beat, beats + 1, 0.7);
  });
  const peak = samples.reduce((highest, sample) => max(highest, abs(sample)), 0);
  return samples.map((sample) => (sample / peak) * loudestSample);
}
