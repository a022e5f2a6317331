/** The tests of one file, which can be run one by one, as often as wanted and in any order, each with its hooks. */
import type { State } from 'jest-circus';
import { collected, nowRuns } from './jest-globals.mjs';

type Suite = State['rootDescribeBlock'];
type Entry = Suite['tests'][number];
type HookKind = Suite['hooks'][number]['type'];

export interface FileTest {
  readonly name: string;
  readonly entry: Entry;
}

/** A test has not come to its end: what it does now, and to whom, is not known any more. */
export class NeverEnded extends Error {
  override readonly name = 'NeverEnded';
}

/** Of one test or hook. */
const TEST_MS_MAX = 60_000;

export interface LoadOptions {
  /** Of one test or hook; a minute where left out. */
  readonly timeoutMs?: number;
}

export class TestsOfFile {
  readonly tests: readonly FileTest[];
  /** Suites whose `beforeAll` has run, from the outermost on. */
  #open: Suite[] = [];

  readonly #timeoutMs: number;

  private constructor(tests: readonly FileTest[], timeoutMs: number) {
    this.tests = tests;
    this.#timeoutMs = timeoutMs;
  }

  static async load(url: string, { timeoutMs = TEST_MS_MAX }: LoadOptions = {}): Promise<TestsOfFile> {
    await import(url);
    return new TestsOfFile(testsIn(collected()), timeoutMs);
  }

  /** @returns why it failed; undefined where it passed. @throws NeverEnded */
  async run({ entry, name }: FileTest): Promise<Error | undefined> {
    nowRuns(name);
    const suites = suitesOf(entry);
    const faults: unknown[] = [];
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        await inTime(work(), this.#timeoutMs);
      } catch (fault) {
        if (fault instanceof NeverEnded) throw fault;
        faults.push(fault);
      }
    };
    await attempt(() => this.#enter(suites));
    if (faults.length === 0) {
      await attempt(async () => {
        for (const suite of suites) await runHooks(suite, 'beforeEach');
        await call(entry.fn);
      });
      for (const suite of suites.toReversed()) await attempt(() => runHooks(suite, 'afterEach'));
    }
    if (faults.length === 0) return undefined;
    return new Error('the test failed', { cause: faults[0] });
  }

  /** Every `afterAll` that is due: the next test begins anew. */
  async leave(): Promise<void> {
    await this.#closeTo(0);
  }

  async #enter(suites: readonly Suite[]): Promise<void> {
    const shared = this.#open.findIndex((suite, index) => suite !== suites[index]);
    await this.#closeTo(shared === -1 ? this.#open.length : shared);
    for (const suite of suites.slice(this.#open.length)) {
      await runHooks(suite, 'beforeAll');
      this.#open.push(suite);
    }
  }

  async #closeTo(count: number): Promise<void> {
    while (this.#open.length > count) {
      const suite = this.#open.pop();
      if (suite !== undefined) await runHooks(suite, 'afterAll');
    }
  }
}

function testsIn(suite: Suite): readonly FileTest[] {
  return suite.children.flatMap((child) => {
    if (child.type === 'describeBlock') return child.mode === 'skip' ? [] : testsIn(child);
    return child.mode === 'skip' ? [] : [{ name: fullName(child), entry: child }];
  });
}

function suitesOf({ parent }: Entry): readonly Suite[] {
  const suites: Suite[] = [];
  for (let suite: Suite | undefined = parent; suite !== undefined; suite = suite.parent)
    suites.unshift(suite);
  return suites;
}

const fullName = (entry: Entry): string =>
  [...suitesOf(entry).slice(1), entry].map(({ name }) => name).join(' › ');

async function runHooks({ hooks }: Suite, kind: HookKind): Promise<void> {
  for (const hook of hooks) if (hook.type === kind) await call(hook.fn);
}

async function call(fn: Entry['fn'] | Suite['hooks'][number]['fn']): Promise<void> {
  await Reflect.apply(fn, undefined, []);
}

async function inTime(work: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NeverEnded(`not over after ${timeoutMs / 1000} s`)), timeoutMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
