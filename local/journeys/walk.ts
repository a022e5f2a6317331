/** Follows a caller's way through rendered flows, from the first words to the last. */
import type { FlowAction, FlowDocument } from '../../engine/language/flow.ts';
import type { Journey } from './journeys.ts';

/** A part of a call up to where the caller does something. */
export interface Scene {
  /** The flow in which it is. */
  readonly flow: string;
  /** Functions that are called before and between the words. */
  readonly functions: readonly string[];
  readonly texts: readonly string[];
  readonly answer: Answer;
}

export type Answer =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'end' };

/** No way of a caller is longer. */
const STEPS_MAX = 300;

/**
 * @param documents the flows and modules by name
 * @throws Error where the flows no longer have that way: the journey has to be written anew
 */
export function walk(journey: Journey, documents: ReadonlyMap<string, FlowDocument>): readonly Scene[] {
  const scenes: Scene[] = [];
  const used = new Set<string>();
  let scene: { functions: string[]; texts: string[] } = { functions: [], texts: [] };
  let place = startOf('main-inbound', documents);
  const wrong = (what: string): never => {
    throw new Error(`the journey '${journey.name}', at '${place.flow}/${place.step}', ${what}`);
  };
  const taken = (): string | undefined => {
    for (const name of [`${place.flow}/${place.step}`, place.step]) {
      const what = journey.takes[name];
      if (what === undefined) continue;
      used.add(name);
      return what;
    }
    return undefined;
  };
  const closes = (answer: Answer): void => {
    scenes.push({ flow: place.flow, ...scene, answer });
    scene = { functions: [], texts: [] };
  };
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    const action = actionAt(place, documents) ?? wrong('finds no such step');
    const text = action.Parameters['Text'];
    if (typeof text === 'string') scene.texts.push(text);
    const next = action.Transitions.NextAction;
    let to = next;
    switch (action.Type) {
      case 'InvokeLambdaFunction':
        scene.functions.push(nameIn(action.Parameters['LambdaFunctionARN']));
        break;
      case 'GetParticipantInput': {
        const keys = taken() ?? wrong('does not say what is pressed');
        if (action.Parameters['StoreInput'] === 'True') closes({ kind: 'keys', keys });
        else {
          to = branch(action, keys) ?? wrong(`presses ${keys}, which is no key there`);
          closes({ kind: 'key', key: keys });
        }
        break;
      }
      case 'Compare':
        to = compared(action, taken()) ?? wrong('takes a way that is not there');
        break;
      case 'Loop':
        to = branch(action, 'ContinueLooping');
        break;
      case 'InvokeFlowModule': {
        // Shown as one scene: how a caller is verified is the same on every way.
        scene.functions.push(nameIn(action.Parameters['FlowModuleId']));
        break;
      }
      case 'TransferToFlow': {
        const name = nameIn(action.Parameters['ContactFlowId']);
        if (documents.has(name)) {
          place = startOf(name, documents);
          continue;
        }
        break;
      }
      case 'DisconnectParticipant':
      case 'EndFlowExecution':
        closes({ kind: 'end' });
        return complete(journey, used, scenes);
    }
    if (to === undefined) return wrong('leads nowhere');
    place = { flow: place.flow, step: to };
  }
  return wrong(`is not over after ${STEPS_MAX} steps`);
}

interface Place {
  readonly flow: string;
  readonly step: string;
}

function startOf(flow: string, documents: ReadonlyMap<string, FlowDocument>): Place {
  const step = documents.get(flow)?.StartAction;
  if (step === undefined) throw new Error(`there is no flow '${flow}'; render the flows`);
  return { flow, step };
}

const actionAt = ({ flow, step }: Place, documents: ReadonlyMap<string, FlowDocument>) =>
  documents.get(flow)?.Actions.find(({ Identifier }) => Identifier === step);

/** `${function.lookup-order}` is `lookup-order`. */
const nameIn = (reference: unknown): string => /^\$\{\w+\.([\w-]+)\}$/.exec(String(reference))?.[1] ?? '';

const branch = ({ Transitions }: FlowAction, operand: string): string | undefined =>
  Transitions.Conditions?.find(({ Condition }) => Condition.Operands[0] === operand)?.NextAction;

/** Where nothing is said, a function answers with its first outcome, a number is a number, and no attribute is set. */
function compared(action: FlowAction, wanted: string | undefined): string | undefined {
  if (wanted !== undefined) return branch(action, wanted);
  const conditions = action.Transitions.Conditions ?? [];
  const value = String(action.Parameters['ComparisonValue']);
  if (value === '$.External.outcome') return conditions[0]?.NextAction;
  const isNumber = conditions.find(({ Condition }) => Condition.Operator.startsWith('Number'));
  if (value === '$.StoredCustomerInput' && isNumber !== undefined) return isNumber.NextAction;
  return action.Transitions.Errors?.find(({ ErrorType }) => ErrorType === 'NoMatchingCondition')?.NextAction;
}

function complete(journey: Journey, used: ReadonlySet<string>, scenes: readonly Scene[]): readonly Scene[] {
  const unused = Object.keys(journey.takes).filter((name) => !used.has(name) && name.includes('/'));
  if (unused.length > 0) throw new Error(`the journey '${journey.name}' never comes to ${unused.join(', ')}`);
  return scenes;
}
