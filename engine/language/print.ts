/** Writes a flow as JSON text in one order of keys, so that a change shows in a comparison as what it is. */
import type { FlowAction, FlowDocument, Transitions } from './flow.ts';

/** Indented by two spaces, with a line end at the end. Keys that the language does not know follow the known ones. */
export function printFlow(document: FlowDocument): string {
  const ordered = inOrder({ ...document, Actions: document.Actions.map(orderedAction) }, [
    'Version',
    'StartAction',
    'Metadata',
    'Settings',
    'Actions',
  ]);
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

const orderedAction = (action: FlowAction): object =>
  inOrder({ ...action, Transitions: orderedTransitions(action.Transitions) }, [
    'Identifier',
    'Type',
    'Parameters',
    'Transitions',
  ]);

const orderedTransitions = (transitions: Transitions): object =>
  inOrder(transitions, ['NextAction', 'Errors', 'Conditions']);

/** `fromEntries` defines each key, `__proto__` too, where an assignment would change the prototype. */
function inOrder(value: object, first: readonly string[]): object {
  const rank = new Map(first.map((key, index) => [key, index]));
  const rankOf = (key: string): number => rank.get(key) ?? first.length;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => rankOf(one) - rankOf(other)));
}
