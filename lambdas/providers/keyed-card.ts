/** Reads what a caller has keyed for a card: three messages of the AWS Encryption SDK, as Connect makes them. */

import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { CommitmentPolicy, MultiKeyringNode } from '@aws-crypto/material-management-node';
import { RawRsaKeyringNode } from '@aws-crypto/raw-rsa-keyring-node';

/** Which key was used is in the message; each of the ids may go with each of the private keys while one takes over. */
export interface ReadingKeys {
  readonly keyIds: readonly string[];
  readonly privateKeys: readonly string[];
}

/** What of the messages stands in the way; nothing of what is in them is told. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * Connect names the provider `AmazonConnect` and wraps with RSA, OAEP, SHA-512 and MGF1
 * (https://docs.aws.amazon.com/connect/latest/adminguide/encrypt-data.html). Messages with and without key commitment
 * are read: the page does not say which of them it writes.
 */
export function readerOf({ keyIds, privateKeys }: ReadingKeys): (ciphertext: string) => Promise<string> {
  const { decrypt } = buildDecrypt(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT);
  const children = keyIds.flatMap((keyName) =>
    privateKeys.map(
      (privateKey) =>
        new RawRsaKeyringNode({
          keyName,
          keyNamespace: 'AmazonConnect',
          rsaKey: { privateKey },
          oaepHash: 'sha512',
        }),
    ),
  );
  const keyring = new MultiKeyringNode({ children });
  return async (ciphertext) => {
    // The word that Connect stores where nothing was keyed may come as it is.
    if (ciphertext === '' || ciphertext === 'Timeout') return '';
    try {
      const { plaintext } = await decrypt(keyring, Buffer.from(ciphertext, 'base64'));
      return plaintext.toString('utf8');
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error;
      throw new Unreadable(`what was keyed cannot be read with the private key of payments (${kind})`);
    }
  };
}
