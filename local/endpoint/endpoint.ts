/** One HTTP endpoint on this machine for every AWS call: the signature says which service is meant and who calls. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AccessKeys } from './access-keys.ts';
import { authorizationOfLink, parseAuthorization } from './authorization.ts';
import { errorResponse, protocolOf } from './error-response.ts';
import { ResponseUrls } from './response-urls.ts';
import type { AwsResponse, AwsService } from './service.ts';

export interface EndpointOptions {
  /** Left out or 0: any free port. */
  readonly port?: number;
  readonly accessKeys: AccessKeys;
  readonly services?: readonly AwsService[];
  /** Longest request body; default 20 MiB, above every limit of the simulated services. */
  readonly maxBodyBytes?: number;
  /** Told when a service throws; the caller of the service gets AWS's error 500. Default: standard error. */
  readonly onFault?: (fault: Error, request: { readonly service: string; readonly path: string }) => void;
}

/** How long requests under way may take when the endpoint closes. */
const closeLimitMs = 3_000;

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Opens the endpoint on the loopback interface.
 * @throws Error with one sentence where the port is taken
 */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const server = createServer();
  const { port = 0 } = options;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is in use; choose another port for the local AWS endpoint`, {
              cause: error,
            })
          : error,
      ),
    );
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
  return new Endpoint(server, options);
}

/** Of Cognito's actions of whoever signs in. */
const UNSIGNED_TARGET = 'AWSCognitoIdentityProviderService.';
const UNSIGNED_SERVICE = 'cognito-idp';
/** Of participants of chats, who have a token instead (connect/APIReference, Participant Service). */
const PARTICIPANT_PATH = '/participant/';
const PARTICIPANT_SERVICE = 'execute-api';

/** The running endpoint. */
export class Endpoint {
  readonly port: number;
  /** E.g. `http://127.0.0.1:4566`, without a slash at the end. */
  readonly url: string;
  readonly responseUrls: ResponseUrls;
  readonly #server: Server;
  readonly #options: EndpointOptions;
  readonly #services = new Map<string, AwsService>();

  constructor(server: Server, options: EndpointOptions) {
    this.#server = server;
    this.#options = options;
    this.port = portOf(server.address());
    this.url = `http://127.0.0.1:${this.port}`;
    this.responseUrls = new ResponseUrls(this.url);
    for (const service of options.services ?? []) this.register(service);
    server.on('request', (request, response) => void this.#answer(request, response));
    server.on('clientError', (_error, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    });
  }

  /** Puts a service behind the endpoint; it may come after functions were told the URL. */
  register(service: AwsService): void {
    this.#services.set(service.signingName, service);
  }

  /** Takes no new requests, and lets those under way finish within three seconds. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    const timer = setTimeout(() => this.#server.closeAllConnections(), closeLimitMs);
    await closed;
    clearTimeout(timer);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: AwsResponse;
    try {
      answer = await this.#handle(request);
    } catch (error) {
      // The client hung up in the middle of its request: there is nobody to answer.
      if (request.destroyed && !request.complete) return;
      answer = this.#fault(error, 'endpoint', request.url ?? '');
    }
    const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body;
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length) });
    response.end(body);
  }

  async #handle(request: IncomingMessage): Promise<AwsResponse> {
    // A name that resolves to this machine must not let a web page talk to the endpoint.
    if (!loopbackHost.test(request.headers.host ?? '')) {
      return errorResponse(
        'rest-json',
        403,
        'AccessDeniedException',
        'the local endpoint answers to localhost only',
      );
    }
    const url = splitUrl(request.url ?? '/');
    const body = await readBody(request, this.#options.maxBodyBytes ?? 20 * 1024 * 1024);
    if (body === undefined) {
      return errorResponse('rest-json', 413, 'RequestEntityTooLargeException', 'Request size limit exceeded');
    }
    if (this.responseUrls.owns(url.path)) return this.#customResourceAnswer(request.method, url.path, body);
    const authorization = parseAuthorization(request.headers.authorization ?? authorizationOfLink(url.query));
    const open = this.#openTo(request);
    if (authorization.kind === 'unsigned' && open !== undefined) {
      return await this.#ask(open, request, url, body, '');
    }
    if (authorization.kind === 'unsigned') {
      return errorResponse(
        'json-1.0',
        403,
        'MissingAuthenticationTokenException',
        'Missing Authentication Token',
      );
    }
    if (authorization.kind === 'malformed') {
      return errorResponse('json-1.0', 400, 'IncompleteSignatureException', authorization.message);
    }
    const { service: signingName, accessKeyId } = authorization.scope;
    const service = this.#services.get(signingName);
    if (service === undefined) {
      const known = [...this.#services.keys()].join(', ') || 'none';
      return errorResponse(
        protocolOf(signingName),
        501,
        'NotImplemented',
        `the local cloud does not simulate the service '${signingName}' (simulated: ${known})`,
      );
    }
    return await this.#ask(service, request, url, body, accessKeyId);
  }

  /** Services that answer without a signature: whoever signs in or chats has no credentials. */
  #openTo({ headers, url = '' }: IncomingMessage): AwsService | undefined {
    if (url.startsWith(PARTICIPANT_PATH)) return this.#services.get(PARTICIPANT_SERVICE);
    const target = headers['x-amz-target'];
    return typeof target === 'string' && target.startsWith(UNSIGNED_TARGET)
      ? this.#services.get(UNSIGNED_SERVICE)
      : undefined;
  }

  async #ask(
    service: AwsService,
    request: IncomingMessage,
    { path, query }: { readonly path: string; readonly query: URLSearchParams },
    body: Buffer,
    accessKeyId: string,
  ): Promise<AwsResponse> {
    // Said once for all services: each of them decodes the parts of its paths.
    if (!isDecodable(path))
      return errorResponse(
        protocolOf(service.signingName),
        400,
        service.signingName === 's3' ? 'InvalidURI' : 'InvalidRequestException',
        `The path ${path} is not percent-encoded properly.`,
      );
    try {
      return await service.handle({
        method: request.method ?? 'GET',
        path,
        query,
        headers: singleHeaders(request),
        body,
        principal: this.#options.accessKeys.owner(accessKeyId),
      });
    } catch (error) {
      return this.#fault(error, service.signingName, path);
    }
  }

  #customResourceAnswer(method: string | undefined, path: string, body: Buffer): AwsResponse {
    const accepted = method === 'PUT' && this.responseUrls.accept(path, body.toString('utf8'));
    return accepted
      ? { status: 200, headers: {}, body: '' }
      : errorResponse(
          'xml',
          403,
          'AccessDenied',
          'the response URL takes one PUT, and nobody waits for this one',
        );
  }

  #fault(error: unknown, service: string, path: string): AwsResponse {
    const fault = error instanceof Error ? error : new Error(String(error));
    const report =
      this.#options.onFault ?? ((thrown) => process.stderr.write(`${service} ${path}: ${thrown.stack}\n`));
    report(fault, { service, path });
    return errorResponse(
      protocolOf(service),
      500,
      'InternalServerError',
      'the local cloud failed on this request; its log says why',
    );
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('the endpoint has no port');
}

/** Path and query apart, the path still percent-encoded and never normalised. */
function splitUrl(target: string): { path: string; query: URLSearchParams } {
  const mark = target.indexOf('?');
  return mark < 0
    ? { path: target, query: new URLSearchParams() }
    : { path: target.slice(0, mark), query: new URLSearchParams(target.slice(mark + 1)) };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function singleHeaders(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

/** The body, or undefined where it is longer than the limit (the rest is read and thrown away, so that the answer arrives). */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const piece: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += piece.length;
    if (length <= maxBytes) chunks.push(piece);
    else chunks.length = 0;
  }
  return length <= maxBytes ? Buffer.concat(chunks) : undefined;
}
