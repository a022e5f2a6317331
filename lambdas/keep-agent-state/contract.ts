/** Agreement of the function that keeps how each agent stands. */

import { defineEventFunction } from '../runtime/event-contract.ts';

/** Of whoever is signed in Connect tells every two minutes: what is given up is soon made good, and old news are worth nothing. */
export const keepAgentStateFunction = defineEventFunction({
  name: 'keep-agent-state',
  purpose:
    "Keeps one row for each agent from Connect's agent events: whether they are signed in, their status, and the contacts that they have in hand.",
  agentEvents: {
    batchSize: 100,
    windowSeconds: 1,
    retriesMax: 4,
    recordAgeMaxSeconds: 3_600,
  },
  contactEvents: [],
  environment: {},
  functionTimeoutSeconds: 30,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 1_000,
  uses: [{ table: 'desk', actions: ['dynamodb:PutItem'] }],
});
