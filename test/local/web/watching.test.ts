/** What pages are told about flows and contacts, over real HTTP and WebSockets. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ContactProgress, contactList, contactProgress } from '../../../local/web/contact-shown.ts';
import { flowList, shownFlow } from '../../../local/web/flow-shown.ts';
import { CONTACTS_SHOWN_MAX } from '../../../local/web/limits.ts';
import { isFull } from '../../calls/counts.ts';
import { Browser, type Open, openWorld } from './world.ts';

const CALLER = '+12025550187';
/** Nowhere in the demo world, and in no time or identifier of this seed. */
const PIN = '918273';

let open: Open;
const browsers: Browser[] = [];
beforeAll(async () => {
  open = await openWorld();
});
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.leaves();
  expect(open.faults).toEqual([]);
});
afterAll(async () => {
  await open.close();
});

const get = (path: string): Promise<Response> => fetch(`${open.web.url}${path}`);
async function watcher(): Promise<Browser> {
  const browser = new Browser(`${open.web.url}/watch`);
  browsers.push(browser);
  await browser.hearsType('ready');
  return browser;
}
function dial(from = CALLER): string {
  const effects = open.cloud.centre.send({
    kind: 'dial',
    to: '+12025550100',
    ...(from === 'withheld' ? {} : { from }),
    playback: 'estimated',
  });
  return effects.flatMap((effect) => (effect.kind === 'contact-started' ? [effect.contactId] : []))[0] ?? '';
}
async function listens(contactId: string): Promise<void> {
  while (open.cloud.centre.contact(contactId)?.listening !== true) {
    await open.cloud.driver.advanceToNext(60_000);
  }
}
const press = (contactId: string, keys: string): void => {
  for (const key of keys) open.cloud.centre.send({ kind: 'key', contactId, key });
};
const hangUp = (contactId: string): void => {
  open.cloud.centre.send({ kind: 'caller-hangs-up', contactId });
};
const recordOf = async (contactId: string): Promise<ContactProgress> =>
  contactProgress.parse(await (await get(`/contacts/${contactId}.json`)).json());

test('every flow of the instance is listed, and each is what the document says', async () => {
  const { flows } = flowList.parse(await (await get('/flows.json')).json());
  const { instance } = open.cloud.centre;
  expect(flows.map(({ name }) => name).sort()).toEqual(instance.flows.map(({ name }) => name).sort());
  expect(flows[0]).toMatchObject({ name: 'main-inbound', answers: ['+12025550100'] });
  for (const { name, steps } of flows) {
    const flow = shownFlow.parse(await (await get(`/flows/${name}.json`)).json());
    const document = JSON.parse(instance.flows.find((one) => one.name === name)?.content ?? '');
    expect(flow.start).toBe(document.StartAction);
    expect(flow.steps.map(({ id }) => id)).toEqual(
      document.Actions.map(({ Identifier }: { Identifier: string }) => Identifier),
    );
    expect(flow.steps).toHaveLength(steps);
    const ids = new Set(flow.steps.map(({ id }) => id));
    expect(flow.steps.flatMap(({ branches }) => branches).filter(({ to }) => !ids.has(to))).toEqual([]);
    expect(JSON.stringify(flow)).not.toMatch(/arn:aws:(?:connect|lambda)/);
  }
});

test('a step tells people what it does: words, sign, ways on, and the flow that it leads to', async () => {
  const menu = shownFlow.parse(await (await get('/flows/main-menu.json')).json());
  const step = (id: string) => menu.steps.find((one) => one.id === id);
  expect(step('choose')).toMatchObject({ block: 'Get user input', sign: 'asks' });
  expect(step('choose')?.branches).toContainEqual({
    kind: 'condition',
    label: '1',
    to: 'order-status-outage',
  });
  expect(step('order-status')).toMatchObject({ sign: 'leads', leadsTo: 'order-status' });
});

test.each([
  '/flows/nothing.json',
  '/flows/%E0%A4%A.json',
  '/flows/__proto__.json',
  '/contacts/nobody.json',
  '/contacts/..%2f.json',
  '/contacts/constructor.json',
  '/flows/a/b.json',
])('%s is answered 404 with one sentence', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).toMatch(/^There is no such [^\n]+\.\n$/);
});

test.each(['/flows', '/flows/', '/flows/main-menu', '/flows/%E0%A4%A', '/contacts/any', '/contacts'])(
  '%s is the overview, which shows what is there',
  async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<title>home')]);
  },
);

test('a recent contact is listed with a masked number, and followed by its page to its end', async () => {
  const page = await watcher();
  const contactId = dial();
  const begun = await page.hears(
    ({ type, contact }) => type === 'contact' && Object(contact)['contactId'] === contactId,
  );
  expect(begun['contact']).toMatchObject({ caller: '••• 0187', phase: 'In a menu', going: true });
  page.says({ type: 'follow', contactId });
  await page.hears(({ type, progress }) => type === 'progress' && Object(progress)['fresh'] === true);
  await listens(contactId);
  hangUp(contactId);
  await page.hears(({ contact }) => Object(contact)['end'] === 'The caller hung up');
  await page.hears(
    ({ type, progress }) => type === 'progress' && JSON.stringify(progress).includes('The caller hung up.'),
  );

  const told = page.said.flatMap(({ type, progress }) =>
    type === 'progress' ? [contactProgress.parse(progress)] : [],
  );
  const record = await recordOf(contactId);
  expect(told.flatMap(({ moments }) => moments)).toEqual(record.moments);
  expect(told.flatMap(({ lines }) => lines)).toEqual(record.lines);
  expect(record.lines.length).toBeGreaterThan(0);
  const { contacts } = contactList.parse(await (await get('/contacts.json')).json());
  expect(contacts[0]).toMatchObject({ contactId, phase: 'Ended', going: false });
});

test('the step that runs is the one that the engine is at, in modules too', async () => {
  const contactId = dial();
  await listens(contactId);
  expect((await recordOf(contactId)).where).toMatchObject({ flow: 'main-menu' });
  press(contactId, '1');
  await listens(contactId);
  const { where, moments } = await recordOf(contactId);
  expect(where).toMatchObject({ flow: 'verify-caller' });
  const calls = moments.filter(({ kind }) => kind === 'call');
  expect(calls).toEqual([expect.objectContaining({ function: expect.stringContaining('lookup-customer') })]);
  hangUp(contactId);
});

test('a withheld number is told as withheld', async () => {
  const contactId = dial('withheld');
  expect((await recordOf(contactId)).contact.caller).toBe('Number withheld');
  hangUp(contactId);
});

test("neither a PIN that was pressed nor the caller's number is in anything that is served", async () => {
  const page = await watcher();
  const line = new Browser(`${open.web.url}/line`);
  browsers.push(line);
  await line.hearsType('ready');
  line.says({ type: 'dial', from: CALLER, playback: 'estimated' });
  const contactId = String((await line.hearsType('ringing'))['contactId']);
  page.says({ type: 'follow', contactId });
  await listens(contactId);
  press(contactId, '1');
  await listens(contactId);
  press(contactId, `${PIN}#`);
  await listens(contactId);
  press(contactId, `${PIN}#`);
  await listens(contactId);
  hangUp(contactId);
  await page.hears(
    ({ type, progress }) => type === 'progress' && JSON.stringify(progress).includes('The caller hung up.'),
  );

  const bodies = await Promise.all(
    ['/stack.json', '/contacts.json', `/contacts/${contactId}.json`].map(async (path) =>
      (await get(path)).text(),
    ),
  );
  const watched = JSON.stringify(page.said);
  // The call came as far as the function that checks the PIN, or the search would prove nothing.
  expect(watched).toContain('verify-caller');
  expect(watched).toContain('•');
  for (const served of [...bodies, watched, JSON.stringify(line.said)]) expect(served).not.toContain(PIN);
  for (const served of [...bodies, watched]) expect(served).not.toContain(CALLER);
});

test('the list of recent contacts is bounded', async () => {
  for (let call = 0; call < CONTACTS_SHOWN_MAX + 5; call += 1) hangUp(dial());
  const { contacts } = contactList.parse(await (await get('/contacts.json')).json());
  expect(contacts).toHaveLength(CONTACTS_SHOWN_MAX);
  expect((await watcher()).said[0]?.['contacts']).toHaveLength(CONTACTS_SHOWN_MAX);
});

test('an unknown contact is told as unknown, and the line goes on', async () => {
  const page = await watcher();
  page.says({ type: 'follow', contactId: 'nobody' });
  expect(await page.hearsType('unknown')).toMatchObject({ contactId: 'nobody' });
  page.says({ type: 'unfollow' });
  page.says({ type: 'follow' });
  expect(await page.hearsType('refused')).toMatchObject({ message: expect.stringContaining('contactId') });
});

test('a page that has left is told nothing, and the others go on', async () => {
  const [gone, page] = [await watcher(), await watcher()];
  gone.leaves();
  await gone.closed;
  const contactId = dial();
  await page.hears(({ contact }) => Object(contact)['contactId'] === contactId);
  hangUp(contactId);
});

test('nothing that anybody sends or asks for is a fault of ours', async () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ type: fc.constantFrom('follow', 'unfollow', 'ready') }),
    fc.record({ type: fc.constant('follow'), contactId: fc.string() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 10 }), fc.webPath(), async (messages, path) => {
      const page = await watcher();
      for (const message of messages) page.says(message);
      page.says('the end');
      await page.hearsType('refused');
      page.leaves();
      for (const place of ['/flows', '/contacts']) {
        expect((await get(`${place}${path}.json`)).status).toBeLessThan(500);
      }
    }),
    { numRuns: isFull ? 60 : 3 },
  );
});
