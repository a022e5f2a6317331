/** The DynamoDB client of a function: its limits are those of the function's contract. */

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CONNECTION_TIMEOUT_MS } from '../domain/limits.ts';
import type { Contract } from './contract.ts';

/** Opens no connection yet. The connection is kept between invocations, as the client is. */
export function openDatabase(contract: Pick<Contract, 'sdkAttempts' | 'attemptTimeoutMs'>): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: contract.sdkAttempts,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: Math.min(CONNECTION_TIMEOUT_MS, contract.attemptTimeoutMs),
      requestTimeout: contract.attemptTimeoutMs,
      /** Without it the client only warns, and waits on. */
      throwOnRequestTimeout: true,
    },
  });
}
