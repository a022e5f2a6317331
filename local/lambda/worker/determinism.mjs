/** Lets a test fix the date and the randomness of one invocation; before and after it everything is real. */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const RealDate = Date;
const realNow = Date.now;
const { createHash } = crypto;

/** @type {{ nowMs: number, bytes: (size: number) => Buffer } | undefined} */
let current;
let installed = false;

/**
 * @param {{ nowMs: number, seed: string } | undefined} fixed
 */
export function fixDateAndRandomness(fixed) {
  if (fixed === undefined) {
    current = undefined;
    return;
  }
  if (!installed) install();
  current = { nowMs: fixed.nowMs, bytes: byteStream(fixed.seed) };
}

/** The real time in milliseconds, whatever the date is fixed to. */
export function realNowMs() {
  return realNow.call(RealDate);
}

/**
 * Endless bytes that follow from the seed: the hash of seed and counter, block after block.
 * @param {string} seed
 */
function byteStream(seed) {
  let counter = 0;
  let rest = Buffer.alloc(0);
  return (/** @type {number} */ size) => {
    const blocks = [rest];
    let length = rest.length;
    while (length < size) {
      const block = createHash('sha256').update(`${seed}/${counter}`).digest();
      counter += 1;
      blocks.push(block);
      length += block.length;
    }
    const all = Buffer.concat(blocks);
    rest = all.subarray(size);
    return Buffer.from(all.subarray(0, size));
  };
}

/** A fraction of 53 random bits, as `Math.random` gives it. */
function fraction(bytes) {
  const drawn = bytes(7);
  return drawn.readUIntBE(0, 6) / 2 ** 48 + (drawn[6] >> 3) / 2 ** 53;
}

function uuid(bytes) {
  const drawn = bytes(16);
  drawn[6] = (drawn[6] & 0x0f) | 0x40;
  drawn[8] = (drawn[8] & 0x3f) | 0x80;
  const hex = drawn.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Installed only where an invocation asks for it, so that other processes run unpatched built-ins. */
function install() {
  installed = true;
  installDate();
  const realRandom = Math.random;
  Math.random = () => (current === undefined ? realRandom() : fraction(current.bytes));
  installCrypto();
  syncBuiltinESMExports();
}

function installDate() {
  RealDate.now = () => current?.nowMs ?? realNow.call(RealDate);
  const FixedDate = new Proxy(RealDate, {
    construct(target, args, newTarget) {
      const given = args.length === 0 && current !== undefined ? [current.nowMs] : args;
      return Reflect.construct(target, given, newTarget === FixedDate ? target : newTarget);
    },
    apply: () => new RealDate(RealDate.now()).toString(),
  });
  RealDate.prototype.constructor = FixedDate;
  globalThis.Date = FixedDate;
}

function installCrypto() {
  const real = {
    randomBytes: crypto.randomBytes,
    randomInt: crypto.randomInt,
    randomUUID: crypto.randomUUID,
    randomFillSync: crypto.randomFillSync,
    randomFill: crypto.randomFill,
    getRandomValues: crypto.webcrypto.getRandomValues.bind(crypto.webcrypto),
    webRandomUUID: crypto.webcrypto.randomUUID.bind(crypto.webcrypto),
  };
  const fill = (view, offset = 0, size = undefined) => {
    const buffer = ArrayBuffer.isView(view)
      ? Buffer.from(view.buffer, view.byteOffset, view.byteLength)
      : Buffer.from(view);
    const width = view.BYTES_PER_ELEMENT ?? 1;
    const start = offset * width;
    const end = size === undefined ? buffer.length : start + size * width;
    current.bytes(end - start).copy(buffer, start);
    return view;
  };
  crypto.randomBytes = (size, done) => {
    if (current === undefined) return real.randomBytes(size, done);
    const drawn = current.bytes(size);
    if (done === undefined) return drawn;
    process.nextTick(done, null, drawn);
  };
  crypto.randomUUID = (options) => (current === undefined ? real.randomUUID(options) : uuid(current.bytes));
  crypto.randomInt = (...args) => {
    if (current === undefined) return real.randomInt(...args);
    const done = typeof args.at(-1) === 'function' ? args.pop() : undefined;
    const [low, high] = args.length === 1 ? [0, args[0]] : args;
    const drawn = low + Math.floor(fraction(current.bytes) * (high - low));
    if (done === undefined) return drawn;
    process.nextTick(done, null, drawn);
  };
  crypto.randomFillSync = (...args) => (current === undefined ? real.randomFillSync(...args) : fill(...args));
  crypto.randomFill = (view, ...args) => {
    if (current === undefined) return real.randomFill(view, ...args);
    const done = args.pop();
    process.nextTick(done, null, fill(view, ...args));
  };
  const getRandomValues = (view) => (current === undefined ? real.getRandomValues(view) : fill(view));
  // crypto.getRandomValues is a getter that reads from webcrypto.
  Object.defineProperties(crypto.webcrypto, {
    getRandomValues: { value: getRandomValues, configurable: true, writable: true },
    randomUUID: {
      value: () => (current === undefined ? real.webRandomUUID() : uuid(current.bytes)),
      configurable: true,
      writable: true,
    },
  });
}
