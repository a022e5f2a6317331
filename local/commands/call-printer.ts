/** A call as text in a terminal. */
import type { TelephoneHears, TelephoneSays } from '../web/protocol.ts';

export interface CallPrinter {
  heard(message: TelephoneHears): void;
  /** Keys are shown as they are heard, and words as they are said: nobody tells whether they were understood. */
  said(message: TelephoneSays): void;
}

/** @param write gets whole lines, with their line end */
export function createCallPrinter(write: (text: string) => void): CallPrinter {
  let keys = '';
  let lastRecording: string | undefined;
  let masked = false;
  const flushKeys = (): void => {
    if (keys !== '') write(`> ${keys}\n`);
    keys = '';
  };
  const line = (text: string): void => {
    flushKeys();
    write(`${text}\n`);
  };

  return {
    heard(message) {
      switch (message.type) {
        case 'ringing':
          line(
            `[Dialling ${message.to} ${message.from === undefined ? 'with the number withheld' : `from ${message.from}`}]`,
          );
          return;
        case 'prompt':
          if (message.form === 'text' || message.form === 'ssml') {
            lastRecording = undefined;
            line(message.text);
          } else if (message.text !== lastRecording) {
            // A queue plays its music again and again; once is enough to read.
            lastRecording = message.text;
            line(`[Recording: ${message.text}]`);
          }
          return;
        case 'key-heard':
          keys += message.key;
          return;
        case 'listening':
          ({ masked } = message);
          return;
        case 'listening-ended':
          flushKeys();
          return;
        case 'queued':
          line(`[In the queue ${message.queue}]`);
          return;
        case 'connected':
          line(`[${message.agent} is on the line]`);
          return;
        case 'agent-left':
          line(`[${message.agent} has left the call]`);
          return;
        case 'ended':
          line(`[The call ended: ${message.reason}]`);
          return;
        default:
          return;
      }
    },
    said(message) {
      if (message.type === 'words') line(`> "${masked ? '•' : message.text}"`);
    },
  };
}
