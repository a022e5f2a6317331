/** Keeps other web sites out: DNS rebinding shows in the Host header, cross-site WebSockets in Origin. */
import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1'];

/** One sentence saying why the request is refused; undefined when it comes from our own pages or from a program. */
export function strangerSentence(headers: IncomingHttpHeaders, port: number): string | undefined {
  // A browser leaves out the port when it is HTTP's own.
  const hosts = LOOPBACK_NAMES.map((name) => (port === 80 ? name : `${name}:${port}`));
  if (headers.host === undefined || !hosts.includes(headers.host.toLowerCase())) {
    return `This server answers only as ${hosts.join(' or ')}: open it by one of these addresses.`;
  }
  // Programs send no Origin; a browser always sends that of the page.
  if (
    headers.origin !== undefined &&
    headers.origin.toLowerCase() !== `http://${headers.host.toLowerCase()}`
  ) {
    return `Pages of ${JSON.stringify(headers.origin.slice(0, 100))} may not use this contact centre.`;
  }
  return undefined;
}

/**
 * Headers of every answer: our own scripts and styles and nothing else, in no frame, without guessing of types.
 * @param host the checked Host header; older Safari does not count WebSockets as 'self'
 * @param recordings where links to recordings lead, e.g. `http://127.0.0.1:4568`: agents listen to voice messages
 */
export function safeHeaders(host: string, recordings?: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      ["media-src 'self'", ...(recordings === undefined ? [] : [recordings])].join(' '),
      `connect-src 'self' ws://${host}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
