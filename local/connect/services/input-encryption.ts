/** Makes ciphertext of what a caller has keyed, as Connect does, so that our functions read ours and theirs alike. */
import { createPublicKey, X509Certificate } from 'node:crypto';
import type { ServiceAnswer } from '../../../engine/blocks/service.ts';
import type { JsonObject } from '../../../engine/language/json.ts';
import { answered, invalid, textOf, unknown } from './answers.ts';

/** By this name and the id of the key whoever decrypts finds the data key (adminguide/encrypt-data). */
const PROVIDER = 'AmazonConnect';

/**
 * The ciphertext of the keys: a message of the AWS Encryption SDK in base64, its data key wrapped by RSA with OAEP,
 * SHA-512 and MGF1 under the certificate's key.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/encrypt-data.html
 * @param securityKeys public keys of the instance by their id; one of them has to have signed the certificate
 * @param nowMs when the certificate has to be valid
 */
export async function encryptInput(
  securityKeys: ReadonlyMap<string, string>,
  input: JsonObject,
  nowMs: number,
): Promise<ServiceAnswer> {
  const keyId = textOf(input['keyId']);
  const securityKey = securityKeys.get(keyId);
  if (securityKey === undefined) return unknown(`security key '${keyId}'`);
  const certificate = certificateIn(textOf(input['certificate']));
  if (certificate === undefined) return invalid('the key is no X.509 certificate in PEM form');
  if (nowMs < certificate.validFromDate.getTime())
    return invalid(`the certificate is valid from ${certificate.validFromDate.toISOString()}`);
  if (nowMs > certificate.validToDate.getTime())
    return invalid(`the certificate has expired on ${certificate.validToDate.toISOString()}`);
  if (!isSignedWith(certificate, securityKey))
    return invalid(`the certificate is not signed with the security key '${keyId}'`);
  if (certificate.publicKey.asymmetricKeyType !== 'rsa')
    return invalid(
      `the certificate has a key of the type ${certificate.publicKey.asymmetricKeyType}, not RSA`,
    );
  // Loaded when a caller first keys something secret: it costs every other start a tenth of a second.
  const [{ buildEncrypt }, { RawRsaKeyringNode }] = await Promise.all([
    import('@aws-crypto/encrypt-node'),
    import('@aws-crypto/raw-rsa-keyring-node'),
  ]);
  const keyring = new RawRsaKeyringNode({
    keyName: keyId,
    keyNamespace: PROVIDER,
    rsaKey: { publicKey: certificate.publicKey.export({ type: 'spki', format: 'pem' }) },
    oaepHash: 'sha512',
  });
  const { result } = await buildEncrypt().encrypt(keyring, textOf(input['keys']));
  return answered({ ciphertext: result.toString('base64') });
}

function certificateIn(pem: string): X509Certificate | undefined {
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) return undefined;
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function isSignedWith(certificate: X509Certificate, publicKey: string): boolean {
  try {
    return certificate.verify(createPublicKey(publicKey));
  } catch {
    return false;
  }
}
