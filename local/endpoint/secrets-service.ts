/** The API of the local Secrets Manager: GetSecretValue of the secrets of the template. */
import * as z from 'zod';
import { deniedResponse, errorResponse } from './error-response.ts';
import type { AwsResponse, AwsService } from './service.ts';

/** A secret as the deployment has made it. */
export interface ReadableSecret {
  readonly arn: string;
  readonly name: string;
  readonly value: string;
}

const TARGET = 'secretsmanager.GetSecretValue';

const input = z.looseObject({ SecretId: z.string() });

/** @param secrets those that there are at the moment of a request; the caller's policies decide */
export const secretsService = (secrets: () => readonly ReadableSecret[]): AwsService => ({
  signingName: 'secretsmanager',
  handle({ headers, body, principal }): AwsResponse {
    if (headers['x-amz-target'] !== TARGET) {
      return refused(
        'UnknownOperationException',
        'the local Secrets Manager does GetSecretValue, and nothing else',
      );
    }
    const parsed = input.safeParse(jsonOf(body));
    if (!parsed.success) return refused('ValidationException', 'SecretId is missing');
    const { SecretId: id } = parsed.data;
    const found = secrets().find(({ arn, name }) => arn === id || name === id);
    const decision = principal.decide('secretsmanager:GetSecretValue', found?.arn ?? id);
    if (!decision.allowed) return deniedResponse('json-1.0', decision.message);
    if (found === undefined)
      return refused('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    const { arn: ARN, name: Name, value: SecretString } = found;
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify({ ARN, Name, SecretString }),
    };
  },
});

const refused = (code: string, message: string): AwsResponse => errorResponse('json-1.0', 400, code, message);

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
