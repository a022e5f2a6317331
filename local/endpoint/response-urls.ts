/** URLs on the endpoint that take one PUT each: where custom resources answer. */
import { randomUUID } from 'node:crypto';

const prefix = '/custom-resource-response/';

/** An open URL. */
export interface ResponseUrl {
  readonly url: string;
  /** The body that was PUT. */
  readonly answer: Promise<string>;
  close(): void;
}

/** The open response URLs of one endpoint. */
export class ResponseUrls {
  readonly #waiting = new Map<string, (body: string) => void>();
  readonly #endpointUrl: string;

  constructor(endpointUrl: string) {
    this.#endpointUrl = endpointUrl;
  }

  open(): ResponseUrl {
    const token = randomUUID();
    const answer = new Promise<string>((resolve) => {
      this.#waiting.set(token, resolve);
    });
    return {
      url: `${this.#endpointUrl}${prefix}${token}`,
      answer,
      close: () => {
        this.#waiting.delete(token);
      },
    };
  }

  /** Is the path one of response URLs, open or not? */
  owns(path: string): boolean {
    return path.startsWith(prefix);
  }

  /** Takes an answer. @returns false where nobody waits for it (any more) */
  accept(path: string, body: string): boolean {
    const token = path.slice(prefix.length);
    const resolve = this.#waiting.get(token);
    this.#waiting.delete(token);
    resolve?.(body);
    return resolve !== undefined;
  }
}
