/** Runs a call test and writes down what it did as a test case in Amazon's Testing language, or why that cannot be. */
import type { TestCase } from '../../engine/testing-language/test-case.ts';
import type { Call, Words } from './call.ts';
import { says, shown } from './call.ts';
import type { ContactCentre, DialOptions } from './centre.ts';
import { type ExportedStep, testCaseOf } from './exported-steps.ts';
import type { PlannedFault } from './faults.ts';

export type Exported =
  | { readonly kind: 'case'; readonly testCase: TestCase; readonly leavesOut: readonly string[] }
  /** One sentence for each thing that the language cannot say. */
  | { readonly kind: 'refused'; readonly because: readonly string[] };

/** The test runs as it always does; what it does with the centre and its call is watched. */
export async function exportTestCase(
  centre: ContactCentre,
  name: string,
  callTest: (centre: ContactCentre) => Promise<void>,
): Promise<Exported> {
  const journal = new Journal(centre);
  await callTest(
    watched(centre, centreMembers(journal, centre), (member) =>
      journal.refuse(`the test uses ${member} of the centre, which no test case can say`),
    ),
  );
  return journal.result(name);
}

type Members = Readonly<Record<string, unknown>>;

/** The object with some members replaced; any other that is used is told, and works all the same. */
function watched<T extends object>(whole: T, members: Members, tell: (member: string) => void): T {
  return new Proxy(whole, {
    get(target, member) {
      // `then` is asked by whoever awaits.
      if (typeof member !== 'string' || member === 'then') return undefined;
      if (Object.hasOwn(members, member)) return members[member];
      tell(member);
      const value: unknown = Reflect.get(target, member, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

class Journal {
  readonly #centre: ContactCentre;
  readonly #steps: ExportedStep[] = [];
  readonly #refusals = new Set<string>();
  readonly #leavesOut = new Set<string>();
  readonly #faults: {
    readonly functionName: string;
    readonly error: 'TimeLimitExceeded' | 'NoMatchingError';
  }[] = [];
  #call: { readonly call: Call; readonly options: DialOptions } | undefined;

  constructor(centre: ContactCentre) {
    this.#centre = centre;
  }

  refuse(sentence: string): void {
    this.#refusals.add(sentence);
  }

  leaveOut(what: string): void {
    this.#leavesOut.add(what);
  }

  add(step: ExportedStep): void {
    this.#steps.push(step);
  }

  begin(call: Call, options: DialOptions): void {
    if (this.#call !== undefined) this.refuse('the test makes several calls, and a test case is one call');
    this.#call ??= { call, options };
    for (const [functionName, fault] of Object.entries(options.faults ?? {})) this.fault(functionName, fault);
  }

  /** A test case can let a function fail for a whole block, and no other way. */
  fault(functionName: string, { fault, times }: PlannedFault): void {
    const tooSlow = fault.kind === 'slow' && fault.virtualMs > 8_000;
    const fails = ['throttle', 'service-error', 'error-before'].includes(fault.kind) && times >= 4;
    if (tooSlow || fails)
      this.#faults.push({ functionName, error: tooSlow ? 'TimeLimitExceeded' : 'NoMatchingError' });
    else
      this.refuse(
        `the fault '${fault.kind}' in ${times} invocations of ${functionName}: a test case can only let a whole block fail`,
      );
  }

  result(name: string): Exported {
    if (this.#call === undefined) this.refuse('the test makes no call');
    if (!this.#steps.some(({ kind }) => kind === 'hears' || kind === 'queued'))
      this.refuse('the test waits for nothing that a test case can observe');
    if (this.#call === undefined || this.#refusals.size > 0)
      return { kind: 'refused', because: [...this.#refusals] };
    const { call, options } = this.#call;
    if (call.moments.some(({ effect }) => effect.kind === 'invoke'))
      this.leaveOut('the data: functions answer from the tables, so those of the instance must say the same');
    const testCase = testCaseOf({
      name,
      instance: this.#centre.cloud.centre.instance,
      moments: call.moments,
      steps: this.#steps,
      faults: this.#faults,
      dialled: { to: options.to ?? this.#centre.number, from: options.from },
    });
    return { kind: 'case', testCase, leavesOut: [...this.#leavesOut] };
  }
}

const centreMembers = (journal: Journal, centre: ContactCentre): Members => ({
  number: centre.number,
  dial(options: DialOptions = {}) {
    const call = centre.dial(options);
    journal.begin(call, options);
    return watched(call, callMembers(journal, call), (member) =>
      journal.refuse(`the test uses ${member} of the call, which no test case can say`),
    );
  },
  agent(username: string) {
    journal.refuse(
      `the test uses agent '${username}': the language knows events and actions of callers only`,
    );
    return centre.agent(username);
  },
  fault(name: string, planned: PlannedFault) {
    journal.fault(name, planned);
    return centre.fault(name, planned);
  },
  passes(ms: number) {
    journal.refuse('the test lets time pass: a test case has no clock');
    return centre.passes(ms);
  },
});

function callMembers(journal: Journal, call: Call): Members {
  let heardUpTo = 0;
  const hear = (words: Words): void => {
    const { moments } = call;
    const at = moments.findIndex(
      ({ effect }, index) =>
        index >= heardUpTo &&
        effect.kind === 'prompt' &&
        effect.party === 'customer' &&
        says(effect.text, words),
    );
    heardUpTo = at + 1;
    const heard = moments[at]?.effect;
    if (words instanceof RegExp)
      journal.refuse(`the caller hears ${shown(words)}: the language knows no patterns`);
    if (heard?.kind === 'prompt') journal.add({ kind: 'hears', text: heard.text });
  };
  const asks = (): string => call.heard.at(-1) ?? '';
  return {
    contactId: call.contactId,
    never: {
      hears(words: Words) {
        journal.refuse(
          `the caller never hears ${shown(words)}: the language cannot say what does not happen`,
        );
        call.never.hears(words);
      },
    },
    async hears(words: Words) {
      await call.hears(words);
      hear(words);
    },
    async presses(keys: string) {
      await call.isAskedForKeys();
      journal.add({ kind: 'presses', keys, asked: asks() });
      call.pressesAtOnce(keys);
    },
    pressesAtOnce(keys: string) {
      journal.refuse(
        `the caller presses ${keys} before being asked: a test case acts on what it has observed`,
      );
      call.pressesAtOnce(keys);
    },
    isAskedForKeys: () => call.isAskedForKeys(),
    staysSilent: () => call.staysSilent(),
    hangsUp() {
      journal.add({ kind: 'hangs-up' });
      call.hangsUp();
    },
    async isQueuedIn(queueName: string) {
      await call.isQueuedIn(queueName);
      journal.add({ kind: 'queued', queueName });
    },
    async isConnected() {
      journal.refuse('the caller talks to an agent: the language knows events and actions of callers only');
      await call.isConnected();
    },
    async endsIn(goodbye: Words) {
      await call.endsIn(goodbye);
      hear(goodbye);
      journal.leaveOut(
        'that these are the last words, and that we end the call: no event tells of the end of a call',
      );
    },
  };
}
