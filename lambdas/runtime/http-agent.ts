/** Who asks: the agent of a token that API Gateway has checked. */

import * as z from 'zod/mini';

/** Somebody who is signed in. */
export interface SignedInAgent {
  /** The id of the user in Amazon Connect. */
  readonly agentId: string;
  readonly username: string;
  readonly isSupervisor: boolean;
}

/** Which claim of a token says what; they depend on who issues the tokens. */
export const agentClaims = z.strictObject({
  agentId: z.string(),
  username: z.string(),
  groups: z.string(),
  /** The group of those who may see more. */
  supervisors: z.string(),
});
export type AgentClaims = z.output<typeof agentClaims>;

const claims = z.record(z.string(), z.unknown());

/**
 * The agent of an event's claims; undefined where the token is of somebody who is no agent. API Gateway gives every
 * claim as text, a list in brackets with spaces between: a group whose name has a space is none that we know.
 */
export function agentOf(given: unknown, names: AgentClaims): SignedInAgent | undefined {
  const parsed = z.safeParse(claims, given);
  if (!parsed.success) return undefined;
  const agentId = parsed.data[names.agentId];
  const username = parsed.data[names.username];
  if (typeof agentId !== 'string' || !/^[0-9A-Za-z-]{1,64}$/.test(agentId)) return undefined;
  if (typeof username !== 'string' || username === '') return undefined;
  const isSupervisor = groupsOf(parsed.data[names.groups]).includes(names.supervisors);
  return { agentId, username, isSupervisor };
}

function groupsOf(given: unknown): readonly string[] {
  if (typeof given !== 'string') return [];
  const list = /^\[(.*)\]$/s.exec(given)?.[1];
  return list === undefined ? [given] : list.split(/[ ,]+/).filter((group) => group !== '');
}
