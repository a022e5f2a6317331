/** Hashes PINs, slowly and with salt, and compares them in constant time. */

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** A PIN as it is stored, salt and digest in base64. */
export interface HashedPin {
  /** The power of two of the work: kept with the PIN, so that new PINs may cost more without a change of the old. */
  readonly cost: number;
  readonly salt: string;
  readonly digest: string;
}

/** 2^14 with blocks of 8 takes 16 MB and some tens of milliseconds: nothing for one caller, much for a thief. */
export const PIN_COST = 14;
const DIGEST_BYTES = 32;
const SALT_BYTES = 16;

/** What a PIN is compared with where there is none: no PIN has this digest, and the work is the same. */
const NO_PIN: HashedPin = {
  cost: PIN_COST,
  salt: Buffer.alloc(SALT_BYTES).toString('base64'),
  digest: Buffer.alloc(DIGEST_BYTES).toString('base64'),
};

export async function hashPin(pin: string, cost = PIN_COST): Promise<HashedPin> {
  const salt = randomBytes(SALT_BYTES);
  const digest = await slowDigest(pin, salt, cost);
  return { cost, salt: salt.toString('base64'), digest: digest.toString('base64') };
}

/** Whether a PIN is the stored one; after the same work where there is none, and where the stored one costs less. */
export async function isPin(pin: string, stored: HashedPin | undefined): Promise<boolean> {
  const { cost, salt, digest } = stored ?? NO_PIN;
  if (cost < PIN_COST) await slowDigest(pin, Buffer.from(salt, 'base64'), PIN_COST);
  const given = await slowDigest(pin, Buffer.from(salt, 'base64'), cost);
  const isEqual = timingSafeEqual(given, Buffer.from(digest, 'base64'));
  return isEqual && stored !== undefined;
}

function slowDigest(pin: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, DIGEST_BYTES, { N: 2 ** cost, r: 8, p: 1 }, (error, digest) =>
      error === null ? resolve(digest) : reject(error),
    );
  });
}
