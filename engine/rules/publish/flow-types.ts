/** Which flow types an action may stand in, where the guides and real exports disagree. */
import type { AnyBlock } from '../../blocks/block.ts';
import type { FlowType } from '../../language/flow.ts';
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';

/**
 * Types of flow that one source gives a block and another does not (adminguide pages of the blocks against the
 * developer guide; exports of real centres).
 */
const CONFLICTING: Readonly<Record<string, readonly FlowType[]>> = {
  DisconnectParticipant: ['OUTBOUND_WHISPER'],
  EndFlowExecution: ['CONTACT_FLOW', 'QUEUE_TRANSFER', 'AGENT_HOLD', 'CUSTOMER_HOLD', 'AGENT_TRANSFER'],
  GetParticipantInput: ['OUTBOUND_WHISPER'],
  UpdateContactRecordingBehavior: ['AGENT_HOLD', 'AGENT_WHISPER'],
  UpdateContactRoutingBehavior: [
    'CUSTOMER_QUEUE',
    'QUEUE_TRANSFER',
    'AGENT_TRANSFER',
    'OUTBOUND_WHISPER',
    'CUSTOMER_WHISPER',
  ],
  UpdatePreviousContactParticipantState: ['OUTBOUND_WHISPER'],
  Wait: ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER', 'QUEUE_TRANSFER', 'AGENT_TRANSFER'],
};

/** The block of the action that a path lies in. */
export function blockAt(flow: FlowUnderCheck, path: string): AnyBlock | undefined {
  return flow.steps[Number(/\d+/.exec(path)?.[0])]?.block;
}

export function hasConflictingSources(flow: FlowUnderCheck, path: string): boolean {
  const type = blockAt(flow, path)?.type;
  return type !== undefined && CONFLICTING[type]?.includes(flow.type) === true;
}
