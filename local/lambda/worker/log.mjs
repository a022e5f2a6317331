/** Sends what a function writes (console, standard output) to the local cloud, line by line and in order. */
import { format } from 'node:util';

const levels = { trace: 'TRACE', debug: 'DEBUG', log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR' };

/**
 * @param {(text: string) => void} write takes one log line
 * @param {'Text' | 'JSON'} logFormat of the function's `LoggingConfig`
 * @param {() => string} requestId of the running invocation
 */
export function captureLog(write, logFormat, requestId) {
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...args) => {
      const message = format(...args);
      write(
        logFormat === 'JSON'
          ? JSON.stringify({
              timestamp: new Date().toISOString(),
              level,
              requestId: requestId(),
              message: only(args) ?? message,
            })
          : message,
      );
    };
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk, encoding, done) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      const line = text.replace(/\r?\n$/, '');
      if (line !== '') write(line);
      const finished = typeof encoding === 'function' ? encoding : done;
      if (finished !== undefined) process.nextTick(finished);
      return true;
    };
  }
}

/** One logged object stays an object in the JSON format. */
function only(args) {
  return args.length === 1 && typeof args[0] === 'object' ? args[0] : undefined;
}
