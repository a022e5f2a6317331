/**
 * What runs inside a worker: one execution environment of one function. Plain JavaScript, because stripping types
 * would make every cold start some 40 ms slower (measured).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { fixDateAndRandomness, realNowMs } from './determinism.mjs';
import { reported, runtimeFault } from './faults.mjs';
import { loadHandler } from './handler.mjs';
import { captureLog } from './log.mjs';

const { taskRoot, handler, logFormat } = workerData;

/** @type {{ requestId: string } | undefined} */
let running;
/** @type {Function | undefined} */
let handle;

captureLog(log, logFormat, () => running?.requestId ?? '');

process.on('uncaughtException', (error) => fatal(reported(error)));
process.on('unhandledRejection', (reason) => {
  const fault = reported(reason);
  const message = reason instanceof Error ? String(reason) : fault.errorMessage;
  fatal(runtimeFault('Runtime.UnhandledPromiseRejection', message, fault.trace.join('\n')));
});

parentPort.on('message', (invocation) => {
  void serve(invocation);
});

async function serve(invocation) {
  running = invocation;
  fixDateAndRandomness(invocation.deterministic);
  if (handle === undefined) {
    const loaded = await loadHandler(taskRoot, handler);
    if ('fault' in loaded) {
      logFault('Uncaught Exception', loaded.fault);
      post({ kind: 'failed', fault: loaded.fault, duringInit: true });
      return;
    }
    handle = loaded.handle;
  }
  post({ kind: 'started' });
  try {
    const result = await handle(JSON.parse(invocation.payload), contextOf(invocation));
    post({ kind: 'returned', payload: stringified(result) });
  } catch (error) {
    const fault = error instanceof Unstringifiable ? error.fault : reported(error);
    logFault('Invoke Error', fault);
    post({ kind: 'failed', fault, duringInit: false });
  } finally {
    fixDateAndRandomness(undefined);
  }
}

class Unstringifiable extends Error {
  fault = runtimeFault('Runtime.MarshalError', 'Unable to stringify response body');
}

function stringified(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch {
    throw new Unstringifiable();
  }
}

function contextOf({ requestId, context, timeoutMs, deterministic }) {
  const deadlineMs = realNowMs() + timeoutMs;
  return {
    ...context,
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    // With the date standing still, so does the time that is left.
    getRemainingTimeInMillis: () =>
      deterministic === undefined ? Math.max(0, deadlineMs - realNowMs()) : timeoutMs,
  };
}

/** As the runtime of Lambda writes a fault into the function's log. */
function logFault(what, { errorType, errorMessage, trace }) {
  log(`ERROR\t${what}\t${JSON.stringify({ errorType, errorMessage, stack: trace })}`);
}

function log(text) {
  post({ kind: 'log', text, atMs: Date.now() });
}

function post(message) {
  parentPort.postMessage({ ...message, requestId: running?.requestId });
}

/** The environment is beyond repair, as the process of a real runtime would be. */
function fatal(fault) {
  logFault('Uncaught Exception', fault);
  post({ kind: 'fatal', fault });
  process.exit(1);
}
