/**
 * Reads a secret of Secrets Manager: one signed request, for which the SDK's client would be 200 KB more to load. It
 * is kept for as long as the execution environment lives, a few hours at most, and then read again.
 */

import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod/mini';
import { defaultProvider } from './credentials-from-environment.ts';
import { Fault } from './fault.ts';
import { Sha256 } from './sha256.ts';

const answer = z.object({ SecretString: z.string() });

const kept = new Map<string, string>();

/** @throws Fault where it cannot be read, with what Secrets Manager says of it */
export async function readSecret(secretArn: string, signal: AbortSignal): Promise<string> {
  const before = kept.get(secretArn);
  if (before !== undefined) return before;
  const { AWS_REGION: region = 'us-east-1', AWS_ENDPOINT_URL: local } = process.env;
  const url = new URL(local ?? `https://secretsmanager.${region}.amazonaws.com`);
  const signer = new SignatureV4({
    service: 'secretsmanager',
    region,
    credentials: defaultProvider(),
    sha256: Sha256,
  });
  const body = JSON.stringify({ SecretId: secretArn });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: '/',
    query: {},
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body,
  });
  const response = await fetch(url, { method: 'POST', headers, body, signal });
  const parsed = z.safeParse(answer, await response.json());
  if (!response.ok || !parsed.success) {
    const why = response.headers.get('x-amzn-errortype') ?? `status ${response.status}`;
    throw new Fault(`the secret of payments cannot be read (${why}); its ARN is in cdk.json`);
  }
  kept.set(secretArn, parsed.data.SecretString);
  return parsed.data.SecretString;
}
