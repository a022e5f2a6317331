/**
 * A key pair and a certificate signed by itself, for centres that no customer calls: the local one and tests. Node.js
 * reads X.509 and cannot write it.
 */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface CertifiedKey {
  /** PEM, `BEGIN PUBLIC KEY`: what the instance holds as its security key. */
  readonly publicKey: string;
  /** PEM, `BEGIN CERTIFICATE`: what a flow encrypts with. */
  readonly certificate: string;
  /** PEM, `BEGIN PRIVATE KEY`: what decrypts. */
  readonly privateKey: string;
}

/** Tags of ASN.1 in DER (ITU-T X.690). */
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const NULL = 0x05;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const EXPLICIT_0 = 0xa0;

/** sha256WithRSAEncryption (1.2.840.113549.1.1.11) and commonName (2.5.4.3), encoded. */
const SHA256_WITH_RSA = Buffer.from('2a864886f70d01010b', 'hex');
const COMMON_NAME = Buffer.from('550403', 'hex');

/** Connect wraps with keys of 2,048 bits in all of its own examples (adminguide/encrypt-data). */
const MODULUS_BITS = 2048;

/**
 * @param name who it is for
 * @param from to whole seconds, from 1950 to 2049
 */
export function developmentKey(
  name: string,
  from = new Date('2020-01-01T00:00:00Z'),
  till = new Date('2049-12-31T23:59:59Z'),
): CertifiedKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
  const certificate = certificateOf({ name, from, till, publicKey, signer: privateKey });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    certificate: pem('CERTIFICATE', certificate),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

interface Certified {
  readonly name: string;
  readonly from: Date;
  readonly till: Date;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
}

/** RFC 5280, section 4.1, version 3 without extensions. */
function certificateOf({ name, from, till, publicKey, signer }: Certified): Buffer {
  const algorithm = der(SEQUENCE, der(OBJECT_ID, SHA256_WITH_RSA), der(NULL));
  const common = der(SEQUENCE, der(OBJECT_ID, COMMON_NAME), der(UTF8_STRING, Buffer.from(name)));
  const subject = der(SEQUENCE, der(SET, common));
  const signed = der(
    SEQUENCE,
    der(EXPLICIT_0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    algorithm,
    subject,
    der(SEQUENCE, time(from), time(till)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', signed, signer);
  return der(SEQUENCE, signed, algorithm, der(BIT_STRING, Buffer.from([0]), signature));
}

/** `YYMMDDHHMMSSZ`. */
const time = (at: Date): Buffer =>
  der(UTC_TIME, Buffer.from(`${at.toISOString().slice(2, 19).replaceAll(/\D/g, '')}Z`));

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes = length > 0xff ? [length >> 8, length & 0xff] : [length];
  return [0x80 | bytes.length, ...bytes];
}

const pem = (label: string, content: Buffer): string =>
  `-----BEGIN ${label}-----\n${content.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`;
