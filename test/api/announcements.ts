/** What a supervisor announces over the HTTP API, callers hear from the next call on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { type Answered, Desktop } from '../kit/desktop.ts';
import { stranger } from '../kit/people.ts';
import type { Opened } from './opened.ts';

export function describeAnnouncements(the: Opened): void {
  let robin: Desktop;
  let sam: Desktop;
  beforeAll(() => {
    robin = Desktop.of(the.centre, 'robin');
    sam = Desktop.of(the.centre, 'sam');
  });
  // So that nothing is throttled.
  beforeEach(() => the.centre.passes(2_000));
  afterAll(() => the.centre.passes(5_000));

  const at = (minutes: number) => new Date(the.centre.cloud.centre.nowMs() + minutes * 60_000).toISOString();
  const switchesOn = (
    id: string,
    change: Readonly<Record<string, unknown>>,
    who = robin,
  ): Promise<Answered> =>
    who.asks('PUT', `/announcements/${id}`, {
      body: { kind: 'announcement', from: at(0), until: at(60), texts: { en: `It is ${id}.` }, ...change },
    });
  const switchesOff = (id: string) => robin.asks('DELETE', `/announcements/${id}`);

  describe('a supervisor who announces something', () => {
    test('is heard before the menu until it is switched off, and every agent can read it', async () => {
      expect(await switchesOn('stocktaking', {})).toMatchObject({ status: 200 });
      const call = the.centre.dial(stranger);
      await call.hears('It is stocktaking.');
      await call.hears(prompts.mainMenu);
      expect(await sam.asks('GET', '/announcements')).toMatchObject({
        status: 200,
        body: { items: [{ announcementId: 'stocktaking', kind: 'announcement' }], languages: ['en'] },
      });
      expect(await switchesOff('stocktaking')).toMatchObject({ status: 200 });
      expect(await switchesOff('stocktaking')).toMatchObject({ status: 404 });
      const later = the.centre.dial(stranger);
      await later.hears(prompts.mainMenu);
      later.never.hears('It is stocktaking.');
    });
    test('of a topic that does not work is heard by those who choose it, and they go on', async () => {
      await switchesOn('storm', { kind: 'outage', topic: 'product-information' });
      const call = the.centre.dial(stranger);
      await call.hears(prompts.mainMenu);
      call.never.hears('It is storm.');
      await call.presses('4');
      await call.hears('It is storm.');
      await call.hears(prompts.askAboutProduct);
      await switchesOff('storm');
    });
    test('who closes the centre has callers told so, and nobody is put through', async () => {
      await switchesOn('fire', { kind: 'closed' });
      the.centre.agent('sam').becomesAvailable();
      const call = the.centre.dial(stranger);
      await call.presses('0');
      await call.hears('It is fire.');
      call.never.hears(prompts.connecting);
      call.hangsUp();
      await switchesOff('fire');
    });
    test('is told what cannot be so', async () => {
      expect(await switchesOn('a', {}, sam)).toMatchObject({ status: 403 });
      expect(await switchesOn('a', { texts: { en: '<break/>' } })).toMatchObject({ status: 400 });
      expect(await switchesOn('a', { texts: {} })).toMatchObject({
        status: 422,
        body: { detail: expect.stringContaining('It has no text in en') },
      });
      await switchesOn('b', {});
      expect(await switchesOn('c', {})).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining("'b' of the kind 'announcement' is said from") },
      });
      await switchesOff('b');
    });
  });
}
