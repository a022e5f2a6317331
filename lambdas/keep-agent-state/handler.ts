/** Keeps how each agent stands, whatever comes twice or late. */

import { stateOfEvent } from '../domain/agent-state.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { eventFunction } from '../runtime/event-function.ts';
import { Fault } from '../runtime/fault.ts';
import { keepAgentState } from '../tables/agent-states.ts';
import { keepAgentStateFunction } from './contract.ts';

const desk = { client: openDatabase(keepAgentStateFunction), name: tableName('desk') };

export const handler = eventFunction(keepAgentStateFunction, {
  record: async (event, { signal }) => await keepAgentState(desk, stateOfEvent(event), signal),
  event: async () => {
    throw new Fault('keep-agent-state gets no events of rules; the stack must not send it any');
  },
});
