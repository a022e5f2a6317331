/** A fresh process of one function: loads the bundle and calls it once; prints the milliseconds of both together. */

const event = JSON.parse(process.env.BENCH_EVENT);
const context = { getRemainingTimeInMillis: () => 2000 };
console.log = () => undefined;

const began = performance.now();
const { handler } = await import(process.argv[2]);
await handler(event, context);
process.stdout.write(String(performance.now() - began), () => process.exit(0));
