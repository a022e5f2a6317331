/** Runs the actions of observations, and keeps what they want done. */
import { splitText } from '../language/jsonpath.ts';
import { isTrue } from './assertion.ts';
import { Overrides } from './overrides.ts';
import { typeAndParameters } from './print-test-case.ts';
import type { ActionRecord } from './records.ts';
import type { TestAction } from './test-case.ts';

/** The value of a reference. */
export type Read = (reference: string) => string | undefined;

export class Doing {
  /** Keys that are still to be pressed. */
  readonly keys: string[] = [];
  /** What the customer of a chat is still to write. */
  readonly written: string[] = [];
  readonly overrides = new Overrides();
  hangsUp = false;
  /** EndTest has been reached. */
  ending = false;
  /** What the first assertion that failed was about. */
  failedAssertion: string | undefined;
  readonly #notes: string[];
  readonly #isChat: boolean;

  constructor(notes: string[], isChat: boolean) {
    this.#notes = notes;
    this.#isChat = isChat;
  }

  act(action: TestAction, read: Read): ActionRecord {
    const [Type, ExpectedParameters] = typeAndParameters(action);
    const record = { Identifier: action.identifier, Type, Status: 'PASSED', ExpectedParameters } as const;
    switch (action.kind) {
      case 'keys':
        this.keys.push(action.keys);
        return record;
      case 'utterance':
        if (this.#isChat) this.written.push(action.text);
        else this.#notes.push(`nobody hears '${action.text}' offline: there is no bot, and menus hear keys`);
        return record;
      case 'disconnect':
        this.hangsUp = true;
        return record;
      case 'override':
        this.overrides.add(action.action, action.strategy);
        return record;
      case 'end-test':
        this.ending = true;
        return record;
      case 'log':
        return { ...record, ActualParameters: { Expressions: logged(action.expressions, read) } };
      case 'assert': {
        const value = read(action.namespace);
        const ActualParameters = { Namespace: value ?? '' };
        if (isTrue(action, value)) return { ...record, ActualParameters };
        const operand = action.operand === undefined ? '' : ` '${action.operand}'`;
        this.failedAssertion ??= `${action.namespace} is '${value ?? ''}', and the test asserts ${action.operator}${operand}`;
        return { ...record, Status: 'FAILED', ActualParameters };
      }
    }
  }
}

/** Every reference in the texts replaced by its value; an unset one by nothing. */
function logged(expressions: Readonly<Record<string, string>>, read: Read): Record<string, string> {
  return Object.fromEntries(
    Object.entries(expressions).map(([label, text]) => [
      label,
      splitText(text)
        .map((part) => (part.kind === 'words' ? part.text : (read(part.reference.text) ?? '')))
        .join(''),
    ]),
  );
}
