/** A stand-in for the S3 address to which a custom resource sends its answer: a real HTTP server on loopback. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface ReceivedAnswer {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface AnswerServer {
  readonly url: string;
  readonly received: readonly ReceivedAnswer[];
  close(): Promise<void>;
}

/**
 * @param statuses of the first answers, in order; later ones get 200. 0 breaks the connection instead.
 */
export async function answerServer(statuses: readonly number[] = []): Promise<AnswerServer> {
  const received: ReceivedAnswer[] = [];
  const pending = [...statuses];
  const server = createServer(async (incoming, outgoing) => {
    const body = await text(incoming);
    const status = pending.shift() ?? 200;
    if (status === 0) {
      incoming.socket.destroy();
      return;
    }
    received.push({ method: incoming.method, headers: incoming.headers, body });
    outgoing.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the answer server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/answer?signature=secret`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
