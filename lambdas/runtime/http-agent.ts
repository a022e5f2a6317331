/** Who asks: the agent of a token that API Gateway has checked. */

import * as z from 'zod/mini';
import { DEPARTMENTS, type Department } from '../domain/case-types.ts';

/** Somebody who is signed in. */
export interface SignedInAgent {
  /** The id of the user in Amazon Connect. */
  readonly agentId: string;
  readonly username: string;
  readonly isSupervisor: boolean;
  /** Whose cases the agent works on: groups of these names. */
  readonly departments: readonly Department[];
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
  const groups = groupsOf(parsed.data[names.groups]);
  const departments = DEPARTMENTS.filter((department) => groups.includes(department));
  return { agentId, username, isSupervisor: groups.includes(names.supervisors), departments };
}

function groupsOf(given: unknown): readonly string[] {
  if (typeof given !== 'string') return [];
  const list = /^\[(.*)\]$/s.exec(given)?.[1];
  return list === undefined ? [given] : list.split(/[ ,]+/).filter((group) => group !== '');
}
