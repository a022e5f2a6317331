/** The server of the pages: telephone, agent page, health, and what runs; on loopback only. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { FlowCoverage } from '../../engine/coverage/flow-coverage.ts';
import type { HttpApis } from '../apigateway/http-apis.ts';
import type { UserPools } from '../cognito/user-pools.ts';
import type { RunningCentre } from '../connect/running-centre.ts';
import { AGENT_PATH, named, TELEPHONE_PATH, WATCH_PATH } from './addresses.ts';
import { answerApi } from './api.ts';
import { apiAccessOf } from './api-access.ts';
import { type ContactBook, contactBookOf } from './contact-book.ts';
import { type WatcherHears, type WatcherSays, watcherSays } from './contact-shown.ts';
import { createDesks, type Desks } from './desks.ts';
import { type FlowMaps, flowMapsOf } from './flow-maps.ts';
import { guardSocket } from './guarded-socket.ts';
import { MESSAGE_BYTES_MAX, SOCKETS_MAX } from './limits.ts';
import { openLine } from './line.ts';
import type { ShownMessage } from './messages-shown.ts';
import { safeHeaders, strangerSentence } from './origin.ts';
import type { PageFile } from './pages.ts';
import {
  type AgentHears,
  type AgentSays,
  agentSays,
  type TelephoneHears,
  type TelephoneSays,
  telephoneSays,
} from './protocol.ts';
import { recordedWords } from './recorded-words.ts';
import { namesOf } from './resource-names.ts';
import type { RunningStack } from './running-stack.ts';
import { isOverviewPath, shownData } from './shown-data.ts';
import { createSignIns } from './sign-ins.ts';
import { createWatch, type Watch } from './watch.ts';

/** Everything that the server shows once calls can be taken. */
export interface OpenCentre {
  readonly centre: RunningCentre;
  readonly pages: ReadonlyMap<string, PageFile>;
  /** Generated passwords by agent's user name. */
  readonly passwords: ReadonlyMap<string, string>;
  /** WAV files by prompt name. */
  readonly promptFiles: ReadonlyMap<string, string>;
  readonly stack: RunningStack;
  /** Says when schedules run next as it is now; as it was at the boot where left out. */
  readonly scheduler?: { describe(): RunningStack['schedules'] };
  /** Contact records, for `GET /records.json?after=COUNT`. */
  readonly records?: { recent(after: number): unknown } | undefined;
  /** What was given to send, for `GET /messages.json?to=NUMBER`. */
  readonly outbox?: { messages(): readonly ShownMessage[] };
  /** The HTTP API of the desktop, below the name of its stage. */
  readonly apis?: Pick<HttpApis, 'answer' | 'owns'>;
  /** Who agents are to that API. */
  readonly userPools?: UserPools;
  readonly agentGraceMs?: number;
}

export interface WebServer {
  readonly port: number;
  /** `http://localhost:4567` */
  readonly url: string;
  /** Says why calls cannot be taken yet; `GET /health` gives it. */
  notYet(reason: string): void;
  /** From now on calls are taken. */
  open(centre: OpenCentre): void;
  /** Hangs up every line. */
  close(): Promise<void>;
}

export interface WebServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Is told of every fault of our own; the server goes on. */
  readonly onFault: (fault: unknown) => void;
}

/** The port cannot be had; the message is one sentence. */
export class PortRefused extends Error {
  override readonly name = 'PortRefused';
}

interface Opened extends OpenCentre {
  readonly desks: Desks;
  readonly flows: FlowMaps;
  readonly book: ContactBook;
  /** Of all calls since the start. */
  readonly coverage: FlowCoverage;
  readonly watch: Watch;
}

/** @throws PortRefused */
export async function startWebServer({ port: wanted, onFault }: WebServerOptions): Promise<WebServer> {
  let reason = 'The contact centre is starting.';
  let open: Opened | undefined;
  let port = wanted;

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      onFault(fault);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('The contact centre has a fault; its log names it.\n');
    });
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const stranger = strangerSentence(request.headers, port);
    const host = stranger === undefined ? (request.headers.host ?? '') : 'localhost';
    const headers = safeHeaders(host, open?.stack.endpointUrl);
    const give = (status: number, type: string, body: string | Buffer, cache = 'no-store'): void => {
      response.writeHead(status, { ...headers, 'content-type': type, 'cache-control': cache });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const say = (status: number, sentence: string): void => give(status, TEXT, `${sentence}\n`);

    if (stranger !== undefined) return say(403, stranger);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (open?.apis?.owns(path) === true) return await answerApi(open.apis, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return say(405, `${request.method} is not done here: use GET.`);
    }
    if (open === undefined) return say(503, reason);
    if (path === '/health') return say(200, 'Calls can be taken.');
    if (path === '/stack.json') {
      const schedules = open.scheduler?.describe() ?? open.stack.schedules;
      return give(200, JSON_TYPE, JSON.stringify({ ...open.stack, schedules }));
    }
    if (path === '/records.json' && open.records !== undefined) {
      const after = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('after') ?? 0);
      return give(200, JSON_TYPE, JSON.stringify(open.records.recent(Number.isInteger(after) ? after : 0)));
    }
    if (path === '/messages.json' && open.outbox !== undefined) {
      const to = new URL(request.url ?? '/', 'http://localhost').searchParams.get('to');
      const messages = open.outbox.messages().filter((sent) => to === null || sent.to === to);
      return give(200, JSON_TYPE, JSON.stringify({ messages: messages.toReversed() }));
    }
    if (path === '/recorded-words.json') {
      const link = new URL(request.url ?? '/', 'http://localhost').searchParams.get('link') ?? '';
      const recorded = await recordedWords(link, open.stack.endpointUrl);
      if (recorded === undefined) return say(404, 'This link leads to no recording, or works no more.');
      return give(200, JSON_TYPE, JSON.stringify(recorded));
    }
    const shown = shownData(path, open);
    if (shown?.kind === 'missing') return say(404, shown.sentence);
    if (shown !== undefined) return give(200, JSON_TYPE, JSON.stringify(shown.data));
    const prompt = /^\/prompts\/([^/]+)\.wav$/.exec(path)?.[1];
    if (prompt !== undefined) {
      const name = named(prompt);
      const file = name === undefined ? undefined : open.promptFiles.get(name);
      if (file === undefined) return say(404, `There is no prompt '${name ?? prompt}'.`);
      return give(200, 'audio/wav', await readFile(file));
    }
    const page = open.pages.get(isOverviewPath(path) ? '/' : path) ?? open.pages.get(path.replace(/\/$/, ''));
    if (page === undefined) return say(404, 'There is no such page: start at /.');
    give(200, page.type, page.body, page.hashed ? 'max-age=31536000, immutable' : 'no-cache');
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '/').split('?', 1)[0];
    const stranger = strangerSentence(request.headers, port);
    if (stranger !== undefined) return turnAway(socket, 403, stranger);
    if (open === undefined) return turnAway(socket, 503, reason);
    if (path !== TELEPHONE_PATH && path !== AGENT_PATH && path !== WATCH_PATH)
      return turnAway(socket, 404, 'There is no such line.');
    if (sockets.clients.size >= SOCKETS_MAX)
      return turnAway(socket, 503, `All ${SOCKETS_MAX} lines are in use.`);
    const { centre, desks, promptFiles, watch } = open;
    const audioOf = (name: string) =>
      promptFiles.has(name) ? `/prompts/${encodeURIComponent(name)}.wav` : undefined;
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (path === TELEPHONE_PATH) {
        guardSocket<TelephoneSays, TelephoneHears>(
          client,
          telephoneSays,
          (say) => openLine({ centre, say, audioOf }),
          onFault,
        );
      } else if (path === AGENT_PATH) {
        guardSocket<AgentSays, AgentHears>(client, agentSays, desks.open, onFault);
      } else {
        guardSocket<WatcherSays, WatcherHears>(client, watcherSays, watch.open, onFault);
      }
    });
  });

  port = await listen(server, wanted);
  return {
    port,
    url: `http://localhost:${port}`,
    notYet(why) {
      reason = why;
    },
    open(centre) {
      const { instance } = centre.centre;
      const signIns = createSignIns(instance.users, centre.passwords);
      const names = namesOf(instance);
      const book = contactBookOf(centre.centre, names);
      const coverage = new FlowCoverage(instance.flows);
      centre.centre.observe(({ effect }) => coverage.see(effect));
      open = {
        ...centre,
        desks: createDesks(centre.centre, signIns, onFault, {
          apiAccessOf: (username) =>
            centre.userPools === undefined
              ? undefined
              : apiAccessOf({ pools: centre.userPools, outputs: centre.stack.outputs }, username),
          graceMs: centre.agentGraceMs,
        }),
        flows: flowMapsOf(instance, names),
        book,
        coverage,
        watch: createWatch(centre.centre, book, onFault),
      };
    },
    async close() {
      await Promise.all([...sockets.clients].map(terminated));
      open?.desks.close();
      open?.watch.close();
      open = undefined;
      reason = 'The contact centre is closing.';
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Ended, and what was joined to it has hung up: it listens longer than this does. */
function terminated(client: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    client.once('close', () => resolve());
    client.terminate();
  });
}

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

function turnAway(socket: Duplex, status: number, sentence: string): void {
  const body = `${sentence}\n`;
  socket.end(
    `HTTP/1.1 ${status} Refused\r\ncontent-type: ${TEXT}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = { EADDRINUSE: 'is in use', EACCES: 'is not allowed to you' }[error.code ?? ''];
      if (why === undefined) return reject(error);
      reject(new PortRefused(`Port ${port} ${why}: choose another one, as in PORT=4600 npm start.`));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
