/** Calls leave their rows in the table of contacts, by way of stream, rule and function, whatever goes wrong on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Written } from '../../engine/contact/records/record-writer.ts';
import type { Template } from '../../local/assembly/template.ts';
import { PERFECT } from '../../local/connect/records/courier.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, type Item, openCentre } from '../kit/centre.ts';
import { stranger, withheld } from '../kit/people.ts';
import { atLength } from './at-length.ts';
import { escalates, hasCase, owner } from './escalation/people.ts';
import { describeReturning } from './returning.ts';
import { describeTransferred, withDepartmentAgent } from './transferred.ts';
import { withTransferQueues } from './transitions/transfer-queues.ts';
import { keptOf } from './trouble.ts';
import { describeVoicemail } from './voicemail.ts';

const withTransfers = (template: Template): void => {
  withTransferQueues(template);
  withDepartmentAgent(template);
};

/** Courier, window of the batch and function. */
const DELIVERED_MS = 10_000;

describe('contact records:', () => {
  let centre: ContactCentre;
  let written: Written[] = [];
  beforeAll(async () => {
    centre = await openCentre({ demoWorld: false, records: PERFECT, mutate: withTransfers });
    centre.cloud.records?.listen((one) => written.push(one));
  });
  afterEach(async () => {
    await centre.everybodyLeaves();
    await centre.passes(DELIVERED_MS);
    // What the records of the end have promised.
    await centre.owesNobody();
    written = [];
    if (centre.cloud.records !== undefined) centre.cloud.records.courier.imperfection = PERFECT;
  });
  afterAll(() => centre.close());

  const rowOf = async ({ contactId }: Call): Promise<Item | undefined> =>
    (await centre.items('ContactsTable')).find((item) => item['contactId'] === contactId);
  const keeper = (): string => centre.functionName('keep-contact-record');

  async function talk(): Promise<Call> {
    const sam = centre.agent('sam');
    sam.becomesAvailable();
    const call = centre.dial(stranger);
    await call.presses('0');
    await sam.accepts(call);
    await sam.talksTo(call);
    await centre.passes(30_000);
    call.hangsUp();
    sam.signsOut();
    return call;
  }

  test('a call that an agent took is a row with what happened when, and no number', async () => {
    const call = await talk();
    expect(await rowOf(call)).toBeUndefined();
    await centre.passes(1_000);
    expect(await rowOf(call)).toMatchObject({ state: 'awaiting-record', channel: 'VOICE' });
    await centre.passes(DELIVERED_MS);
    const row = await rowOf(call);
    expect(row).toMatchObject({
      state: 'recorded',
      queue: 'support',
      attempts: 1,
      talkSeconds: 30,
      holds: 0,
      reason: 'CUSTOMER_DISCONNECT',
    });
    expect(row?.['recording']).toMatch(/\/calls\/2026\/11\/10\//);
    expect(JSON.stringify(row)).not.toContain('+1202');
  });

  describe('the row comes in the end', () => {
    test('when the function fails twice on its batch', async () => {
      centre.fault(keeper(), { fault: { kind: 'error-before' }, times: 3 });
      const call = centre.dial(stranger);
      call.hangsUp();
      await centre.passes(1_000);
      expect(await rowOf(call)).toBeUndefined();
      await centre.passes(5 * 60_000);
      expect(await rowOf(call)).toMatchObject({ state: 'recorded' });
    });
    test('once, when all comes twice and late, the oldest last', async () => {
      const { records } = centre.cloud;
      if (records === undefined) throw new Error('nothing is written');
      const before = records.courier.applied;
      records.courier.imperfection = { duplicates: 1, late: 0.5 };
      const call = await talk();
      for (const note of ['a', 'b', 'c']) {
        await centre.passes(2_000);
        centre.cloud.centre.send({
          kind: 'set-attributes',
          contactId: call.contactId,
          attributes: { customerId: note },
        });
      }
      await centre.passes(10 * 60_000);
      const versions = written.flatMap((one) => (one.kind === 'contact-record' ? [one.record] : []));
      expect(versions).toHaveLength(4);
      expect(await rowOf(call)).toMatchObject({ customerId: 'c', version: versions[3]?.LastUpdateTimestamp });
      expect(records.courier.applied.duplicates - before.duplicates).toBeGreaterThan(4);
      expect(records.courier.applied.late - before.late).toBeGreaterThan(0);
    });
  });

  describe('a call back that was promised', () => {
    const asks = async (from: string): Promise<Call> => {
      const call = centre.dial({ from });
      await call.presses('6');
      return call;
    };
    const delivered = async (): Promise<Call> => {
      const chance = { nowMs: centre.cloud.centre.nowMs(), seed: 'the task' };
      const sender = centre.functionName('deliver-messages');
      await centre.cloud.functions.invokeAsOwner(sender, '{}', chance);
      const task = centre.tasks().at(-1);
      if (task === undefined) throw new Error('there is no task');
      return task;
    };
    atLength('is owed no more once its agent is done with it, however often the record comes', async () => {
      const { records } = centre.cloud;
      if (records !== undefined) records.courier.imperfection = { duplicates: 1, late: 0 };
      const from = '+12025550171';
      const first = await asks(from);
      await first.presses('1');
      await first.hears(/^We will call you as soon as /);
      first.hangsUp();
      const task = await delivered();
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await sam.accepts(task);
      await centre.passes(2 * DELIVERED_MS);
      const meanwhile = await asks(from);
      await meanwhile.hears(/^We will call your number as soon as /);
      meanwhile.hangsUp();
      sam.hangsUp(task);
      sam.finishes(task);
      sam.signsOut();
      await centre.passes(2 * DELIVERED_MS);
      const served = await asks(from);
      await served.hears(/press 1\. At .*, press 2\./);
      await served.presses('2');
      await served.hears(/^We will call you at /);
      served.hangsUp();
      await centre.passes(10 * 60_000);
      const booked = await asks(from);
      await booked.hears(/^We have noted a call to your number, at /);
    });
  });

  describe('a call that ended unresolved', () => {
    const ended = async (call: Call): Promise<readonly Item[]> => {
      if (!call.hasEnded) call.hangsUp();
      await centre.passes(2 * DELIVERED_MS);
      return await centre.casesOf(call);
    };
    test('leaves one case with a promise, however often its record comes', async () => {
      const { records } = centre.cloud;
      if (records !== undefined) records.courier.imperfection = { duplicates: 1, late: 0 };
      const call = centre.dial(stranger);
      await call.presses('0');
      await call.isQueuedIn('support');
      expect(await ended(call)).toMatchObject([
        { reason: 'not-answered', type: 'callback', status: 'open', phoneNumber: stranger.from },
      ]);
    });
    test('leaves no second case where its caller left the number, and none where they wanted nobody', async () => {
      const left = centre.dial(stranger);
      await left.presses('0');
      await left.hears(prompts.nobodySignedIn);
      await left.presses('1');
      await left.endsIn(/./);
      expect(await ended(left)).toMatchObject([{ reason: 'left-queue' }]);
      const heard = centre.dial(stranger);
      await heard.presses('3');
      expect(await ended(heard)).toEqual([]);
      expect(await ended(await talk())).toEqual([]);
    });
    test.each([
      ['before any step', ['1'], 'it does not switch on. No step was tried.'],
      [
        'among the steps',
        ['2', '1', '2'],
        'it stops or switches itself off. Tried without success: cooled down, filter and vents cleared.',
      ],
      [
        'on the way to a person',
        ['4', '1', '2', '0'],
        'something else. Tried without success: a minute without power.',
      ],
    ])(
      '%s for a product is a case with what was said and tried, however often its record comes',
      async (_where, keys, note) => {
        const { records } = centre.cloud;
        if (records !== undefined) records.courier.imperfection = { duplicates: 1, late: 0 };
        const call = centre.dial(stranger);
        for (const key of ['3', '2', ...keys]) await call.presses(key);
        expect(await ended(call)).toMatchObject([
          { reason: 'problem-product', type: 'technical', status: 'open', phoneNumber: stranger.from },
        ]);
        expect((await keptOf(centre, call)).notes).toEqual([`internal: Said by key: ${note}`]);
      },
    );
    atLength(
      'after the steps for a product have left their case leaves no other, and none once one has helped',
      async () => {
        const noted = centre.dial(stranger);
        for (const key of ['3', '2', '1', '1', '2', '2']) await noted.presses(key);
        await noted.hears(prompts.afterProblem);
        expect(await ended(noted)).toHaveLength(1);
        expect((await keptOf(centre, noted)).notes).toHaveLength(1);
        const waited = centre.dial(stranger);
        for (const key of ['3', '2', '1', '2', '0']) await waited.presses(key);
        await waited.hears(prompts.nobodySignedIn);
        expect(await ended(waited)).toMatchObject([{ reason: 'problem-product' }]);
        const works = centre.dial(stranger);
        for (const key of ['3', '2', '1', '1', '1']) await works.presses(key);
        expect(await ended(works)).toEqual([]);
      },
    );
    describe('by a caller who withholds the number', () => {
      const keysNumber = async (call: Call): Promise<void> => {
        await call.hears(prompts.numberUnseen);
        for (const keys of ['2025550178#', '1']) await call.presses(keys);
        await call.endsIn(/^We will call you at that number/);
      };
      test('after the steps for a product leaves one case, at the number that they keyed for it', async () => {
        const call = centre.dial(withheld);
        for (const key of ['3', '2', '1', '2']) await call.presses(key);
        await keysNumber(call);
        expect(await ended(call)).toMatchObject([
          { phoneNumber: '+12025550178', details: { symptom: 'does-not-start' } },
        ]);
        expect((await keptOf(centre, call)).notes).toHaveLength(1);
      });
      test('among the steps for a product leaves its case at the number that they keyed for another', async () => {
        const call = centre.dial(withheld);
        for (const key of ['3', '2', '2', '1', '2', '0']) await call.presses(key);
        await call.hears(prompts.nobodySignedIn);
        await call.presses('1');
        await keysNumber(call);
        const phoneNumber = '+12025550178';
        const left = (await ended(call)).toSorted((one) => (one['reason'] === 'left-queue' ? -1 : 1));
        expect(left).toMatchObject([
          { reason: 'left-queue', phoneNumber },
          { reason: 'problem-product', phoneNumber, details: { symptom: 'stops' } },
        ]);
        expect((await keptOf(centre, call)).notes).toEqual([
          'internal: Said by key: it stops or switches itself off. Tried without success: cooled down, filter and vents cleared.',
        ]);
      });
      test('leaves nothing where they keyed none anywhere, for nobody could call them', async () => {
        const call = centre.dial(withheld);
        for (const key of ['3', '2', '2', '1', '2', '0']) await call.presses(key);
        await call.hears(prompts.nobodySignedIn);
        expect(await ended(call)).toEqual([]);
      });
    });
    test('with two products has the two cases that it told, and at the question of the order one without it', async () => {
      const { from, customerId } = owner();
      for (const orderNumber of ['6701', '6702'])
        await centre.saveOrder(customerId, orderNumber, { 'LAMP-01': 1 });
      const tells = async (call: Call, ...keys: readonly string[]) => {
        for (const key of ['3', '2', ...keys, '2']) await call.presses(key);
        await call.hears(prompts.troubleOrder);
      };
      const two = centre.dial({ from });
      await two.hears(prompts.mainMenu);
      two.isGiven({ customerId });
      await tells(two, '1');
      for (const key of ['6701#', '3']) await two.presses(key);
      await tells(two, '2');
      await two.presses('6702#');
      await two.hears(prompts.afterProblem);
      const opened = await ended(two);
      expect(opened.map(({ details }) => details)).toEqual(
        expect.arrayContaining([
          { symptom: 'does-not-start', orderNumber: '6701', product: 'LAMP-01' },
          { symptom: 'stops', orderNumber: '6702', product: 'LAMP-01' },
        ]),
      );
      expect(opened).toHaveLength(2);
      expect((await keptOf(centre, two)).notes).toHaveLength(2);
      const asked = centre.dial({ from });
      await asked.hears(prompts.mainMenu);
      asked.isGiven({ customerId });
      await tells(asked, '1');
      expect(await ended(asked)).toMatchObject([{ customerId, details: { symptom: 'does-not-start' } }]);
    });
    test('is linked to the case that it was about, and leaves no other', async () => {
      const one = await hasCase(centre, owner());
      const call = await escalates(centre, one);
      await call.isQueuedIn('escalations');
      expect(await ended(call)).toEqual([]);
      const links = (await centre.items('CasesTable')).filter(
        ({ sk }) => sk === `LINK#CONTACT#${call.contactId}`,
      );
      expect(links).toMatchObject([{ caseNumber: one.caseNumber }]);
    });
  });

  describeTransferred(
    () => centre,
    () => centre.passes(2 * DELIVERED_MS),
  );

  describeReturning(
    () => centre,
    () => centre.passes(2 * DELIVERED_MS),
  );

  describeVoicemail(
    () => centre,
    () => centre.passes(2 * DELIVERED_MS),
  );

  test('a record that nobody can read is given up alone, and told to the queue', async () => {
    const { mappings, bus, streams } = centre.cloud;
    const stream = [...centre.cloud.stack.resources.values()].find(
      ({ type }) => type === 'AWS::Kinesis::Stream',
    );
    const lines: string[] = [];
    mappings.onTrouble((line) => lines.push(line));
    bus.onTrouble((line) => lines.push(line));
    streams.put(String(stream?.attributes['Arn']), 'odd', 'no JSON', centre.cloud.driver.nowMs());
    const call = centre.dial(stranger);
    call.hangsUp();
    await centre.passes(60 * 60_000);
    expect(await rowOf(call)).toMatchObject({ state: 'recorded' });
    expect(mappings.givenUp()).toMatchObject([
      { condition: 'RetryAttemptsExhausted', records: [{ partitionKey: 'odd' }] },
    ]);
    expect(lines.at(-1)).toMatch(/1 records given up/);
  });
});
