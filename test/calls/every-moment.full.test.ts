/** Calls that nobody wrote: a caller who hangs up at every moment, and callers who press anything. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Template } from '../../local/assembly/template.ts';
import type { Call } from '../kit/call.ts';
import { CallFailure } from '../kit/call-failure.ts';
import { type ContactCentre, type FunctionName, openCentre } from '../kit/centre.ts';
import { answerLost, answers, slow, throttled, timeout } from '../kit/faults.ts';
import { greta, imani, noor, stranger, tomas, WRONG_PIN, withheld } from '../kit/people.ts';
import { follows, type Plan } from '../kit/scripted-caller.ts';
import { resourceOf } from '../kit/templates.ts';

const RUNS = 1_000;
const LONG_MS = 3_600_000;
/** Four kinds of problems, and one call back from wherever the caller gave up. */
const WISHES_MAX = 5;
/** Every attribute that a case has: less would be half a case. */
const CASE = ['caseNumber', 'contactId', 'customerId', 'expiresAt', 'isVerified', 'openedAt', 'phoneNumber'];
const WORKED = ['changedAt', 'department', 'dueAt', 'dueFor', 'dueIn', 'severity', 'sk', 'type', 'version'];
const WHOLE_CASE = [...CASE, ...WORKED, 'promisedAt', 'reason', 'status'].sort();
/** What a raised case has beside them, and its task or the fault for which it has none. */
const RAISED = ['escalatedAt', 'escalationContactId', 'escalationHoldsUntil', 'escalationPromisedAt'];
const WHOLE_RAISED = [...RAISED, 'escalationTask', 'escalationTaskId', 'escalations'].sort();

/** Support has room for one caller, so that callers find both teams, full lines and messages. */
const oneCaller = (template: Template): void => {
  resourceOf(template, 'AWS::Connect::Queue', 'support')[2]['MaxContacts'] = 1;
};

let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre({ mutate: oneCaller });
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

const isAt = (call: Call, ...kinds: readonly string[]): boolean =>
  call.moments.some(({ effect }) => kinds.includes(effect.kind));

/** Takes every call that rings. */
const willing = (username: string): (() => void) => {
  const agent = centre.agent(username);
  agent.becomesAvailable();
  return () => {
    const { contact } = agent.state;
    if (contact?.state !== 'ringing') return;
    centre.cloud.centre.send({
      kind: 'agent-accepts',
      userId: agent.userId,
      contactId: contact.contactId,
    });
  };
};

async function fillsSupport(): Promise<Call> {
  const first = centre.dial({ from: '+12025550190' });
  await first.presses('0');
  await first.isQueuedIn('support');
  return first;
}

async function expectWholeCases(call: Call, most: number): Promise<void> {
  const cases = await centre.casesOf(call);
  expect(cases.length).toBeLessThanOrEqual(most);
  expect(new Set(cases.map(({ reason }) => reason)).size).toBe(cases.length);
  for (const item of cases) {
    const names = Object.keys(item).sort();
    const raised = names.filter((name) => name.startsWith('escalat'));
    // A complaint has its cause, too.
    const isComplaint = item['type'] === 'complaint';
    const whole = isComplaint ? [...WHOLE_CASE, 'details'].sort() : WHOLE_CASE;
    expect(names.filter((name) => !raised.includes(name))).toEqual(whole);
    if (raised.length > 0) expect(raised).toEqual(WHOLE_RAISED);
  }
}

describe('a caller who hangs up at any moment leaves nothing open and nothing half-written', () => {
  type Way = () => Promise<{ call: Call; plan: Plan }>;
  const orderThenPerson: Way = async () => {
    const meanwhile = willing('sam');
    const call = centre.dial(greta);
    const keys = ['1', `${greta.pin}#`, '1006#', '1', '0'];
    let talksSinceMs: number | undefined;
    const until = () => {
      if (isAt(call, 'connected')) talksSinceMs ??= call.lastsMs;
      return talksSinceMs !== undefined && call.lastsMs - talksSinceMs > 3_000;
    };
    return { call, plan: { answers: keys, thinksMs: 400, meanwhile, until } };
  };
  const wrongPins: Way = async () => {
    const call = centre.dial(stranger);
    const keys = ['1', `${WRONG_PIN}#`, '', `${WRONG_PIN}#`, `${WRONG_PIN}#`];
    return { call, plan: { answers: keys, thinksMs: 400, until: () => isAt(call, 'queued') } };
  };
  const message: Way = async () => {
    await fillsSupport();
    const call = centre.dial({ ...stranger, faults: { 'open-case': slow(1_500) } });
    return { call, plan: { answers: ['0', '', '1'], thinksMs: 400, until: () => call.hasEnded } };
  };

  test.each([
    ['from order status to an agent', orderThenPerson],
    ['with wrong PINs', wrongPins],
    ['who leaves a message', message],
  ])(
    'on the way %s',
    async (_what, way) => {
      const whole = await way();
      await follows(centre, whole.call, whole.plan);
      const startMs = whole.call.moments[0]?.atMs ?? 0;
      const at = [...new Set(whole.call.moments.map(({ atMs }) => atMs - startMs))];
      const between = at.slice(1).map((ms, index) => (ms + (at[index] ?? 0)) / 2);
      expect(at.length).toBeGreaterThan(8);
      await centre.everybodyLeaves();
      for (const hangsUpAfterMs of [...at, ...between].map(Math.round).sort((a, b) => a - b)) {
        const { call, plan } = await way();
        await follows(centre, call, { ...plan, hangsUpAfterMs });
        if (!call.hasEnded) call.hangsUp();
        // What a function still writes is written when time has come to it.
        await centre.passes(5_000);
        await expectWholeCases(call, 1);
        centre.withdrawFaults();
        await centre.everybodyLeaves();
      }
      await centre.setPin(greta, greta.pin);
    },
    LONG_MS,
  );
});

describe('a caller who presses anything', () => {
  const people = [imani, tomas, noor, greta, stranger, withheld];
  const keys = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('0', '1', '2', '3', '4', '5', '9', '0#', '1#') },
    { weight: 2, arbitrary: fc.constantFrom(...[imani, tomas, noor, greta].map(({ pin }) => `${pin}#`)) },
    { weight: 2, arbitrary: fc.constantFrom('1002#', '1004#', '9999#', `${WRONG_PIN}#`) },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789*#'), maxLength: 34 }) },
  );
  const fault = fc.constantFrom(
    throttled,
    timeout,
    answerLost,
    () => throttled(1),
    () => slow(1_900),
    () => answers('malformed-result'),
    () => answers('empty-result'),
  );
  const names: readonly FunctionName[] = [
    'lookup-customer',
    'verify-caller',
    'lookup-order',
    'open-case',
    'lookup-case',
    'escalate',
  ];
  const call = fc.record(
    {
      person: fc.constantFrom(...people),
      answers: fc.array(keys, { maxLength: 9 }),
      thinksMs: fc.integer({ min: 0, max: 9_000 }),
      isFull: fc.boolean(),
      agent: fc.boolean(),
      hangsUpAfterMs: fc.integer({ min: 0, max: 120_000 }),
      fault: fc.tuple(fc.constantFrom(...names), fault),
    },
    { requiredKeys: ['person', 'answers', 'thinksMs', 'isFull', 'agent'] },
  );

  test(
    `ends with a person, a case or a goodbye, never in silence: ${RUNS} calls`,
    async () => {
      await fc.assert(
        fc.asyncProperty(call, async ({ person, fault: planned, agent, isFull: full, ...plan }) => {
          if (full) await fillsSupport();
          const meanwhile = agent ? { meanwhile: willing('robin') } : {};
          const call = centre.dial(person);
          if (planned !== undefined) centre.fault(planned[0], planned[1]());
          const until = () => isAt(call, agent ? 'connected' : 'queued');
          const pressed = await follows(centre, call, { ...plan, ...meanwhile, until });
          const isWell = isAt(call, 'queued') || isGoodbye(call) || plan.hangsUpAfterMs !== undefined;
          if (!isWell) throw new CallFailure('a person, a case or a goodbye', call.moments);
          await expectWholeCases(call, WISHES_MAX);
          const seen = JSON.stringify([call.moments, call.flowLog, call.functionLog, call.attributes]);
          for (const secret of pressed.secret) {
            const digits = secret.replaceAll(/[^\d]/g, '').slice(0, 20);
            if (digits.length >= 6 && !pressed.open.some((keys) => keys.includes(digits)))
              expect(seen).not.toContain(digits);
          }
          centre.withdrawFaults();
          await centre.everybodyLeaves();
        }),
        { numRuns: RUNS, seed: 20_261_110 },
      );
    },
    LONG_MS,
  );
});

const isGoodbye = (call: Call): boolean => /goodbye\.$/i.test(call.heard.at(-1) ?? '');
