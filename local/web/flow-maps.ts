/** Turns the flows of the running instance into what the flow map draws. */
import type { BlockDeclaration } from '../../engine/blocks/block.ts';
import { blockOf } from '../../engine/blocks/catalogue.ts';
import type { Flow, Instance } from '../../engine/contact/instance.ts';
import { type Condition, FLOW_TYPES, type FlowAction, type Json } from '../../engine/language/flow.ts';
import { isObject } from '../../engine/language/json.ts';
import { parseFlow } from '../../engine/language/parse.ts';
import {
  type FlowSummary,
  inWords,
  type ShownBranch,
  type ShownFlow,
  type ShownStep,
  type StepSign,
  typeInWords,
} from './flow-shown.ts';
import { plainParameters, SEPARATOR } from './plain-parameters.ts';
import type { ResourceNames } from './resource-names.ts';
import { wordsOfSsml } from './spoken-text.ts';

export interface FlowMaps {
  /** As the instance lists them, telephone numbers as they are linked now. */
  list(): FlowSummary[];
  /** Undefined where no flow has the name. */
  find(name: string): ShownFlow | undefined;
}

type Drawing = Omit<ShownFlow, 'answers'>;

/** Each flow is read once; numbers are looked up at every call, for they can be linked anew. */
export function flowMapsOf(instance: Instance, names: ResourceNames): FlowMaps {
  const drawings = new Map<string, Drawing>();
  const flows = new Map(instance.flows.map((flow) => [names.flow(flow.arn) ?? flow.name, flow]));
  const drawn = (name: string, flow: Flow): Drawing => {
    const known = drawings.get(name);
    if (known !== undefined) return known;
    const drawing = draw(name, flow, names);
    drawings.set(name, drawing);
    return drawing;
  };
  const answers = ({ arn, id }: Flow): string[] =>
    instance.phoneNumbers.flatMap(({ flowId, number }) => (flowId === id || flowId === arn ? [number] : []));
  return {
    list: () =>
      [...flows]
        .map(([name, flow]) => {
          const { type, steps } = drawn(name, flow);
          return { name, type, steps: steps.length, answers: answers(flow) };
        })
        .sort(asReadFirst),
    find(name) {
      const flow = flows.get(name);
      return flow === undefined ? undefined : { ...drawn(name, flow), answers: answers(flow) };
    },
  };
}

const TYPE_ORDER: readonly string[] = FLOW_TYPES;

/** What answers a number comes first, flows of one type stay together. */
const asReadFirst = (a: FlowSummary, b: FlowSummary): number =>
  b.answers.length - a.answers.length ||
  TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type) ||
  a.name.localeCompare(b.name, 'en');

function draw(name: string, flow: Flow, names: ResourceNames): Drawing {
  const document = flow.document ?? parseFlow(flow.content).document;
  const { type } = flow;
  const friendly = friendlyNames(document?.Metadata);
  return {
    name,
    type,
    kind: typeInWords(type),
    start: document?.StartAction ?? '',
    steps: document?.Actions.map((action) => drawStep(action, friendly, names)) ?? [],
  };
}

/** Steps that an author has named; the console's own identifiers tell a person nothing. */
function friendlyNames(metadata: Json | undefined): ReadonlySet<string> {
  const actions = isObject(metadata) ? metadata['ActionMetadata'] : undefined;
  if (!isObject(actions)) return new Set();
  return new Set(
    Object.entries(actions).flatMap(([id, of]) =>
      isObject(of) && of['isFriendlyName'] === true ? [id] : [],
    ),
  );
}

function drawStep(action: FlowAction, friendly: ReadonlySet<string>, names: ResourceNames): ShownStep {
  const { Identifier: id, Type, Parameters } = action;
  const block = blockOf(Type);
  const blockWords = inWords(block?.logName ?? Type);
  const parameters = plainParameters(Parameters, names);
  const leadsTo = [Parameters['ContactFlowId'], Parameters['FlowModuleId']]
    .flatMap((target) => (typeof target === 'string' ? [names.flow(target)] : []))
    .find((target) => target !== undefined);
  return {
    id,
    title: friendly.has(id) ? id : blockWords,
    block: blockWords,
    purpose: block?.purpose ?? 'This product does not know the block.',
    sign: signOf(block, Parameters),
    summary: summaryOf(Parameters, parameters),
    parameters: parameters.map(({ name, value }) =>
      name === 'SSML' ? { name, value: wordsOfSsml(value) } : { name, value },
    ),
    branches: branchesOf(action),
    ...(leadsTo === undefined ? {} : { leadsTo }),
  };
}

/** What people experience decides; the rest follows from what the step refers to and how it branches. */
function signOf(block: BlockDeclaration | undefined, parameters: FlowAction['Parameters']): StepSign {
  if (block?.facts.listens === true) return 'asks';
  if (block?.facts.speaks === true) return 'says';
  if (parameters['LambdaFunctionARN'] !== undefined) return 'calls';
  if (parameters['ContactFlowId'] !== undefined || parameters['FlowModuleId'] !== undefined) return 'leads';
  if (block?.facts.terminal === true) return 'ends';
  return block !== undefined && block.branches(parameters).conditions.kind !== 'none' ? 'decides' : 'sets';
}

function summaryOf(
  own: FlowAction['Parameters'],
  parameters: readonly { name: string; value: string }[],
): string {
  const { Text, SSML } = own;
  if (typeof Text === 'string') return Text;
  if (typeof SSML === 'string') return wordsOfSsml(SSML);
  // Names of queues, functions and flows say most; an attribute may be called like a parameter.
  const named = parameters.filter(({ name }) => /(?:ARN|Id)$/.test(name) && !name.includes(SEPARATOR));
  if (named.length > 0) return named.map(({ value }) => value).join(', ');
  const [only] = parameters;
  if (only !== undefined && parameters.length === 1 && !only.name.includes(SEPARATOR)) return only.value;
  return parameters.map(({ name, value }) => `${name.split(SEPARATOR).at(-1)}: ${value}`).join(', ');
}

function branchesOf({ Transitions }: FlowAction): ShownBranch[] {
  const { NextAction, Errors = [], Conditions = [] } = Transitions;
  return [
    ...Conditions.map(({ Condition: condition, NextAction: to }) => ({
      kind: 'condition' as const,
      label: conditionInWords(condition),
      to,
    })),
    ...(NextAction === undefined ? [] : [{ kind: 'next' as const, label: '', to: NextAction }]),
    ...Errors.map(({ ErrorType, NextAction: to }) => ({
      kind: 'error' as const,
      label: inWords(ErrorType).toLowerCase(),
      to,
    })),
  ];
}

function conditionInWords({ Operator, Operands }: Condition): string {
  const operands = Operands.join(', ');
  const shown = /^[A-Z][a-z]+[A-Z]/.test(operands) ? inWords(operands).toLowerCase() : operands;
  return Operator === 'Equals' ? shown : `${inWords(Operator).toLowerCase()} ${shown}`;
}
