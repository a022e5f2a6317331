/** How each agent stands: one item for each, the latest that Connect has said of them. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { type AgentState, agentState, stateExpiresAt, type VersionedState } from '../domain/agent-state.ts';
import { putItem, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

/** All of a centre's agents are under one key: some hundreds of them change some times a minute each. */
const AGENTS = 'AGENTS';

const stateItem = z.object({ state: agentState, expiresAt: z.number() });

/**
 * Keeps how an agent stands unless the same or something later is kept already: one conditional request decides it.
 * Nothing of the item is in an index.
 */
export async function keepAgentState(
  desk: Table,
  { state, version }: VersionedState,
  signal: AbortSignal,
): Promise<'kept' | 'known'> {
  try {
    await putItem(
      desk,
      {
        Item: { pk: AGENTS, sk: state.agentId, version, state, expiresAt: stateExpiresAt(state) },
        ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
        ExpressionAttributeValues: { ':version': version },
      },
      signal,
    );
    return 'kept';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'known';
    throw error;
  }
}

/** How all agents stand of whom something was heard lately, by their user names. */
export async function agentStates(
  desk: Table,
  nowMs: number,
  signal: AbortSignal,
): Promise<readonly AgentState[]> {
  const found: AgentState[] = [];
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(
      desk,
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': AGENTS },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      signal,
    );
    for (const item of items) {
      const { state, expiresAt } = readItem(stateItem, item, desk);
      // DynamoDB deletes it within days after its time.
      if (nowMs < expiresAt * 1000) found.push(state);
    }
    from = next;
  } while (from !== undefined);
  return found.toSorted((one, other) => (one.username < other.username ? -1 : 1));
}
