/** Call tests become test cases that pass, or are refused with the reasons. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { createTestCaseInput, printTestCase } from '../../engine/testing-language/print-test-case.ts';
import { readTestCase } from '../../engine/testing-language/read-test-case.ts';
import { runTestCase } from '../../engine/testing-language/run-test-case.ts';
import { bootUnderTest, type CloudUnderTest } from '../../local/testing/bench.ts';
import { referencesOf } from '../../local/testing/references.ts';
import { type ContactCentre, openCentre } from './centre.ts';
import { type Exported, exportTestCase } from './export-test-case.ts';
import { answerLost, throwsAtOnce } from './faults.ts';
import { stranger } from './people.ts';

/** Thanksgiving of 2026. */
const HOLIDAY = '2026-11-26T12:00:00-05:00';

let centre: ContactCentre;
let underTest: CloudUnderTest;
beforeAll(async () => {
  [centre, underTest] = await Promise.all([
    openCentre({ demoWorld: false }),
    bootUnderTest({ assemblyFolder: 'cdk.out.pretended' }, Date.parse('2026-11-10T03:00:00-05:00')),
  ]);
}, 60_000);
afterEach(() => centre.everybodyLeaves());
afterAll(async () => {
  await centre.close();
  await underTest.cloud.close();
});

type CallTest = (centre: ContactCentre) => Promise<void>;
const exported = (callTest: CallTest): Promise<Exported> => exportTestCase(centre, 'exported', callTest);

/** Prints the case, reads it back with the references of another deployment, and runs it there. */
async function failureThere(result: Exported): Promise<unknown> {
  if (result.kind !== 'case') throw new Error(result.because.join('; '));
  const read = readTestCase(printTestCase(result.testCase), {
    name: 'exported',
    lookup: referencesOf(underTest.cloud),
  });
  expect(read.diagnostics).toEqual([]);
  if (read.testCase === undefined) throw new Error('the exported case cannot be read');
  return (await runTestCase(read.testCase, underTest.bench)).failure;
}

const asksForPerson: CallTest = async (stage) => {
  const call = stage.dial(stranger);
  await call.hears(prompts.mainMenu);
  await call.presses('0');
  await call.hears(prompts.nobodySignedIn);
  await call.isQueuedIn('support');
};

describe('a call that a test case can say', () => {
  test.each<[string, CallTest]>([
    ['that ends in a queue', asksForPerson],
    [
      'with wrong keys and silence',
      async (stage) => {
        const call = stage.dial(stranger);
        await call.hears(prompts.greeting);
        await call.presses('7');
        await call.hears(prompts.mainMenuOtherKey);
        await call.staysSilent();
        await call.hears(prompts.mainMenuSilence);
        await call.presses('0');
        await call.isQueuedIn('support');
      },
    ],
    [
      'with a function that fails',
      async (stage) => {
        const call = stage.dial({ ...stranger, faults: { 'lookup-customer': throwsAtOnce() } });
        await call.hears(prompts.recordsFault);
        await call.isQueuedIn('support');
      },
    ],
    [
      'whose caller hangs up',
      async (stage) => {
        const call = stage.dial();
        await call.hears(prompts.recordingNotice);
        call.hangsUp();
      },
    ],
  ])('%s passes as one', async (_what, callTest) => {
    expect(await failureThere(await exported(callTest))).toBeUndefined();
  });

  test('fails as one where the flow does something else', async () => {
    const result = await exported(asksForPerson);
    if (result.kind !== 'case') throw new Error(result.because.join());
    const wrong = printTestCase(result.testCase).replaceAll('queue.support', 'queue.orders');
    const { testCase } = readTestCase(wrong, { name: 'wrong', lookup: referencesOf(underTest.cloud) });
    if (testCase === undefined) throw new Error('the changed case cannot be read');
    expect((await runTestCase(testCase, underTest.bench)).failure?.reasons).toEqual(['OBSERVE_EVENT']);
  });

  test('says what it leaves out', async () => {
    const result = await exported(async (stage) => {
      const call = stage.dial(stranger);
      await call.hears(prompts.mainMenu);
      await call.presses('3');
      await call.hears(prompts.askProblem);
    });
    expect(result).toMatchObject({
      kind: 'case',
      leavesOut: ['the data: functions answer from the tables, so those of the instance must say the same'],
    });
    if (result.kind === 'case') expect(createTestCaseInput(result.testCase).Status).toBe('PUBLISHED');
  });
});

describe('a call that no test case can say is refused', () => {
  const menu = async (stage: ContactCentre) => {
    const call = stage.dial(stranger);
    await call.hears(prompts.mainMenu);
    return call;
  };
  test.each<[string, CallTest, string]>([
    [
      'with an agent',
      async (stage) => {
        stage.agent('sam').becomesAvailable();
        await menu(stage);
      },
      "the test uses agent 'sam': the language knows events and actions of callers only",
    ],
    [
      'with a pattern',
      async (stage) => {
        await stage.dial(stranger).hears(/press 1/);
      },
      'the caller hears /press 1/: the language knows no patterns',
    ],
    [
      'with what never happens',
      async (stage) => {
        (await menu(stage)).never.hears('nonsense');
      },
      'the caller never hears "nonsense": the language cannot say what does not happen',
    ],
    [
      'with time that passes',
      async (stage) => {
        await menu(stage);
        await stage.passes(1_000);
      },
      'the test lets time pass: a test case has no clock',
    ],
    [
      'with attributes that somebody sets',
      async (stage) => {
        (await menu(stage)).isGiven({ colour: 'green' });
      },
      'the test uses isGiven of the call, which no test case can say',
    ],
    [
      'with a look at the tables',
      async (stage) => {
        await menu(stage);
        await stage.items('CasesTable');
      },
      'the test uses items of the centre, which no test case can say',
    ],
    [
      'with two callers',
      async (stage) => {
        await menu(stage);
        stage.dial();
      },
      'the test makes several calls, and a test case is one call',
    ],
    [
      'with a lost answer',
      async (stage) => {
        const call = stage.dial({ ...stranger, faults: { 'lookup-customer': answerLost() } });
        await call.hears(prompts.recordsFault);
      },
      "the fault 'error-after' in 4 invocations of lookup-customer: a test case can only let a whole block fail",
    ],
    [
      'with nothing to observe',
      async (stage) => void stage.dial(),
      'the test waits for nothing that a test case can observe',
    ],
  ])('%s', async (_what, callTest, sentence) => {
    const result = await exported(callTest);
    expect(result).toEqual({ kind: 'refused', because: expect.arrayContaining([sentence]) });
  });
});

test('a call on a holiday becomes a case that says so, and what the end of the call cannot say is left out', async () => {
  await centre.passes(Date.parse(HOLIDAY) - centre.cloud.centre.nowMs());
  const result = await exported(async (stage) => {
    const call = stage.dial();
    await call.hears(prompts.mainMenu);
    await call.presses('0');
    await call.hears(prompts.closedOffer);
    await call.staysSilent();
    await call.presses('0#');
    await call.endsIn('Thank you, and goodbye.');
  });
  expect(result).toMatchObject({
    leavesOut: [
      'that these are the last words, and that we end the call: no event tells of the end of a call',
      'the data: functions answer from the tables, so those of the instance must say the same',
    ],
  });
  expect(await failureThere(result)).toBeUndefined();
});
