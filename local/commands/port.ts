/** Ports of this machine. */
import { createServer } from 'node:net';
import { CommandFailure } from './failure.ts';

const DEFAULT_PORT = 4567;
const PORT_MAX = 65_535;

/**
 * @param written the environment variable PORT; 0 takes any free port
 * @throws CommandFailure with exit code 1
 */
export function readPort(written: string | undefined): number {
  if (written === undefined || written === '') return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (port <= PORT_MAX) return port;
  throw new CommandFailure(`PORT is '${written}', and must be a whole number from 0 to ${PORT_MAX}.`, 1);
}

/** Whether nobody listens on the port of loopback at this moment. */
export function isFree(port: number): Promise<boolean> {
  if (port > PORT_MAX) return Promise.resolve(false);
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
