/** The flows that run at an event for which no flow was set (adminguide/default-flows). */
import type { FlowAction, FlowType } from '../language/flow.ts';
import { type CompiledFlow, compileFlow } from './compiled-flow.ts';
import type { Instance, Prompt } from './instance.ts';

/** Hooks that Connect fills in itself. */
export type DefaultHook = 'CustomerQueue' | 'AgentWhisper' | 'CustomerWhisper' | 'CustomerHold' | 'AgentHold';

/** Others that Connect has; `NotReached` is ours and stands for what the telephone network says. */
export type DefaultFlow = DefaultHook | 'AgentTransfer' | 'QueueTransfer' | 'OutboundWhisper' | 'NotReached';

/** Prompts that every instance has, and that the default flows play. */
export const DEFAULT_PROMPTS: readonly Prompt[] = [
  { arn: 'default:prompt/beep', id: 'default:beep', name: 'Beep.wav', durationMs: 800 },
  { arn: 'default:prompt/queue', id: 'default:queue', name: 'CustomerQueue.wav', durationMs: 60_000 },
  { arn: 'default:prompt/hold', id: 'default:hold', name: 'HoldMusic.wav', durationMs: 60_000 },
];

const step = (
  Identifier: string,
  Type: string,
  Parameters: FlowAction['Parameters'],
  next?: string,
): FlowAction => ({
  Identifier,
  Type,
  Parameters,
  Transitions: next === undefined ? {} : { NextAction: next },
});

/** Every error goes one way. */
const branching = (
  Identifier: string,
  Type: string,
  Parameters: FlowAction['Parameters'],
  otherwise: string,
  conditions: readonly (readonly [operator: string, operand: string, to: string])[],
): FlowAction => ({
  Identifier,
  Type,
  Parameters,
  Transitions: {
    NextAction: otherwise,
    Errors: ['NoMatchingError', 'NoMatchingCondition', 'QueueAtCapacity'].map((ErrorType) => ({
      ErrorType,
      NextAction: otherwise,
    })),
    Conditions: conditions.map(([Operator, operand, NextAction]) => ({
      Condition: { Operator, Operands: [operand] },
      NextAction,
    })),
  },
});

const FLOWS: Readonly<Record<DefaultFlow, { name: string; type: FlowType; actions: readonly FlowAction[] }>> =
  {
    CustomerQueue: {
      name: 'Default customer queue',
      type: 'CUSTOMER_QUEUE',
      actions: [
        step('wait', 'MessageParticipantIteratively', {
          Messages: [
            { Text: 'Thank you for waiting. The next free agent will take your call.' },
            { PromptId: 'default:queue' },
          ],
        }),
      ],
    },
    AgentWhisper: {
      name: 'Default agent whisper',
      type: 'AGENT_WHISPER',
      actions: [
        step('queue', 'MessageParticipant', { Text: '$.Queue.Name' }, 'end'),
        step('end', 'EndFlowExecution', {}),
      ],
    },
    CustomerWhisper: {
      name: 'Default customer whisper',
      type: 'CUSTOMER_WHISPER',
      actions: [
        step('beep', 'MessageParticipant', { PromptId: 'default:beep' }, 'end'),
        step('end', 'EndFlowExecution', {}),
      ],
    },
    CustomerHold: {
      name: 'Default customer hold',
      type: 'CUSTOMER_HOLD',
      actions: [step('music', 'MessageParticipantIteratively', { Messages: [{ PromptId: 'default:hold' }] })],
    },
    AgentHold: {
      name: 'Default agent hold',
      type: 'AGENT_HOLD',
      actions: [step('music', 'MessageParticipantIteratively', { Messages: [{ PromptId: 'default:hold' }] })],
    },
    AgentTransfer: {
      name: 'Default agent transfer',
      type: 'AGENT_TRANSFER',
      actions: [
        step('say', 'MessageParticipant', { Text: 'Transferring now.' }, 'agent'),
        step('agent', 'TransferContactToAgent', {}),
      ],
    },
    QueueTransfer: {
      name: 'Default queue transfer',
      type: 'QUEUE_TRANSFER',
      actions: [
        branching('hours', 'CheckHoursOfOperation', {}, 'closed', [
          ['Equals', 'True', 'staff'],
          ['Equals', 'False', 'closed'],
        ]),
        branching('staff', 'CheckMetricData', { MetricType: 'NumberOfAgentsStaffed' }, 'nobody', [
          ['NumberGreaterThan', '0', 'say'],
        ]),
        step('say', 'MessageParticipant', { Text: 'Transferring now.' }, 'queue'),
        branching('queue', 'TransferContactToQueue', {}, 'full', []),
        step('closed', 'MessageParticipant', { Text: 'This queue is closed at present.' }, 'end'),
        step('nobody', 'MessageParticipant', { Text: 'Nobody works for this queue at present.' }, 'end'),
        step('full', 'MessageParticipant', { Text: 'This queue is full at present.' }, 'end'),
        step('end', 'DisconnectParticipant', {}),
      ],
    },
    OutboundWhisper: {
      name: 'Default outbound',
      type: 'OUTBOUND_WHISPER',
      actions: [
        step('say', 'MessageParticipant', { Text: 'This call is not being recorded.' }, 'end'),
        step('end', 'EndFlowExecution', {}),
      ],
    },
    NotReached: {
      name: 'Nobody reached',
      type: 'CONTACT_FLOW',
      actions: [
        step('say', 'MessageParticipant', { Text: 'Your call could not be put through. Goodbye.' }, 'end'),
        step('end', 'DisconnectParticipant', {}),
      ],
    },
  };

export function defaultFlows(instance: Instance): Readonly<Record<DefaultFlow, CompiledFlow>> {
  const compiled = (hook: DefaultFlow): CompiledFlow => {
    const { name, type, actions } = FLOWS[hook];
    const id = `default:${hook}`;
    return compileFlow({
      arn: `${instance.arn}/contact-flow/${id}`,
      id,
      name,
      type,
      content: '',
      document: { Version: '2019-10-30', StartAction: actions[0]?.Identifier ?? '', Actions: actions },
    });
  };
  return {
    CustomerQueue: compiled('CustomerQueue'),
    AgentWhisper: compiled('AgentWhisper'),
    CustomerWhisper: compiled('CustomerWhisper'),
    CustomerHold: compiled('CustomerHold'),
    AgentHold: compiled('AgentHold'),
    AgentTransfer: compiled('AgentTransfer'),
    QueueTransfer: compiled('QueueTransfer'),
    OutboundWhisper: compiled('OutboundWhisper'),
    NotReached: compiled('NotReached'),
  };
}
