/** Writes a flow as JSON text in one order of keys, so that a change shows in a comparison as what it is. */
import type { FlowAction, FlowDocument, Transitions } from './flow.ts';

type Order = ReadonlyMap<string, number>;
const order = (...keys: readonly string[]): Order => new Map(keys.map((key, index) => [key, index]));
const OF_FLOW = order('Version', 'StartAction', 'Metadata', 'Settings', 'Actions');
const OF_ACTION = order('Identifier', 'Type', 'Parameters', 'Transitions');
const OF_TRANSITIONS = order('NextAction', 'Errors', 'Conditions');

/** Indented by two spaces, with a line end at the end. Keys that the language does not know follow the known ones. */
export function printFlow(document: FlowDocument): string {
  const ordered = inOrder({ ...document, Actions: document.Actions.map(orderedAction) }, OF_FLOW);
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedAction(action: FlowAction): object {
  const transitions = orderedTransitions(action.Transitions);
  const isOrdered = transitions === action.Transitions;
  return inOrder(isOrdered ? action : { ...action, Transitions: transitions }, OF_ACTION);
}

const orderedTransitions = (transitions: Transitions): object => inOrder(transitions, OF_TRANSITIONS);

/** `fromEntries` defines each key, `__proto__` too, where an assignment would change the prototype. */
function inOrder(value: object, ranks: Order): object {
  const rankOf = (key: string): number => ranks.get(key) ?? ranks.size;
  let last = 0;
  for (const key of Object.keys(value)) {
    const rank = rankOf(key);
    if (rank < last)
      return Object.fromEntries(
        Object.entries(value).toSorted(([one], [other]) => rankOf(one) - rankOf(other)),
      );
    last = rank;
  }
  return value;
}
