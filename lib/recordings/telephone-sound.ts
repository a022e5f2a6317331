/** Makes a recording of any rate and number of channels one that Amazon Connect takes: 8 kHz, mono, µ-law. */
import { sampleRateHz, waveFile } from '../music/wave-file.ts';

/** Connect takes a prompt of less than 50 MB and less than 5 minutes (adminguide/prompts). */
const LONGEST_SECONDS = 5 * 60;
/** The highest rate at which anybody records. */
const RATE_MAX_HZ = 192_000;
/** Samples on each side of the window through which a rate is changed. */
const HALF_WINDOW = 16;

const PCM = 1;
const MU_LAW = 7;
/** The form is said in what follows (WAVE_FORMAT_EXTENSIBLE). */
const EXTENSIBLE = 0xfffe;

interface Format {
  readonly encoding: number;
  readonly channels: number;
  readonly samplesPerSecond: number;
  readonly bits: number;
}

const { abs, ceil, cos, floor, max, min, PI, sin } = Math;

/**
 * The file as Connect takes it; one that is so already is given back as it is.
 * @throws Error with one sentence where it is no such recording
 */
export function telephoneSound(file: Buffer): Buffer {
  const { format, data } = readWave(file);
  const { encoding, channels, samplesPerSecond } = format;
  const bytesPerSample = channels * (format.bits / 8);
  if (!(data.length / bytesPerSample / samplesPerSecond < LONGEST_SECONDS))
    throw new Error(`it lasts ${LONGEST_SECONDS / 60} minutes or longer; make it shorter`);
  if (encoding === MU_LAW && channels === 1 && samplesPerSecond === sampleRateHz) return file;
  if (samplesPerSecond < sampleRateHz || samplesPerSecond > RATE_MAX_HZ)
    throw new Error(
      `it has ${samplesPerSecond} samples a second; save it with ${sampleRateHz} to ${RATE_MAX_HZ}`,
    );
  if (encoding !== PCM || format.bits !== 16)
    throw new Error(
      `it has the encoding ${encoding} with ${format.bits} bits; save it as 16-bit PCM, or as µ-law of 8 kHz, mono`,
    );
  return waveFile(atTelephoneRate(mono(data, channels), samplesPerSecond));
}

function readWave(file: Buffer): { readonly format: Format; readonly data: Buffer } {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('it is no WAV file');
  let format: Format | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const kind = file.toString('latin1', at, at + 4);
    // A program that writes to a pipe knows no length when it begins, and says a very large one.
    const length = min(file.readUInt32LE(at + 4), file.length - at - 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'fmt ' && length >= 16) format = readFormat(body);
    if (kind === 'data') {
      if (format === undefined || format.channels === 0 || format.samplesPerSecond === 0 || length === 0)
        break;
      return { format, data: body };
    }
    at += 8 + length + (length % 2);
  }
  throw new Error('it has no sound in it');
}

function readFormat(body: Buffer): Format {
  const said = body.readUInt16LE(0);
  return {
    encoding: said === EXTENSIBLE && body.length >= 26 ? body.readUInt16LE(24) : said,
    channels: body.readUInt16LE(2),
    samplesPerSecond: body.readUInt32LE(4),
    bits: body.readUInt16LE(14),
  };
}

function mono(data: Buffer, channels: number): Float64Array {
  const samples = new Float64Array(floor(data.length / 2 / channels));
  for (let index = 0; index < samples.length; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1)
      sum += data.readInt16LE((index * channels + channel) * 2);
    samples[index] = sum / channels;
  }
  return samples;
}

/** Through a windowed sinc, so that what a telephone cannot carry does not come back as a hiss. */
function atTelephoneRate(samples: Float64Array, samplesPerSecond: number): Float64Array {
  if (samplesPerSecond === sampleRateHz) return samples;
  const { phases, step, reach } = windowOf(samplesPerSecond);
  const changed = new Float64Array(floor((samples.length * sampleRateHz) / samplesPerSecond));
  for (let index = 0; index < changed.length; index += 1) {
    const position = index * step;
    const centre = floor(position / phases.length);
    const weights = phases[position % phases.length] ?? [];
    let sum = 0;
    for (let tap = 0; tap < weights.length; tap += 1)
      sum += (weights[tap] ?? 0) * (samples[centre - reach + tap] ?? 0);
    changed[index] = sum;
  }
  return changed;
}

interface Window {
  /** Weights of the samples around a place between two, for each place that there can be. */
  readonly phases: readonly Float64Array[];
  /** Places from one sample of the telephone to the next. */
  readonly step: number;
  /** Samples before the place that are weighed. */
  readonly reach: number;
}

const windows = new Map<number, Window>();

/** Places between samples come again and again: sines are costly, and one recording has millions. */
function windowOf(samplesPerSecond: number): Window {
  const known = windows.get(samplesPerSecond);
  if (known !== undefined) return known;
  const divisor = commonDivisor(samplesPerSecond, sampleRateHz);
  const stretch = max(1, samplesPerSecond / sampleRateHz);
  const reach = ceil(HALF_WINDOW * stretch);
  const count = sampleRateHz / divisor;
  const phases = Array.from({ length: count }, (_, phase) => {
    const weights = Float64Array.from({ length: 2 * reach + 1 }, (_none, tap) =>
      weightAt((tap - reach - phase / count) / stretch),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
  const made = { phases, step: samplesPerSecond / divisor, reach };
  windows.set(samplesPerSecond, made);
  return made;
}

function weightAt(distance: number): number {
  if (abs(distance) >= HALF_WINDOW) return 0;
  const sinc = distance === 0 ? 1 : sin(PI * distance) / (PI * distance);
  return sinc * (0.5 + 0.5 * cos((PI * distance) / HALF_WINDOW));
}

const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other);
