/** µ-law as telephones have it (ITU-T G.711): eight bits a sample, decoded to sixteen. */

/** Added before a sample was put into its segment. */
const BIAS = 0x84;

const decoded = Int16Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + BIAS) << ((bits & 0x70) >> 4)) - BIAS;
  return (bits & 0x80) === 0 ? magnitude : -magnitude;
});

/** The loudness of one sample, -32,124 to 32,124. */
export const linearOf = (muLaw: number): number => decoded[muLaw & 0xff] ?? 0;
