/** Agents at their pages: signing in, contacts, several tabs, and vanished browsers. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { Browser, type Open, openWorld, type Said } from './world.ts';

const GRACE_MS = 30;

let open: Open;
const tabs: Browser[] = [];
const callers: string[] = [];
beforeAll(async () => {
  open = await openWorld(GRACE_MS);
});
afterEach(async () => {
  await everybodyLeaves();
  expect(open.faults).toEqual([]);
});
afterAll(() => open.close());

/** Callers hang up, agents end what is left at their desks and sign out. */
async function everybodyLeaves(): Promise<void> {
  const { centre, driver } = open.cloud;
  for (const contactId of callers.splice(0))
    if (centre.contact(contactId)?.phase !== 'ended') centre.send({ kind: 'caller-hangs-up', contactId });
  await driver.settle();
  for (const { id: userId } of centre.instance.users) {
    const { signedIn, contact } = centre.agent(userId) ?? {};
    if (contact === undefined) continue;
    // An agent who has vanished comes back for it.
    if (!signedIn) centre.send({ kind: 'agent-signs-in', userId });
    centre.send({ kind: 'agent-clears', userId, contactId: contact.contactId });
    if (!signedIn) centre.send({ kind: 'agent-signs-out', userId });
  }
  for (const browser of tabs.splice(0)) {
    if (browser.socket.readyState !== WebSocket.OPEN) continue;
    const before = browser.said.length;
    browser.says({ type: 'sign-out' });
    await browser.hearsType('signed-out', before);
    browser.leaves();
  }
}

async function tab(): Promise<Browser> {
  const browser = new Browser(`${open.web.url}/desk`);
  tabs.push(browser);
  await browser.hearsType('ready');
  return browser;
}
const passwordOf = (username: string): string => open.cloud.passwords.get(username) ?? '';
async function signedIn(username = 'sam'): Promise<Browser> {
  const browser = await tab();
  browser.says({ type: 'sign-in', username, password: passwordOf(username) });
  await browser.hearsType('agent');
  return browser;
}
const agentIn = (said: Said | undefined): Said => Object(said?.['agent'] ?? {});
const contactIn = (said: Said | undefined): Said => Object(agentIn(said)['contact'] ?? {});
const state =
  (wanted: string) =>
  (said: Said): boolean =>
    contactIn(said)['state'] === wanted;
const status =
  (wanted: string) =>
  (said: Said): boolean =>
    agentIn(said)['status'] === wanted;
const sam = () => {
  const { centre } = open.cloud;
  return centre.agent(centre.instance.users.find(({ username }) => username === 'sam')?.id ?? '');
};

/** A caller who has asked for a person; gives the id of the contact. */
async function queuedCaller(): Promise<string> {
  const { centre, driver } = open.cloud;
  const effects = centre.send({
    kind: 'dial',
    to: '+12025550100',
    from: '+12025550199',
    playback: 'estimated',
  });
  const contactId =
    effects.flatMap((effect) => (effect.kind === 'contact-started' ? [effect.contactId] : []))[0] ?? '';
  callers.push(contactId);
  while (centre.contact(contactId)?.listening !== true) await driver.advanceToNext(60_000);
  centre.send({ kind: 'key', contactId, key: '0' });
  while (centre.contact(contactId)?.queuedAtMs === undefined) await driver.advanceToNext(60_000);
  await driver.advanceToNext(1_000);
  return contactId;
}

test('an agent takes a task, which says what there is to do and how soon, and ends it', async () => {
  const desk = await signedIn();
  const { centre, driver } = open.cloud;
  const flowId = centre.instance.flows.find(({ name }) => name === 'department-task')?.id ?? '';
  const task = { name: 'Case 48219307, level 2', description: 'It is about a delivery.' };
  const references = { Case: { Type: 'STRING', Value: '48219307' } };
  centre.send({ kind: 'start-task', flowId, ...task, references, attributes: { taskLevel: '2' } });
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hears(status('Available'));
  await driver.advanceBy(31_000);
  const ringing = contactIn(await desk.hears(state('ringing')));
  expect(ringing).toMatchObject({
    queue: 'escalations',
    priority: 2,
    task: { ...task, references: [{ name: 'Case', value: '48219307' }] },
  });
  expect(ringing).not.toHaveProperty('caller');
  const { contactId } = ringing;
  desk.says({ type: 'accept', contactId });
  await desk.hears(state('connected'));
  desk.says({ type: 'hang-up', contactId });
  await desk.hears(state('after-contact-work'));
  desk.says({ type: 'clear', contactId });
  await desk.hears((said) => said['type'] === 'agent' && agentIn(said)['contact'] === undefined);
});

test('an agent takes a call from ring to after contact work', async () => {
  const desk = await signedIn();
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hears(status('Available'));
  const contactId = await queuedCaller();
  const ringing = await desk.hears(state('ringing'));
  expect(contactIn(ringing)).toMatchObject({ contactId, queue: 'support', caller: '+12025550199' });
  expect(contactIn(ringing)['attributes']).toMatchObject({ reason: 'asked-for-person' });
  desk.says({ type: 'accept', contactId });
  await desk.hears(state('connecting'));
  await open.cloud.driver.advanceBy(10_000);
  const connected = await desk.hears(state('connected'));
  expect(contactIn(connected)['whisper']).toMatch(/^Not verified/);
  desk.says({ type: 'hang-up', contactId });
  await desk.hears(state('after-contact-work'));
  const before = desk.said.length;
  desk.says({ type: 'clear', contactId });
  const cleared = await desk.hears(
    (said) => said['type'] === 'agent' && contactIn(said)['contactId'] === undefined,
    before,
  );
  expect(status('Available')(cleared)).toBe(true);
});

const tokenOf = async (desk: Browser): Promise<Said> => {
  const before = desk.said.length;
  desk.says({ type: 'ask-api-token' });
  return Object((await desk.hearsType('api-token', before))['access']);
};

test('an agent asks the HTTP API as who they are, by a token that it lets in for an hour', async () => {
  const who = async (username: string) => {
    const { path, token, lastsMs } = await tokenOf(await signedIn(username));
    expect(lastsMs).toBe(3_600_000);
    const answer = await fetch(`${open.web.url}${path}/contacts`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { agent } = Object(await answer.json());
    return [answer.status, agent.username, agent.isSupervisor];
  };
  expect(await who('sam')).toEqual([200, 'sam', false]);
  expect(await who('robin')).toEqual([200, 'robin', true]);
});

test('nobody who is not signed in gets a token, and the pages by themselves are let in nowhere', async () => {
  const desk = await tab();
  desk.says({ type: 'ask-api-token' });
  await desk.hearsType('signed-out');
  expect(desk.said.filter(({ type }) => type === 'api-token')).toEqual([]);
  expect((await fetch(`${open.web.url}/api/contacts`)).status).toBe(401);
});

test('a missed contact stays until it is cleared', async () => {
  const desk = await signedIn();
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hears(status('Available'));
  const contactId = await queuedCaller();
  await open.cloud.driver.advanceBy(30_000);
  await desk.hears(state('missed'));
  desk.says({ type: 'clear', contactId });
  await open.cloud.driver.advanceBy(1_000);
  await desk.hears(state('ringing'), desk.said.findIndex(state('missed')));
});

test('a status that is chosen in a call is shown as the next one', async () => {
  const desk = await signedIn();
  desk.says({ type: 'set-status', status: 'Available' });
  const contactId = await queuedCaller();
  desk.says({ type: 'accept', contactId });
  await desk.hears(state('connecting'));
  desk.says({ type: 'set-status', status: 'Offline' });
  expect(agentIn(await desk.hears((said) => agentIn(said)['nextStatus'] === 'Offline'))).toMatchObject({
    status: 'Available',
  });
});

test('all tabs of one agent show the same, whichever of them acts', async () => {
  const [one, other] = [await signedIn(), await signedIn()];
  one.says({ type: 'set-status', status: 'Available' });
  await other.hears(status('Available'));
  const contactId = await queuedCaller();
  other.says({ type: 'accept', contactId });
  await one.hears(state('connecting'));
  one.says({ type: 'accept', contactId });
  expect(await one.hearsType('refused')).toMatchObject({ message: expect.stringContaining('connecting') });
  other.says({ type: 'sign-out' });
  await one.hearsType('signed-out');
  one.says({ type: 'set-status', status: 'Available' });
  await one.hearsType('signed-out', one.said.length);
  expect(sam()?.signedIn).toBe(false);
});

test('another agent sees nothing of it', async () => {
  const [desk, robin] = [await signedIn('sam'), await signedIn('robin')];
  const before = robin.said.length;
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hears(status('Available'));
  expect(robin.said.slice(before)).toEqual([]);
});

test.each([
  ['a wrong password', () => ({ type: 'sign-in', username: 'sam', password: 'x' })],
  [
    'the password of another agent',
    () => ({ type: 'sign-in', username: 'sam', password: passwordOf('robin') }),
  ],
  ['an unknown agent', () => ({ type: 'sign-in', username: 'nobody', password: '' })],
  ['the name of a property', () => ({ type: 'sign-in', username: '__proto__', password: '' })],
  ['an unknown token', () => ({ type: 'resume', token: 'x' })],
])('%s signs nobody in', async (_what, message) => {
  const desk = await tab();
  desk.says(message());
  await desk.hearsType('refused');
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hearsType('signed-out');
  expect(sam()?.signedIn).toBe(false);
});

test('a reloaded page goes on where it was, and nobody notices', async () => {
  const desk = await signedIn();
  const token = (await desk.hearsType('signed-in'))['token'];
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hears(status('Available'));
  desk.leaves();
  await desk.closed;
  const again = await tab();
  again.says({ type: 'resume', token });
  expect(agentIn(await again.hearsType('agent'))).toMatchObject({ username: 'sam', status: 'Available' });
});

test('an agent whose last tab has gone is out after the grace, and the caller goes on', async () => {
  const desk = await signedIn();
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hears(status('Available'));
  const contactId = await queuedCaller();
  await desk.hears(state('ringing'));
  const signedOut = new Promise<void>((resolve) => {
    open.cloud.centre.observe(() => {
      if (sam()?.signedIn === false) resolve();
    });
  });
  desk.leaves();
  await signedOut;
  expect(sam()).toMatchObject({ unreachable: true, contact: { contactId, state: 'missed' } });
  expect(open.cloud.centre.contact(contactId)).toMatchObject({ phase: 'queued' });
});

/** Lets the whispers pass, so that agent and caller talk. */
async function talking(desk: Browser): Promise<string> {
  desk.says({ type: 'set-status', status: 'Available' });
  const contactId = await queuedCaller();
  await desk.hears(state('ringing'));
  desk.says({ type: 'accept', contactId });
  await desk.hears(state('connecting'));
  while (sam()?.contact?.state !== 'connected') await open.cloud.driver.advanceToNext(60_000);
  return contactId;
}
const isHeld = (said: Said): boolean => contactIn(said)['heldSinceMs'] !== undefined;

test('an agent puts a caller on hold and takes the call back', async () => {
  const desk = await signedIn();
  const contactId = await talking(desk);
  desk.says({ type: 'hold', contactId });
  await desk.hears(isHeld);
  const before = desk.said.length;
  desk.says({ type: 'take-back', contactId });
  await desk.hears((said) => state('connected')(said) && !isHeld(said), before);
  expect(open.cloud.centre.contact(contactId)?.holds).toMatchObject({ count: 1 });
});

test('what an agent heard about a caller stays on the page while the caller is on hold', async () => {
  const desk = await signedIn();
  const contactId = await talking(desk);
  const whisper = contactIn(await desk.hears(state('connected')))['whisper'];
  expect(whisper).toMatch(/^Not verified/);
  desk.says({ type: 'hold', contactId });
  await desk.hears(isHeld);
  await open.cloud.driver.advanceBy(10_000);
  const before = desk.said.length;
  desk.says({ type: 'take-back', contactId });
  expect(contactIn(await desk.hears(state('connected'), before))['whisper']).toBe(whisper);
});

test('a whisper of several sentences stays whole on the page', async () => {
  const desk = await signedIn();
  desk.says({ type: 'set-status', status: 'Available' });
  const contactId = await queuedCaller();
  await desk.hears(state('ringing'));
  const attributes = { languageName: 'Hungarian' };
  open.cloud.centre.send({ kind: 'set-attributes', contactId, attributes });
  desk.says({ type: 'accept', contactId });
  while (sam()?.contact?.state !== 'connected') await open.cloud.driver.advanceToNext(60_000);
  const whisper = contactIn(await desk.hears(state('connected')))['whisper'];
  expect(whisper).toBe('Speaks Hungarian. Not verified. The caller asked for a person.');
});

test('the tab that changes something is told once', async () => {
  const desk = await signedIn();
  const before = desk.said.length;
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hears(status('Available'), before);
  desk.says({ type: 'clear', contactId: 'a-contact-of-yesterday' });
  await desk.hearsType('refused', before);
  expect(desk.said.slice(before).filter(status('Available'))).toHaveLength(1);
});

test('a caller who is on hold is not held twice, and one who is not cannot be taken back', async () => {
  const desk = await signedIn();
  const contactId = await talking(desk);
  desk.says({ type: 'take-back', contactId });
  await desk.hearsType('refused');
  desk.says({ type: 'hold', contactId });
  await desk.hears(isHeld);
  const before = desk.said.length;
  desk.says({ type: 'hold', contactId });
  await desk.hearsType('refused', before);
  expect(open.cloud.centre.contact(contactId)?.holds).toMatchObject({ count: 1 });
});

test('a click in a stale tab does not touch another contact', async () => {
  const desk = await signedIn();
  desk.says({ type: 'set-status', status: 'Available' });
  const contactId = await queuedCaller();
  await desk.hears(state('ringing'));
  for (const type of ['accept', 'reject', 'hang-up', 'clear']) {
    const before = desk.said.length;
    desk.says({ type, contactId: 'a-contact-of-yesterday' });
    await desk.hearsType('refused', before);
  }
  expect(sam()?.contact).toMatchObject({ contactId, state: 'ringing' });
});

test('an agent calls a customer, whose telephone rings, and talks when it is answered', async () => {
  const desk = await signedIn();
  desk.says({ type: 'set-status', status: 'Available' });
  await desk.hears(status('Available'));
  desk.says({ type: 'dial', to: '12' });
  expect(await desk.hearsType('refused')).toMatchObject({ message: expect.stringContaining("'12'") });
  const line = new Browser(`${open.web.url}/line`);
  await line.hearsType('ready');
  line.says({ type: 'reachable-at', number: '+12025550188' });
  line.says({ type: 'dial', to: 'nowhere', playback: 'estimated' });
  await line.hearsType('refused');
  desk.says({ type: 'dial', to: '+1 202 555 0188' });
  const calling = await desk.hears((said) => contactIn(said)['called'] !== undefined);
  const contactId = String(contactIn(calling)['contactId']);
  callers.push(contactId);
  await open.cloud.driver.settle();
  expect(await line.hearsType('called')).toMatchObject({ contactId, from: '+12025550100' });
  line.says({ type: 'answer', playback: 'estimated' });
  await line.hearsType('picked-up');
  await open.cloud.driver.advanceBy(5_000);
  await desk.hears(state('connected'));
  line.leaves();
});
