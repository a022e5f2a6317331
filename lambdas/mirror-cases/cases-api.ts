/** The two requests of Amazon Connect Cases that a mirror needs, signed: the SDK's client would be more to load. */

import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod/mini';
import type { FieldValue } from '../domain/mirrored-case.ts';
import { defaultProvider } from '../runtime/credentials-from-environment.ts';
import { Fault } from '../runtime/fault.ts';
import { Sha256 } from '../runtime/sha256.ts';

/** What the service will not take however often it is asked. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface CasesApi {
  /**
   * Opens a case, or says which one the same token has opened.
   * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_CreateCase.html
   */
  create(
    asked: {
      readonly templateId: string;
      readonly clientToken: string;
      readonly fields: readonly FieldValue[];
    },
    signal: AbortSignal,
  ): Promise<string>;
  /** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_UpdateCase.html */
  update(caseId: string, fields: readonly FieldValue[], signal: AbortSignal): Promise<void>;
}

const created = z.object({ caseId: z.string().check(z.minLength(1)) });

/** @param attemptTimeoutMs after this an answer is not waited for, and the outcome is unknown */
export function casesApi(domainId: string, attemptTimeoutMs: number): CasesApi {
  const ask = async (method: 'POST' | 'PUT', path: string, asked: object, signal: AbortSignal) => {
    const { AWS_REGION: region = 'us-east-1', AWS_ENDPOINT_URL: local } = process.env;
    const url = new URL(path, local ?? `https://cases.${region}.amazonaws.com`);
    const body = JSON.stringify(asked);
    const signer = new SignatureV4({
      service: 'cases',
      region,
      credentials: defaultProvider(),
      sha256: Sha256,
    });
    const { headers } = await signer.sign({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path,
      query: {},
      headers: { host: url.host, 'content-type': 'application/json' },
      body,
    });
    const till = AbortSignal.any([signal, AbortSignal.timeout(attemptTimeoutMs)]);
    const response = await fetch(url, { method, headers, body, signal: till });
    const text = await response.text();
    if (response.ok) return text;
    const [error = ''] = (response.headers.get('x-amzn-errortype') ?? '').split(':');
    const said = `Amazon Connect Cases refused ${method} ${path} (${error || response.status})`;
    // A value that does not fit, or a case that somebody has deleted there. Rights, quotas and the rest can be put right.
    if (error === 'ValidationException') throw new Refused(`${said}; see connectCases.fields in cdk.json`);
    if (error === 'ResourceNotFoundException' && method === 'PUT')
      throw new Refused(`${said}; it is not there any more`);
    throw new Fault(`${said}; it is tried again`);
  };
  const cases = `/domains/${encodeURIComponent(domainId)}/cases`;
  return {
    async create(asked, signal) {
      const answer = z.safeParse(created, json(await ask('POST', cases, asked, signal)));
      if (!answer.success)
        throw new Fault('Amazon Connect Cases opened a case without its id; it is tried again');
      return answer.data.caseId;
    },
    async update(caseId, fields, signal) {
      await ask('PUT', `${cases}/${encodeURIComponent(caseId)}`, { fields }, signal);
    },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
