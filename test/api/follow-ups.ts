/** Follow-ups behind the HTTP API: promised once, called off and moved by whom it concerns, and told to their customers. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { updateItem } from '../../lambdas/tables/requests.ts';
import { writeTogether } from '../../lambdas/tables/transaction.ts';
import type { Item } from '../kit/centre.ts';
import { Desktop } from '../kit/desktop.ts';
import { imani, noor, tomas } from '../kit/people.ts';
import { at, type Opened, talk } from './opened.ts';

export function describeFollowUps(the: Opened): void {
  let sams: Desktop;
  let robins: Desktop;
  beforeAll(() => {
    sams = Desktop.of(the.centre, 'sam');
    robins = Desktop.of(the.centre, 'robin');
  });

  describe('a follow-up', () => {
    const ID = '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a5';
    const HOUR_MS = 3_600_000;
    const due = async (): Promise<readonly Item[]> =>
      (await the.centre.items('MessagesTable')).filter(
        ({ state, body }) => state === 'due' && at(body, 'kind') === 'task',
      );

    test('is a task or a call at its time, once for each id, and one call to a number', async () => {
      const { contactId } = await talk(the, the.centre.agent('sam'), imani);
      const inHours = (hours: number) =>
        new Date(the.centre.cloud.centre.nowMs() + hours * HOUR_MS).toISOString();
      const put = (id: string, body: object, by = sams) =>
        by.asks('PUT', `/contacts/${contactId}/follow-ups/${ID}${id}`, { body });
      const dueAt = inHours(30);
      const task = { kind: 'task', dueAt, words: 'Ask the carrier for the receipt.', team: 'shipping' };
      const before = (await due()).length;
      const answers = await Promise.all([1, 2, 3].map(() => put('1', task)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const tasks = await due();
      expect(tasks).toHaveLength(before + 1);
      expect(tasks).toContainEqual(
        expect.objectContaining({
          at: dueAt,
          customerId: 'c-1001',
          body: expect.objectContaining({ team: 'shipping', description: task.words }),
        }),
      );
      const opensAt = '2026-12-01T15:00:00.000Z';
      const call = { kind: 'callback', dueAt: opensAt };
      expect(await put('2', call)).toMatchObject({
        status: 200,
        body: { customerId: 'c-1001', dueAt: opensAt },
      });
      expect((await put('2', call)).status).toBe(200);
      expect(await put('3', { ...call, dueAt: '2026-12-01T16:00:00.000Z' })).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining(opensAt) },
      });
      expect(await due()).toContainEqual(
        expect.objectContaining({ at: opensAt, body: expect.objectContaining({ phoneNumber: imani.from }) }),
      );
      for (const [body, detail] of [
        [{ ...task, dueAt: inHours(-1) }, 'That time has passed: choose a later one.'],
        [
          { ...task, dueAt: inHours(24 * 31) },
          'A follow-up is due within 30 days: open a case for what is later.',
        ],
        [
          { ...call, dueAt: '2026-11-26T15:00:00.000Z' },
          'Nobody is there to call at that time: choose one inside the opening hours.',
        ],
      ] as const)
        expect(await put('4', body)).toMatchObject({ status: 422, body: { detail } });
      expect((await put('5', task, robins)).status).toBe(404);
      expect((await sams.asks('GET', '/follow-ups')).body).toMatchObject({
        promised: [{ words: task.words, contactId }, { kind: 'callback' }],
      });
      // What is not to come any more is told by whom and why, once, and stands in the way of no other call.
      const why = 'The carrier has called by itself.';
      const cancel = (id: string, by = sams) =>
        by.asks('PUT', `/contacts/${contactId}/follow-ups/${ID}${id}/cancellation`, { body: { why } });
      const cancelled = await Promise.all([cancel('1'), cancel('1')]);
      for (const { status, body } of cancelled)
        expect([status, body]).toMatchObject([200, { cancelled: { by: 'sam', why } }]);
      expect(cancelled[0]?.body).toEqual(cancelled[1]?.body);
      expect(await put('1', task)).toMatchObject({ status: 200, body: { cancelled: { why } } });
      expect((await cancel('2')).status).toBe(200);
      expect(await due()).toHaveLength(before);
      await the.centre.passes(1_000);
      expect(await put('6', { ...call, dueAt: '2026-12-01T16:00:00.000Z' })).toMatchObject({ status: 200 });
      expect((await cancel('7')).status).toBe(404);
      expect((await sams.asks('GET', '/follow-ups')).body).toMatchObject({
        promised: [{ kind: 'callback' }],
      });
      const [task6] = (await due()).filter(({ at: dueMs }) => dueMs === '2026-12-01T16:00:00.000Z');
      await updateItem(the.centre.table('MessagesTable'), {
        Key: { messageId: String(task6?.['messageId']) },
        UpdateExpression: 'SET #state = :sent',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':sent': 'sent' },
      });
      expect((await cancel('6')).status).toBe(409);
    });

    test('is moved or called off by who promised it, the owner of the case and supervisors, and its customer is told', async () => {
      const sam = the.centre.agent('sam');
      const call = await talk(the, sam, noor);
      const { contactId } = call;
      const path = (id: string) => `/contacts/${contactId}/follow-ups/${ID}${id}`;
      const opensAt = '2026-12-02T15:00:00.000Z';
      const task = { kind: 'task', dueAt: opensAt, words: 'Ask the carrier.', team: 'shipping' };
      for (const id of ['a', 'b', 'c'])
        expect((await sams.asks('PUT', path(id), { body: task })).status).toBe(200);
      expect((await sams.asks('PUT', path('d'), { body: { kind: 'callback', dueAt: opensAt } })).status).toBe(
        200,
      );
      const said = async (): Promise<readonly unknown[]> =>
        (await the.centre.items('MessagesTable'))
          .filter(({ customerId, body }) => customerId === noor.customerId && at(body, 'kind') === 'customer')
          .map(({ body }) => [at(body, 'news'), at(body, 'fields', 'at')]);
      const moved = { dueAt: '2026-12-03T16:00:00.000Z', why: 'The carrier comes a day later.' };
      const move = (id: string, by: Desktop, body: object = moved) =>
        by.asks('PUT', `${path(id)}/time`, { body });
      const cancel = (id: string, by: Desktop) =>
        by.asks('PUT', `${path(id)}/cancellation`, { body: { why: 'It has come.' } });
      for (const answered of await Promise.all([move('a', sams), move('a', sams)]))
        expect(answered).toMatchObject({
          status: 200,
          body: { dueAt: moved.dueAt, moved: { by: 'sam', from: opensAt } },
        });
      expect(await due()).toContainEqual(
        expect.objectContaining({ at: moved.dueAt, body: expect.objectContaining({ replyBy: moved.dueAt }) }),
      );
      expect(await move('d', sams)).toMatchObject({
        status: 200,
        body: { kind: 'callback', dueAt: moved.dueAt },
      });
      expect(await due()).toContainEqual(
        expect.objectContaining({
          at: moved.dueAt,
          body: expect.objectContaining({ phoneNumber: noor.from, language: 'en' }),
        }),
      );
      // The call stands in the way of another one until a week after its new time, not its first.
      const owed = (await the.centre.items('MessagesTable')).find(({ startsAt }) => startsAt === moved.dueAt);
      expect(Number(owed?.['expiresAt']) * 1000).toBe(
        Date.parse(String(owed?.['openUntil'])) + 7 * 24 * HOUR_MS,
      );
      expect(
        (await due()).filter(
          ({ at: dueAt, body }) => dueAt === opensAt && at(body, 'phoneNumber') === noor.from,
        ),
      ).toEqual([]);
      // Supervisors know with whom a contact was by its record, and nobody else is told that there is one.
      expect((await cancel('b', robins)).status).toBe(404);
      call.hangsUp();
      sam.finishes(call);
      await the.centre.passes(30_000);
      expect(await cancel('b', robins)).toMatchObject({ status: 200, body: { cancelled: { by: 'robin' } } });
      expect(await cancel('d', robins)).toMatchObject({ status: 200, body: { cancelled: { by: 'robin' } } });
      expect(await move('c', robins, { ...moved, dueAt: '2020-01-01T00:00:00Z' })).toMatchObject({
        status: 422,
      });
      // A contact goes from its agent's desk after thirty days, and what was promised on it stays theirs.
      const [onDesk] = (await the.centre.items('DeskTable')).filter(
        ({ sk }) => sk === `CONTACT#${contactId}`,
      );
      const { pk, sk } = onDesk ?? {};
      const desk = the.centre.table('DeskTable');
      await writeTogether(desk.client, [
        { Delete: { TableName: desk.name, Key: { pk: `${pk}`, sk: `${sk}` } } },
      ]);
      expect(await move('c', sams)).toMatchObject({ status: 200, body: { moved: { by: 'sam' } } });
      expect((await move('b', robins)).status).toBe(409);
      expect((await move('9', robins)).status).toBe(404);
      expect(await said()).toEqual(
        expect.arrayContaining([
          ['follow-up-moved', moved.dueAt],
          ['callback-booked', moved.dueAt],
          ['follow-up-cancelled', opensAt],
          ['callback-called-off', moved.dueAt],
        ]),
      );
      // Once for each of the two that were moved.
      expect((await said()).filter((one) => JSON.stringify(one).includes('follow-up-moved'))).toHaveLength(2);
    });

    test('that is a call says what was promised to whoever makes it, also at another time, and is off when its customer cancels it', async () => {
      const sam = the.centre.agent('sam');
      const call = await talk(the, sam, tomas);
      const path = `/contacts/${call.contactId}/follow-ups/${ID}f`;
      const promised = {
        kind: 'callback',
        dueAt: '2026-12-07T15:00:00.000Z',
        words: 'Say which colours the lamp comes in.',
      };
      expect((await sams.asks('PUT', path, { body: promised })).status).toBe(200);
      const body = { name: 'Call back for sam', description: promised.words, phoneNumber: tomas.from };
      const dueThen = async (dueAt: string) => (await due()).filter((item) => item['at'] === dueAt);
      expect(await dueThen(promised.dueAt)).toMatchObject([{ body }]);
      call.hangsUp();
      sam.finishes(call);
      await the.centre.passes(30_000);
      const later = { dueAt: '2026-12-07T16:00:00.000Z', why: 'The colours are known later.' };
      expect((await robins.asks('PUT', `${path}/time`, { body: later })).status).toBe(200);
      expect(await dueThen(later.dueAt)).toMatchObject([{ body }]);
      const mine = async (): Promise<readonly unknown[]> => {
        const { body: shown } = await sams.asks('GET', '/follow-ups');
        const list = at(shown, 'promised');
        return Array.isArray(list) ? list.filter((one) => at(one, 'followUpId') === `${ID}f`) : [];
      };
      expect(await mine()).toHaveLength(1);
      const again = the.centre.dial(tomas);
      await again.presses('6');
      await again.presses('2');
      await again.hears(prompts.callbackCancelled);
      again.hangsUp();
      expect(await mine()).toEqual([]);
      expect(await dueThen(later.dueAt)).toEqual([]);
      expect(await sams.asks('PUT', path, { body: promised })).toMatchObject({
        status: 200,
        body: { cancelled: { by: 'customer', why: expect.stringContaining('at the telephone') } },
      });
    });

    test('of another agent is changed by the owner of a case of that contact', async () => {
      const robin = the.centre.agent('robin');
      const call = await talk(the, robin, imani);
      const { contactId } = call;
      const path = `/contacts/${contactId}/follow-ups/${ID}e`;
      const task = { kind: 'task', dueAt: '2026-12-04T16:00:00.000Z' };
      expect((await robins.asks('PUT', path, { body: task })).status).toBe(200);
      const intent = 'case-of-a-promise';
      const asked = {
        intent,
        customerId: imani.customerId,
        type: 'wish',
        details: { matter: 'x' },
        contactId,
      };
      const { body } = await robins.asks('POST', '/cases', { body: asked });
      call.hangsUp();
      robin.finishes(call);
      await the.centre.passes(30_000);
      const cancel = () => sams.asks('PUT', `${path}/cancellation`, { body: { why: 'It has come.' } });
      expect((await cancel()).status).toBe(404);
      const change = { version: at(body, 'version'), change: { action: 'assign', owner: 'sam' } };
      expect(
        (await robins.asks('POST', `/cases/${at(body, 'caseNumber')}/changes`, { body: change })).status,
      ).toBe(200);
      expect(await cancel()).toMatchObject({ status: 200, body: { cancelled: { by: 'sam' } } });
    });
  });
}
