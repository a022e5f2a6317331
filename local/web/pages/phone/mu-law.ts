/** Sound as telephones send it: eight bits a sample, louder sounds in coarser steps (ITU-T G.711, µ-law). */

const BIAS = 0x84;
const LOUDEST = 32_635;

/** @param loudness from -1 to 1; what is beyond is cut */
export function muLawOf(loudness: number): number {
  const linear = Math.round(loudness * 32_768);
  const magnitude = Math.min(Math.abs(linear), LOUDEST) + BIAS;
  const segment = Math.max(0, 24 - Math.clz32(magnitude));
  const step = (magnitude >> (segment + 3)) & 0x0f;
  return ~((linear < 0 ? 0x80 : 0) | (segment << 4) | step) & 0xff;
}
