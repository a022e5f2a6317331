/** A line to the contact centre that runs already. */
import { WebSocket } from 'ws';
import { TELEPHONE_PATH } from '../web/addresses.ts';
import { type TelephoneHears, type TelephoneSays, telephoneHears } from '../web/protocol.ts';

export interface OpenLine {
  say(message: TelephoneSays): void;
  close(): void;
}

/**
 * @param heard every message, in order
 * @param broken the line is gone without our doing, with a sentence
 * @returns when the line is open; `ready` has been heard or is on its way
 */
export function openSocketLine(
  port: number,
  heard: (message: TelephoneHears) => void,
  broken: (sentence: string) => void,
): Promise<OpenLine> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${TELEPHONE_PATH}`);
    let closed = false;
    socket.once('open', () =>
      resolve({
        say: (message) => socket.send(JSON.stringify(message)),
        close() {
          closed = true;
          socket.close();
        },
      }),
    );
    socket.once('error', reject);
    socket.on('message', (data) => heard(telephoneHears.parse(JSON.parse(data.toString()))));
    socket.on('close', () => {
      if (!closed) broken('The line to the contact centre broke.');
    });
  });
}
