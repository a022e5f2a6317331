/**
 * Calls one warm function in a process of its own, as in Lambda, and prints how many µs a call takes besides its
 * requests: the median. The requests are left out because their time differs from process to process by more than what
 * is measured.
 */
import { subscribe } from 'node:diagnostics_channel';

/** What still compiles. */
const WARMING_CALLS = 1000;
const CALLS = 2000;
const event = JSON.parse(process.env.BENCH_EVENT);
const context = { getRemainingTimeInMillis: () => 2000 };
console.log = () => undefined;

let requestsMs = 0;
let requests = 0;
subscribe('callwright.bench.request-ms', (ms) => {
  requestsMs += ms;
  requests += 1;
});

const { handler } = await import(process.argv[2]);
const besides = [];
for (let call = -WARMING_CALLS; call < CALLS; call++) {
  requestsMs = 0;
  const began = performance.now();
  await handler(event, context);
  const ms = performance.now() - began - requestsMs;
  if (call >= 0) besides.push(ms);
}
if (requests === 0) throw new Error('the function has made no request that is timed');
besides.sort((one, other) => one - other);
process.stdout.write(String(besides[CALLS / 2] * 1000), () => process.exit(0));
