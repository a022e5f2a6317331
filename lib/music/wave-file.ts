/** Writes sound the way Amazon Connect takes a prompt: WAV, 8 kHz, mono, 8-bit µ-law. */

/** Samples a second that Connect accepts in a prompt (adminguide "Create prompts": 8 kHz, U-Law, mono). */
export const sampleRateHz = 8_000;

// Bound once: they are called for every sample.
const { abs, clz32, min, round } = Math;

const bias = 0x84;
const loudest = 32_635;

/**
 * One 16-bit sample as a µ-law byte.
 * @param sample -32,768 to 32,767; louder values are clipped
 * @see https://www.itu.int/rec/T-REC-G.711
 */
export function toMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = min(abs(round(sample)), loudest) + bias;
  const exponent = 24 - clz32(magnitude);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/**
 * A complete WAV file. Compressed formats need the long `fmt ` chunk and a `fact` chunk with the sample count.
 * @param samples 16-bit values
 */
export function waveFile(samples: Float64Array): Buffer {
  const padding = samples.length % 2;
  const header = Buffer.alloc(58);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(50 + samples.length + padding, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(18, 16);
  header.writeUInt16LE(7, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.writeUInt16LE(0, 36);
  header.write('fact', 38, 'latin1');
  header.writeUInt32LE(4, 42);
  header.writeUInt32LE(samples.length, 46);
  header.write('data', 50, 'latin1');
  header.writeUInt32LE(samples.length, 54);
  return Buffer.concat([header, Buffer.from(Array.from(samples, toMuLaw)), Buffer.alloc(padding)]);
}
