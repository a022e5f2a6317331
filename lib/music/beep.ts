/** The tone after which a caller's message is recorded. */
import { sampleRateHz } from './wave-file.ts';

const { min, sin, PI } = Math;

const SECONDS = 0.4;
const PITCH_HZ = 1_000;
const LOUDEST = 9_000;
/** Without a rise and a fall it would click. */
const RISE_SECONDS = 0.02;

/** 16-bit values at `sampleRateHz`; the same every time. */
export function beep(): Float64Array {
  const samples = new Float64Array(SECONDS * sampleRateHz);
  return samples.map((_, index) => {
    const at = index / sampleRateHz;
    const loudness = min(1, at / RISE_SECONDS, (SECONDS - at) / RISE_SECONDS);
    return LOUDEST * loudness * sin(2 * PI * PITCH_HZ * at);
  });
}
