/**
 * Node's HTTP for the code of functions, but for the names of its WebSocket: to import Node's own module reads every
 * name of it, and those load another HTTP client, which was a fifth of a cold start (measured). On AWS nothing imports
 * it, because there the SDK speaks HTTPS.
 */
const http = process.getBuiltinModule('node:http');

export default http;
export const {
  Agent,
  ClientRequest,
  IncomingMessage,
  METHODS,
  OutgoingMessage,
  STATUS_CODES,
  Server,
  ServerResponse,
  createServer,
  get,
  globalAgent,
  maxHeaderSize,
  request,
  setMaxIdleHTTPParsers,
  validateHeaderName,
  validateHeaderValue,
} = http;
