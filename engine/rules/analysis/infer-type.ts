/** The type of a flow where nobody says it: from what the flow says of itself, from who leads to it, from its steps. */
import { blockOf } from '../../blocks/catalogue.ts';
import { HOOK_FLOW_TYPES } from '../../blocks/update-contact-event-hooks.ts';
import { FLOW_TYPES, type FlowDocument, type FlowType, type Json } from '../../language/flow.ts';
import { isObject } from '../../language/json.ts';

/** The console's names of types in `Metadata.type` of an export. */
const CONSOLE_TYPES: Readonly<Record<string, FlowType>> = {
  contactflow: 'CONTACT_FLOW',
  customerqueue: 'CUSTOMER_QUEUE',
  customerhold: 'CUSTOMER_HOLD',
  customerwhisper: 'CUSTOMER_WHISPER',
  agenthold: 'AGENT_HOLD',
  agentwhisper: 'AGENT_WHISPER',
  outboundwhisper: 'OUTBOUND_WHISPER',
  agenttransfer: 'AGENT_TRANSFER',
  queuetransfer: 'QUEUE_TRANSFER',
  campaign: 'CAMPAIGN',
  journey: 'CAMPAIGN',
  module: 'MODULE',
  contactflowmodule: 'MODULE',
};

/** Where several types would do, the first. */
const LIKELY: readonly FlowType[] = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'AGENT_WHISPER',
  'CUSTOMER_WHISPER',
  'OUTBOUND_WHISPER',
  'CUSTOMER_HOLD',
  'AGENT_HOLD',
  'QUEUE_TRANSFER',
  'AGENT_TRANSFER',
  'MODULE',
];

export interface TypeFound {
  readonly type: FlowType;
  /** Not guessed from the steps. */
  readonly known: boolean;
}

/** @param ledTo what the flows that lead to it take it for: hooks and module calls. */
export function inferType(document: FlowDocument | undefined, ledTo: FlowType | undefined): TypeFound {
  if (document === undefined) return { type: ledTo ?? 'CONTACT_FLOW', known: false };
  const said = saidType(document);
  if (said !== undefined) return { type: said, known: true };
  if (isObject(document.Settings) || document.Actions.some(({ Type }) => Type === 'EndFlowModuleExecution'))
    return { type: 'MODULE', known: true };
  if (ledTo !== undefined) return { type: ledTo, known: true };
  return { type: guessed(document), known: false };
}

/** `Metadata.type` of a console export; the spelling of the API is taken too. */
function saidType({ Metadata }: FlowDocument): FlowType | undefined {
  const said = isObject(Metadata) ? Metadata['type'] : undefined;
  if (typeof said !== 'string') return undefined;
  const known = Object.hasOwn(CONSOLE_TYPES, said.toLowerCase())
    ? CONSOLE_TYPES[said.toLowerCase()]
    : undefined;
  return known ?? FLOW_TYPES.find((type) => type === said.toUpperCase());
}

/** The type that takes most of the steps; words looped while waiting tell a queue flow. */
function guessed({ Actions }: FlowDocument): FlowType {
  const blocks = Actions.flatMap(({ Type }) => blockOf(Type) ?? []);
  let best: FlowType = 'CONTACT_FLOW';
  let most = -1;
  for (const type of LIKELY) {
    const fitting = blocks.filter(({ flowTypes }) => flowTypes.includes(type)).length;
    if (fitting > most) {
      most = fitting;
      best = type;
    }
  }
  return best;
}

/** What a hook or a module call says about the flow that it names. */
export function takenFor(action: {
  readonly Type: string;
  readonly Parameters: Json;
}): readonly [string, FlowType][] {
  const parameters = isObject(action.Parameters) ? action.Parameters : {};
  if (action.Type === 'InvokeFlowModule') {
    const id = parameters['FlowModuleId'];
    return typeof id === 'string' ? [[id, 'MODULE']] : [];
  }
  const hooks = parameters['EventHooks'];
  if (action.Type !== 'UpdateContactEventHooks' || !isObject(hooks)) return [];
  return Object.entries(hooks).flatMap(([hook, id]): [string, FlowType][] => {
    const type = Object.hasOwn(HOOK_FLOW_TYPES, hook) ? HOOK_FLOW_TYPES[hook] : undefined;
    return typeof id === 'string' && type !== undefined ? [[id, type]] : [];
  });
}
