/** Calls two warm functions by turns; prints how many µs the second takes above the first, the median of all turns. */

const [bare, measured, turns] = process.argv.slice(2);
const event = JSON.parse(process.env.BENCH_EVENT);
const context = { getRemainingTimeInMillis: () => 2000 };
console.log = () => undefined;

const handlers = [await import(bare), await import(measured)].map(({ handler }) => handler);
const times = [[], []];
for (let turn = 0; turn < Number(turns); turn++) {
  for (const [index, handler] of handlers.entries()) {
    const began = performance.now();
    await handler(event, context);
    times[index].push(performance.now() - began);
  }
}
/** Early turns still compile. */
const [bareMs, measuredMs] = times.map((all) => {
  const settled = all.slice(all.length / 4).sort((one, other) => one - other);
  return settled[Math.floor(settled.length / 2)];
});
process.stdout.write(String((measuredMs - bareMs) * 1000), () => process.exit(0));
