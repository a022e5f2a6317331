/** What a failing test prints is a promise too: what was expected, and the call as the caller lived it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { type ContactCentre, openCentre } from './centre.ts';
import { throttled } from './faults.ts';
import { imani, stranger } from './people.ts';

let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

async function failureOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  throw new Error('nothing failed');
}
const firstLine = (text: string): string => text.split('\n')[0] ?? '';

test('a failing call prints the expectation and the transcript with times, the PIN masked', async () => {
  const call = centre.dial(imani);
  await call.presses('1');
  await centre.passes(2_500);
  await call.presses('9031#');
  const failure = await failureOf(() => call.hears('Thank you.'));
  expect(
    failure,
  ).toBe(`CallFailure: expected: the caller hears "Thank you.", but the flow waits for the caller's keys

00:00.0  caller    dials +12025550100
00:00.0  flow      main-inbound / log-on → NextAction
00:00.0  flow      main-inbound / voice → NextAction
00:00.0  flow      main-inbound / attributes → NextAction
00:00.0  flow      main-inbound / queue-hook → NextAction
00:00.0  flow      main-inbound / whisper-hook → NextAction
00:00.0  flow      main-inbound / caller-whisper-hook → NextAction
00:00.0  flow      main-inbound / hold-hook → NextAction
00:00.0  flow      main-inbound / agent-hold-hook → NextAction
00:00.0  flow      main-inbound / goodbye-hook → NextAction
00:00.0  caller    hears "${prompts.greeting}"
00:02.1  flow      main-inbound / greet → NextAction
00:02.1  caller    hears "${prompts.recordingNotice}"
00:08.1  flow      main-inbound / recording-notice → NextAction
00:08.1  flow      main-inbound / notice-heard → NextAction
00:08.1  function  callwright-dev-lookup-customer, attempt 1
00:08.1  flow      main-inbound / look-up → NextAction
00:08.1  flow      main-inbound / look-up.outcome → Equals found
00:08.1  flow      main-inbound / keep-customer → NextAction
00:08.1  flow      main-inbound / announced → NoMatchingCondition
00:08.1  flow      main-inbound / returning → NoMatchingCondition
00:08.1  flow      main-inbound / to-menu → Success
00:08.1  flow      main-menu / languages → Equals none
00:08.1  caller    hears "${prompts.mainMenu}"
00:08.1            (waits for keys: menu)
00:08.1  caller    presses 1
00:08.1  flow      main-menu / choose → Equals 1
00:08.1  flow      main-menu / order-status-outage → NoMatchingCondition
00:08.1  flow      main-menu / order-status → Success
00:08.1  flow      order-status / verified-before → NoMatchingCondition
00:08.1  flow      verify-caller / begin → NextAction
00:08.1  flow      verify-caller / log-off → NextAction
00:08.1  caller    hears "${prompts.askPin}"
00:08.1            (waits for keys: store)
00:10.6  caller    presses •
00:10.6  caller    presses •
00:10.6  caller    presses •
00:10.6  caller    presses •
00:10.6  caller    presses •
00:10.6  flow      verify-caller / ask-pin → NextAction
00:10.6  flow      verify-caller / ask-pin.keyed → NumberGreaterOrEqualTo 0
00:10.6  function  callwright-dev-verify-caller, attempt 1
00:10.6  flow      verify-caller / check-pin → NextAction
00:10.6  flow      verify-caller / check-pin.outcome → Equals refused
00:10.6  flow      verify-caller / log-on-after-wrong-pin → NextAction
00:10.6  flow      verify-caller / count-wrong → Equals ContinueLooping
00:10.6  flow      verify-caller / log-off-after-wrong-pin → NextAction
00:10.6  caller    hears "${prompts.pinWrong}"
00:10.6            (waits for keys: store)
`);
});

describe('a test fails, and says why, that expects', () => {
  test('words that the caller has heard never to be heard', async () => {
    const call = centre.dial(stranger);
    await call.hears(prompts.mainMenu);
    expect(await failureOf(async () => call.never.hears(prompts.greeting))).toContain(
      'expected: the caller never hears "Welcome to Larkfield Supplies."',
    );
  });

  test('keys to be asked for in a conversation, where nobody asks', async () => {
    const sam = centre.agent('sam');
    sam.becomesAvailable();
    const call = centre.dial(stranger);
    await call.presses('0');
    await sam.accepts(call);
    await sam.talksTo(call);
    expect(firstLine(await failureOf(() => call.presses('1')))).toBe(
      'CallFailure: expected: the flow asks for keys, but nothing like it happens',
    );
  });

  test('another queue', async () => {
    const call = centre.dial(stranger);
    await call.presses('0');
    expect(firstLine(await failureOf(() => call.isQueuedIn('orders')))).toBe(
      'CallFailure: expected: the call waits in queue orders, not in support',
    );
  });

  test('a queue, while a question waits for keys that waiting callers do not leave unanswered', async () => {
    const call = centre.dial(stranger);
    expect(firstLine(await failureOf(() => call.isQueuedIn('support')))).toBe(
      "CallFailure: expected: the call waits in queue support, but the flow waits for the caller's keys",
    );
  });

  test('words after the end of the call', async () => {
    const call = centre.dial(stranger);
    call.hangsUp();
    expect(firstLine(await failureOf(() => call.hears('anything')))).toBe(
      'CallFailure: expected: the caller hears "anything", but the call has ended',
    );
  });

  test('an end by us where the caller has hung up', async () => {
    const call = centre.dial(stranger);
    await call.hears(prompts.greeting);
    call.hangsUp();
    expect(firstLine(await failureOf(() => call.endsIn(prompts.greeting)))).toBe(
      'CallFailure: expected: we end the call, not CUSTOMER_DISCONNECT',
    );
  });

  test('other last words', async () => {
    const sam = centre.agent('sam');
    sam.becomesAvailable();
    const call = centre.dial(stranger);
    await call.presses('0');
    await sam.accepts(call);
    await sam.talksTo(call);
    sam.hangsUp(call);
    await call.staysSilent();
    expect(firstLine(await failureOf(() => call.endsIn('See you.')))).toBe(
      `CallFailure: expected: the last words of the call are "See you.", not "${prompts.goodbye}"`,
    );
  });

  test('an agent to be offered a call that never rings', async () => {
    const call = centre.dial(stranger);
    await call.presses('0');
    const sam = centre.agent('sam');
    expect(firstLine(await failureOf(() => sam.isOffered(call)))).toBe(
      'CallFailure: expected: the call rings at the agent',
    );
  });

  test('an agent or a function that does not exist', () => {
    expect(() => centre.agent('nobody')).toThrow("the stack has no agent 'nobody'");
    expect(() => centre.fault('nothing', throttled())).toThrow("the stack has no function 'nothing'");
  });

  test('a fault that never happens', async () => {
    centre.dial({ ...stranger, faults: { 'open-case': throttled() } });
    expect(await failureOf(() => centre.everybodyLeaves())).toBe(
      'Error: planned faults never happened in open-case',
    );
  });
});
