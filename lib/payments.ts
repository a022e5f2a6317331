/** How payments by card are taken: from cdk.json for a deployment, made up for a centre that runs on one machine. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Configuration } from './config.ts';
import { ConfigurationError } from './config-error.ts';
import { developmentKey } from './development-certificate.ts';
import { projectFolder } from './paths.ts';

export interface PaymentConfiguration {
  readonly provider: 'local' | 'stripe';
  readonly moto: boolean;
  /** In PEM form, the one that flows encrypt with first. */
  readonly certificates: readonly string[];
  /** Absent where the stack makes the secret itself, of these. */
  readonly secretArn?: string;
  readonly privateKeys?: readonly string[];
}

/** Connect and the AWS Encryption SDK take no shorter key in any of their examples. */
const MODULUS_BITS_MIN = 2048;

/**
 * Undefined where no payments are taken.
 * @param isPretended for a centre that no customer calls: a bank that is none, and a key that is made now
 * @param now when the certificates have to be valid
 * @throws ConfigurationError where cdk.json asks for payments and does not say all that they need
 */
export function paymentConfiguration(
  { payments }: Pick<Configuration, 'payments'>,
  isPretended: boolean,
  now = new Date(),
): PaymentConfiguration | undefined {
  if (isPretended) {
    const { certificate, privateKey } = developmentKey('Callwright development');
    return { provider: 'local', moto: true, certificates: [certificate], privateKeys: [privateKey] };
  }
  const { provider, moto, certificates = [], secretArn } = payments;
  if (provider === 'none') return undefined;
  if (certificates.length === 0)
    throw new ConfigurationError(
      `cdk.json: callwright.payments.provider is "${provider}", and payments.certificates is missing; name the file of the certificate that flows encrypt cards with (docs/payments.md).`,
    );
  if (secretArn === undefined)
    throw new ConfigurationError(
      `cdk.json: callwright.payments.provider is "${provider}", and payments.secretArn is missing; name the secret with the private key (docs/payments.md).`,
    );
  return {
    provider,
    moto,
    certificates: certificates.map((file) => readCertificate(file, now)),
    secretArn,
  };
}

function readCertificate(file: string, now: Date): string {
  const where = `cdk.json: callwright.payments.certificates names "${file}"`;
  let text: string;
  try {
    text = readFileSync(isAbsolute(file) ? file : join(projectFolder, file), 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`${where}, which cannot be read: ${why}.`);
  }
  if (text.includes('PRIVATE KEY'))
    throw new ConfigurationError(
      `${where}, which holds a private key; keep that in the secret alone, and name the certificate.`,
    );
  const certificate = parsed(text);
  if (certificate === undefined)
    throw new ConfigurationError(
      `${where}, which is no X.509 certificate in PEM form; make one (docs/payments.md).`,
    );
  const { publicKey, validToDate } = certificate;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (publicKey.asymmetricKeyType !== 'rsa' || bits < MODULUS_BITS_MIN)
    throw new ConfigurationError(
      `${where}, which has no RSA key of ${MODULUS_BITS_MIN} bits or more; make another.`,
    );
  if (!certificate.verify(publicKey))
    throw new ConfigurationError(
      `${where}, which is not signed with its own key; Connect checks it with the security key, so sign it so.`,
    );
  if (validToDate <= now)
    throw new ConfigurationError(
      `${where}, which expired on ${validToDate.toISOString().slice(0, 10)}; Connect would encrypt no card with it.`,
    );
  return text;
}

function parsed(text: string): X509Certificate | undefined {
  try {
    return new X509Certificate(text);
  } catch {
    return undefined;
  }
}
