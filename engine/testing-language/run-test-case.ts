/** Runs a test case on the virtual clock of a centre (adminguide/testing-simulation-execute-test-cases). */
import type { VirtualDriver } from '../contact/driver.ts';
import type { Effect } from '../contact/events.ts';
import type { Instance } from '../contact/instance.ts';
import { EngineRefusal } from '../contact/refusals.ts';
import { TEST_CASE_MS_MAX } from '../limits.ts';
import { type Execution, executionRecords, executionSummary, type ObservationRecord } from './records.ts';
import { Session } from './session.ts';
import { type CallMoment, TestCall } from './test-call.ts';
import type { TestCase } from './test-case.ts';
import { failureOf, type TestFailure } from './test-failure.ts';
import type { TestProbe } from './test-probe.ts';

/** A centre under test: its flows were compiled with `probedBlocks(probe)`. One test runs in it at a time. */
export interface TestBench {
  readonly driver: VirtualDriver;
  readonly instance: Instance;
  readonly probe: TestProbe;
  /** @returns how to stop listening */
  observe(listener: (effect: Effect, atMs: number) => void): () => void;
  /** `contactValue` of the centre's world. */
  value(contactId: string, reference: string): string | undefined;
}

export interface TestResult {
  readonly status: 'PASSED' | 'FAILED';
  readonly observations: readonly ObservationRecord[];
  /** Undefined for a test that passed. */
  readonly failure: TestFailure | undefined;
  /** What the caller lived through. */
  readonly moments: readonly CallMoment[];
  /** What the service may see otherwise, or could not be done offline. */
  readonly notes: readonly string[];
  readonly execution: Execution;
}

/** As ListTestCaseExecutionRecords and GetTestCaseExecutionSummary give them. */
export const recordsOf = ({ execution }: TestResult) => ({
  records: executionRecords(execution),
  summary: executionSummary(execution),
});

/** A test that waits for what cannot come any more is over at once; on the service it takes the whole five minutes. */
export async function runTestCase(testCase: TestCase, bench: TestBench): Promise<TestResult> {
  const { driver, instance, probe } = bench;
  await driver.settle();
  const startMs = driver.nowMs();
  const call = new TestCall(startMs);
  const session = new Session(testCase, {
    nowMs: () => driver.nowMs(),
    value: (reference) => valueNow(bench, call, testCase, reference),
    promptName: (id) => instance.prompts.find((prompt) => prompt.id === id || prompt.arn === id)?.name,
  });
  probe.begin(session, instance);
  const stop = bench.observe((effect, atMs) => call.see(effect, atMs));
  try {
    session.begin();
    if (session.reason === undefined) dial(testCase, bench, session);
    while (session.reason === undefined) await goOn(bench, session, call, startMs + TEST_CASE_MS_MAX);
    // What becomes of the call now is no matter of the test's.
    stop();
    if (call.contactId !== undefined && !call.hasEnded)
      driver.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    await driver.settle();
  } finally {
    stop();
    probe.end();
  }
  const reason = session.reason;
  const status = reason.Type === 'SUCCESS' ? 'PASSED' : 'FAILED';
  const observations = session.observations.map(({ record }) => record);
  const { contactId, moments } = call;
  return {
    status,
    observations,
    failure: failureOf(reason, session.active, moments),
    moments,
    notes: session.notes,
    execution: {
      startMs,
      endMs: driver.nowMs(),
      status,
      contactId,
      observations: session.observations,
      reason,
    },
  };
}

/** Before the call there are the attributes that it will begin with. */
function valueNow(
  { value }: TestBench,
  { contactId }: TestCall,
  { attributes }: TestCase,
  reference: string,
): string | undefined {
  if (contactId !== undefined) return value(contactId, reference);
  const name = /^\$\.Attributes\.(.+)$/.exec(reference)?.[1];
  return name !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** How the customer of a chat is called; what the service says is not published. */
const CUSTOMER = 'Customer';

function dial({ entryPoint, attributes }: TestCase, { driver, instance }: TestBench, session: Session): void {
  try {
    if (entryPoint.kind === 'chat') {
      driver.send({ kind: 'start-chat', flowId: entryPoint.flowId, customerName: CUSTOMER, attributes });
      return;
    }
    const { flowId, from, to } = entryPoint;
    driver.send({
      kind: 'dial',
      to: to ?? instance.phoneNumbers[0]?.number ?? '',
      playback: 'reported',
      attributes,
      ...(from === undefined ? {} : { from }),
      ...(flowId === undefined ? {} : { flowId }),
    });
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    session.refuse(error.message);
  }
}

/** To the next thing that happens in the call. */
async function goOn(bench: TestBench, session: Session, call: TestCall, limitMs: number): Promise<void> {
  const { driver } = bench;
  await driver.settle();
  readAll(session, call);
  react(bench, session, call);
  await driver.settle();
  readAll(session, call);
  if (session.reason !== undefined) return;
  const nowMs = driver.nowMs();
  if (call.hasEnded || nowMs >= limitMs) {
    session.timeOut();
    return;
  }
  const { speaking } = call;
  const endsAtMs = speaking?.endsAtMs ?? Number.POSITIVE_INFINITY;
  if (endsAtMs <= nowMs) {
    heardToTheEnd(bench, session, call);
    return;
  }
  const untilMs = Math.min(endsAtMs, limitMs);
  if (!(await driver.advanceToNext(untilMs - nowMs))) await driver.advanceBy(untilMs - nowMs);
}

/** Messages of a chat, each observed by itself. */
function readAll(session: Session, call: TestCall): void {
  for (let message = call.read(); message !== undefined; message = call.read()) {
    if (session.reason !== undefined) return;
    session.message(message);
  }
}

/** The customer acts on what has been observed: keys wait until somebody wants them and has finished asking. */
function react({ driver }: TestBench, session: Session, call: TestCall): void {
  const { contactId, hasEnded } = call;
  if (contactId === undefined || hasEnded || session.reason !== undefined) return;
  if (session.hangsUp) {
    driver.send({ kind: 'caller-hangs-up', contactId });
    return;
  }
  const text = session.written.shift();
  if (text !== undefined) {
    call.write(text, driver.nowMs());
    driver.send({ kind: 'customer-writes', contactId, text });
    return;
  }
  if (!call.listening || (call.speaking !== undefined && !call.speaking.heard)) return;
  const keys = session.keys.shift();
  if (keys === undefined) return;
  call.press(keys, driver.nowMs());
  for (const key of keys) if (!call.hasEnded) driver.send({ kind: 'key', contactId, key });
}

function heardToTheEnd(bench: TestBench, session: Session, call: TestCall): void {
  const { driver } = bench;
  const { speaking, contactId } = call;
  if (speaking === undefined || contactId === undefined) return;
  const message = call.hear(driver.nowMs());
  if (message !== undefined) session.message(message);
  react(bench, session, call);
  if (session.reason !== undefined || call.speaking !== speaking) return;
  call.endSpeech();
  driver.send({ kind: 'playback-ended', contactId, promptId: speaking.promptId });
}
