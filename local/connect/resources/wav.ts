/** Reads what Connect wants to know of a prompt's sound file: its form and how long it lasts. */

export interface Wav {
  /** 1 is linear PCM, 7 is µ-law. */
  readonly encoding: number;
  readonly channels: number;
  readonly samplesPerSecond: number;
  readonly durationMs: number;
}

const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
const FORMAT_BYTES = 16;

/** Reads a RIFF/WAVE file of any chunk order. @returns undefined when it is not one, or holds no sound */
export const readWav = (file: Buffer): Wav | undefined => {
  if (file.length < HEADER_BYTES) return undefined;
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  let form:
    | { encoding: number; channels: number; samplesPerSecond: number; bytesPerSecond: number }
    | undefined;
  let at = HEADER_BYTES;
  while (at + CHUNK_HEADER_BYTES <= file.length) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const start = at + CHUNK_HEADER_BYTES;
    if (name === 'fmt ' && size >= FORMAT_BYTES && start + FORMAT_BYTES <= file.length) {
      form = {
        encoding: file.readUInt16LE(start),
        channels: file.readUInt16LE(start + 2),
        samplesPerSecond: file.readUInt32LE(start + 4),
        bytesPerSecond: file.readUInt32LE(start + 8),
      };
    } else if (name === 'data') {
      if (form === undefined || form.bytesPerSecond === 0) return undefined;
      const bytes = Math.min(size, file.length - start);
      const { encoding, channels, samplesPerSecond } = form;
      const durationMs = Math.round((bytes / form.bytesPerSecond) * 1000);
      return { encoding, channels, samplesPerSecond, durationMs };
    }
    // Chunks are padded to an even length.
    at = start + size + (size % 2);
  }
  return undefined;
};
