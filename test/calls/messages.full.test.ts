/** A queue that is full or switched off: the way on, whatever the caller presses. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { spokenDigits, spokenMoment } from '../../lambdas/domain/spoken.ts';
import type { Template } from '../../local/assembly/template.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, type Item, openCentre } from '../kit/centre.ts';
import { imani, stranger } from '../kit/people.ts';
import { resourceOf } from '../kit/templates.ts';

const QUEUE = 'AWS::Connect::Queue';

let centre: ContactCentre;
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

const opensAt = (options: Parameters<typeof openCentre>[0]) => async (): Promise<void> => {
  await centre?.close();
  centre = await openCentre(options);
};

async function onlyCaseOf(call: Call): Promise<Item> {
  const cases = await centre.casesOf(call);
  expect(cases).toHaveLength(1);
  return cases[0] ?? {};
}

/** What the caller was told is what is in the table. */
async function expectPromiseKept(call: Call, expected: Item): Promise<void> {
  const kept = await onlyCaseOf(call);
  expect(kept).toMatchObject({ status: 'open', contactId: call.contactId, ...expected });
  const promisedAt = Date.parse(String(kept['promisedAt']));
  const openedAt = Date.parse(String(kept['openedAt']));
  expect(promisedAt).toBeGreaterThan(openedAt);
  expect(call.heard.at(-1)).toBe(
    prompts.promise({
      promisedTime: spokenMoment(promisedAt, openedAt, { timeZone: 'America/New_York' }),
      caseNumber: spokenDigits(String(kept['caseNumber'])),
    }),
  );
}

describe('where a queue has room for one caller', () => {
  const oneEach = (template: Template): void => {
    for (const name of ['support', 'orders']) resourceOf(template, QUEUE, name)[2]['MaxContacts'] = 1;
  };
  beforeAll(opensAt({ mutate: oneEach }));

  async function isSecond(): Promise<Call> {
    const first = centre.dial(imani);
    await first.presses('0');
    await first.isQueuedIn('support');
    const second = centre.dial(stranger);
    await second.presses('0');
    await second.staysOnTheLine();
    await second.hears(prompts.full);
    return second;
  }

  test('the second presses 1 and is called back today', async () => {
    const call = await isSecond();
    await call.presses('1');
    await call.hears(/by .* P M today, at the number you are calling from\./);
    await call.endsIn('goodbye.');
    await expectPromiseKept(call, { phoneNumber: stranger.from, reason: 'queue-full' });
  });

  test('the second presses 2 and is in the main menu, where the other team can still be reached', async () => {
    const call = await isSecond();
    await call.presses('2');
    await call.hears(prompts.mainMenu);
    await call.presses('1');
    for (let count = 0; count < 3; count += 1) await call.presses('#');
    await call.isQueuedIn('orders');
    expect(await centre.casesOf(call)).toEqual([]);
  });

  test.each([
    ['stays silent', ['', '', '']],
    ['presses keys that are no choice', ['5', '0', '*']],
    ['does both', ['', '9', '']],
  ])('the second %s three times and is called back', async (_what, inputs) => {
    const call = await isSecond();
    for (const key of inputs) {
      await (key === '' ? call.staysSilent() : call.presses(key));
      await call.hears(key === '' ? prompts.fullSilence : prompts.fullOtherKey);
    }
    await call.hears(prompts.fullGiveUp);
    await call.endsIn('goodbye.');
    await expectPromiseKept(call, { reason: 'queue-full' });
  });

  test('the second gets the place of the first, who hangs up meanwhile', async () => {
    const first = centre.dial(imani);
    await first.presses('0');
    await first.isQueuedIn('support');
    const call = centre.dial(stranger);
    await call.presses('0');
    await call.staysOnTheLine();
    await call.hears(prompts.full);
    first.hangsUp();
    await call.presses('2');
    await call.presses('0');
    await call.isQueuedIn('support');
  });
});

describe('where a queue is switched off', () => {
  const off = (template: Template): void => {
    resourceOf(template, QUEUE, 'support')[2]['Status'] = 'DISABLED';
  };
  beforeAll(opensAt({ mutate: off }));

  test('a caller hears that we cannot put them through, and is called back', async () => {
    const call = centre.dial(stranger);
    await call.presses('0');
    await call.staysOnTheLine();
    await call.hears(prompts.transferFault);
    await call.endsIn('goodbye.');
    await expectPromiseKept(call, { phoneNumber: stranger.from, reason: 'transfer-fault' });
    expect(call.troubles).toContain('the queue is disabled');
  });
});
