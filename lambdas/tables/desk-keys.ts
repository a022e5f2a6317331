/** Where things lie on the desk of an agent. */

export const agentPartition = (agentId: string) => `AGENT#${agentId}`;
/** How keys of what an agent has promised begin. */
export const FOLLOW_UP = 'FOLLOW-UP#';
export const contactKey = (agentId: string, contactId: string) => ({
  pk: agentPartition(agentId),
  sk: `CONTACT#${contactId}`,
});
export const sightKey = (agentId: string, customerId: string) => ({
  pk: agentPartition(agentId),
  sk: `SEES#${customerId}`,
});
export const followUpKey = (agentId: string, followUpId: string) => ({
  pk: agentPartition(agentId),
  sk: `${FOLLOW_UP}${followUpId}`,
});
