/** Hands requests of the HTTP API to the local API Gateway, and its answers back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpApis, REQUEST_BYTES_MAX } from '../apigateway/http-apis.ts';

/** Answers a request whose path is below a stage. */
export async function answerApi(
  apis: Pick<HttpApis, 'answer'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  const answer = await apis.answer({
    method: request.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: Object.fromEntries(headers),
    body: await bodyOf(request),
  });
  const cookies = answer.cookies.length === 0 ? {} : { 'set-cookie': [...answer.cookies] };
  response.writeHead(answer.status, { ...answer.headers, ...cookies, 'x-content-type-options': 'nosniff' });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** One byte more than is allowed says that it was too long; the rest is read and thrown away, so that the answer arrives. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const piece: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    if (length <= REQUEST_BYTES_MAX) chunks.push(piece);
    length += piece.byteLength;
  }
  return Buffer.concat(chunks).subarray(0, REQUEST_BYTES_MAX + 1);
}
