/**
 * SHA-256 by Node.js. The build puts this in place of the SDK's checksums: those bring one along that is written in
 * JavaScript, for machines without the native one.
 */
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';

/** What the SDK signs with: text, or bytes in any form. */
type SourceData = string | ArrayBuffer | ArrayBufferView;

/** A hash, or with a secret a keyed one, as the SDK signs requests. It is digested once; `reset` begins a new one. */
export class Sha256 {
  readonly digestLength = 32;
  readonly #secret: SourceData | undefined;
  #hash: Hash | Hmac;

  constructor(secret?: SourceData) {
    this.#secret = secret;
    this.#hash = started(secret);
  }

  update(data: Uint8Array | string): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    this.#hash = started(this.#secret);
  }
}

function started(secret: SourceData | undefined): Hash | Hmac {
  return secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
}

function bytesOf(data: SourceData): string | Uint8Array {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
