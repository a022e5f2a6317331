/**
 * Calls two warm functions in blocks by turns: in a block a function has the processor's caches to itself, as it has
 * in Lambda. Prints how many µs a call of the second takes above one of the first: the fastest call of each block, which
 * nothing else on the machine interrupted, and the median of all pairs of blocks.
 */

const BLOCK_CALLS = 100;
const [bare, measured, pairs] = process.argv.slice(2);
const event = JSON.parse(process.env.BENCH_EVENT);
const context = { getRemainingTimeInMillis: () => 2000 };
console.log = () => undefined;

async function fastestMs(handler) {
  let fastest = Number.POSITIVE_INFINITY;
  for (let call = 0; call < BLOCK_CALLS; call++) {
    const began = performance.now();
    await handler(event, context);
    fastest = Math.min(fastest, performance.now() - began);
  }
  return fastest;
}

const [first, second] = [await import(bare), await import(measured)].map(({ handler }) => handler);
const above = [];
/** The first quarter still compiles. */
for (let pair = -Math.ceil(pairs / 4); pair < pairs; pair++) {
  const difference = -(await fastestMs(first)) + (await fastestMs(second));
  if (pair >= 0) above.push(difference);
}
above.sort((one, other) => one - other);
process.stdout.write(String((above[Math.floor(above.length / 2)] ?? 0) * 1000), () => process.exit(0));
