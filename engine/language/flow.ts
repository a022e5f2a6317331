/** The flow document of Amazon Connect, Flow language `2019-10-30`, as types. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The one version of the Flow language (devguide/flow-language-actions). */
export const FLOW_LANGUAGE_VERSION = '2019-10-30';

export interface FlowDocument {
  readonly Version: string;
  readonly StartAction: string;
  readonly Metadata?: Json;
  readonly Actions: readonly FlowAction[];
  /** Modules only. */
  readonly Settings?: Json;
}

/** Types, not interfaces: so that each is JSON to the compiler too. */
export type FlowAction = {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: { readonly [name: string]: Json };
  readonly Transitions: Transitions;
};

export type Transitions = {
  readonly NextAction?: string;
  readonly Errors?: readonly { readonly ErrorType: string; readonly NextAction: string }[];
  readonly Conditions?: readonly { readonly Condition: Condition; readonly NextAction: string }[];
};

export type Condition = {
  readonly Operator: string;
  /** One operand on the wire, always (2,476 of 2,476 conditions seen in real flows). */
  readonly Operands: readonly string[];
};

/** `Type` of CreateContactFlow; `MODULE` stands for CreateContactFlowModule (API_CreateContactFlow). */
export const FLOW_TYPES = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CAMPAIGN',
  'MODULE',
] as const;
export type FlowType = (typeof FLOW_TYPES)[number];
