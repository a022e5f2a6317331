/** Reads which flow action an event or an override is about: its type and its resource. */
import { isObject, type JsonObject } from '../language/json.ts';
import { didYouMean } from '../language/similar.ts';
import { type Notes, within } from './notes.ts';
import { FLOW_ACTION_TYPES, type FlowActionPlace, type FlowActionType } from './test-case.ts';

/** The name of the flow action, which is not the name that the Testing language has for it. */
const FLOW_NAME = 'DequeueContactAndTransferToQueue';

/** @param properties with `ActionType` and `ActionParameters` */
export function readFlowAction(
  properties: JsonObject,
  path: string,
  notes: Notes,
): FlowActionPlace | undefined {
  const type = readType(properties, path, notes);
  if (type === undefined) return undefined;
  const place = within(path, 'ActionParameters');
  const parameters = properties['ActionParameters'];
  if (!isObject(parameters) || Object.keys(parameters).length === 0) {
    // The service's own words, as reported from live instances.
    notes.error(
      'empty-action-parameters',
      'InvalidFlowActionParametersProblem: ActionParameters is empty',
      place,
    );
    return undefined;
  }
  const resource = readResource(type, parameters, place, notes);
  return resource === undefined ? undefined : { type, resource };
}

function readType(properties: JsonObject, path: string, notes: Notes): FlowActionType | undefined {
  const name = notes.text(properties, 'ActionType', path);
  if (name === undefined) return undefined;
  const place = within(path, 'ActionType');
  if (name === FLOW_NAME) {
    notes.deviation(
      'dequeue-name',
      `the Testing language calls ${FLOW_NAME} 'DequeueAndTransferToQueue'`,
      place,
    );
    return 'DequeueAndTransferToQueue';
  }
  const type = FLOW_ACTION_TYPES.find((candidate) => candidate === name);
  if (type === undefined) {
    notes.error(
      'unknown-flow-action',
      `no test can observe or override a flow action '${name}'${didYouMean(name, FLOW_ACTION_TYPES)}`,
      place,
    );
  }
  return type;
}

function readResource(
  type: FlowActionType,
  parameters: JsonObject,
  path: string,
  notes: Notes,
): string | undefined {
  switch (type) {
    case 'InvokeLambdaFunction':
      return notes.text(parameters, 'LambdaFunctionARN', path);
    case 'CheckHoursOfOperation':
      return notes.text(parameters, 'HoursOfOperationId', path);
    case 'TransferContactToQueue':
    case 'DequeueAndTransferToQueue':
      return readQueue(parameters, path, notes);
    case 'ConnectParticipantWithLexBot': {
      const bot = notes.object(parameters, 'LexV2Bot', path);
      return bot === undefined ? undefined : notes.text(bot, 'AliasArn', within(path, 'LexV2Bot'));
    }
    case 'ConnectParticipantWithAgenticCX': {
      const place = within(path, 'AgentConfiguration');
      const configuration = notes.object(parameters, 'AgentConfiguration', path);
      if (configuration === undefined) return undefined;
      const parts = AGENT_PARTS.map((name) => notes.text(configuration, name, place));
      return parts.includes(undefined) ? undefined : parts.join('/');
    }
  }
}

/** What names an application of agentic CX. */
export const AGENT_PARTS = ['WorkspaceId', 'ApplicationId', 'Alias'] as const;

/** An agent's personal queue may be named by the agent alone, which live instances do not take. */
function readQueue(parameters: JsonObject, path: string, notes: Notes): string | undefined {
  const { QueueId, AgentId } = parameters;
  if (QueueId === undefined && typeof AgentId === 'string' && AgentId !== '') {
    notes.deviation('agent-without-queue', 'QueueId is needed also where AgentId names an agent', path);
    return `agent/${AgentId}`;
  }
  return notes.text(parameters, 'QueueId', path);
}
