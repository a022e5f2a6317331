/** A WebSocket that survives whatever is sent to it: size, rate and form are limited, faults are named. */
import type { WebSocket } from 'ws';
import type * as z from 'zod/mini';
import {
  HEARTBEAT_INTERVAL_MS,
  MESSAGES_BURST,
  MESSAGES_OVER_RATE_MAX,
  MESSAGES_PER_SECOND,
} from './limits.ts';
import { readMessage } from './reading.ts';

/** Close codes of RFC 6455. */
const POLICY_VIOLATION = 1008;
const SERVER_FAULT = 1011;

interface Talker<T> {
  hear(message: T): void;
  close(): void;
}

/**
 * Joins a socket to a line or desk for as long as it is open.
 * @param open makes the line or desk; it may speak at once
 * @param onFault is told of a fault of our own, after which the socket is closed and the server goes on
 */
export function guardSocket<Says, Hears extends { readonly type: string }>(
  socket: WebSocket,
  schema: z.ZodMiniType<Says>,
  open: (say: (message: Hears | { type: 'refused'; message: string }) => void) => Talker<Says>,
  onFault: (fault: unknown) => void,
): void {
  const say = (message: Hears | { type: 'refused'; message: string }): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (fault) {
      onFault(fault);
      socket.close(SERVER_FAULT, 'The contact centre has a fault; its log names it.');
    }
  };

  const rate = createRate();
  let talker: Talker<Says> | undefined;
  let alive = true;
  const heartbeat = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, HEARTBEAT_INTERVAL_MS);

  socket.on('pong', () => {
    alive = true;
  });
  socket.on('message', (data, isBinary) => {
    const over = rate.take();
    if (over > MESSAGES_OVER_RATE_MAX) return socket.close(POLICY_VIOLATION, 'Too many messages.');
    if (over > 0) {
      // Once is enough: answering each of a flood would be a flood.
      if (over === 1)
        say(refused(`More than ${MESSAGES_PER_SECOND} messages a second: some were not heard.`));
      return;
    }
    const reading = readMessage(isBinary ? undefined : data.toString(), schema);
    if (reading.kind === 'wrong') return say(refused(reading.sentence));
    attempt(() => talker?.hear(reading.message));
  });
  // A protocol error or an oversized message: `ws` closes the socket itself, and `close` follows.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(heartbeat);
    attempt(() => talker?.close());
  });
  attempt(() => {
    talker = open(say);
  });
}

const refused = (message: string) => ({ type: 'refused', message }) as const;

/** A bucket of permits; `take` gives how many messages in a row were over the rate (0: this one is within it). */
function createRate(): { take(): number } {
  let permits = MESSAGES_BURST;
  let lastMs = performance.now();
  let over = 0;
  return {
    take() {
      const nowMs = performance.now();
      permits = Math.min(MESSAGES_BURST, permits + ((nowMs - lastMs) * MESSAGES_PER_SECOND) / 1_000);
      lastMs = nowMs;
      if (permits < 1) {
        over += 1;
        return over;
      }
      permits -= 1;
      over = 0;
      return 0;
    },
  };
}
