/** Calls of a browser telephone, over its WebSocket. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { coverageRecord } from '../../../local/web/coverage-shown.ts';
import { Browser, type Open, openWorld, type Said } from './world.ts';

/** More than any of these calls takes. */
const STEPS_MAX = 200;

let open: Open;
const lines: Browser[] = [];
beforeAll(async () => {
  open = await openWorld();
});
/** What else is put back after a call. */
const leaving: (() => void)[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) line.leaves();
  for (const leave of leaving.splice(0)) leave();
  expect(open.faults).toEqual([]);
});
afterAll(async () => {
  await open.close();
});

async function pickUp(): Promise<Browser> {
  const line = new Browser(`${open.web.url}/line`);
  lines.push(line);
  await line.hearsType('ready');
  return line;
}

async function dialled(message: Said = {}): Promise<Browser> {
  const line = await pickUp();
  line.says({ type: 'dial', from: '+12025550199', playback: 'estimated', ...message });
  await line.hearsType('ringing');
  return line;
}

/** Lets virtual time pass until the line hears what fits. */
async function until(line: Browser, fits: (said: Said) => boolean): Promise<Said> {
  const heard = line.hears(fits);
  for (let step = 0; step < STEPS_MAX && !line.said.some(fits); step += 1) {
    await open.cloud.driver.advanceToNext(60_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return heard;
}
const says =
  (part: string) =>
  (said: Said): boolean =>
    said['type'] === 'prompt' && String(said['text']).includes(part);
const listens = ({ type }: Said): boolean => type === 'listening';
const ended = ({ type }: Said): boolean => type === 'ended';
/** Presses a key and waits until the centre has it: virtual time must not run ahead of the wire. */
async function presses(line: Browser, key: string): Promise<void> {
  const before = line.said.length;
  line.says({ type: 'key', key });
  await line.hearsType('key-heard', before);
}
const phaseOf = (index: number) =>
  open.cloud.centre.contact(open.cloud.centre.recentContacts().at(index) ?? '')?.phase;

test('a call with the number withheld comes from nobody', async () => {
  const line = await dialled({ from: 'anonymous' });
  const [ringing] = line.said.filter(({ type }) => type === 'ringing');
  expect(ringing).not.toHaveProperty('from');
  await until(line, says('Welcome'));
  line.says({ type: 'hang-up' });
  await until(line, ended);
});

/** A caller who talks to Sam; gives the line and how Sam hangs up. */
async function talking(): Promise<{ readonly line: Browser; readonly samHangsUp: () => void }> {
  const { centre } = open.cloud;
  const userId = centre.instance.users.find(({ username }) => username === 'sam')?.id ?? '';
  const line = await dialled();
  await until(line, listens);
  await presses(line, '0');
  await until(line, ({ type }) => type === 'queued');
  centre.send({ kind: 'agent-signs-in', userId });
  centre.send({ kind: 'agent-sets-status', userId, status: 'Available' });
  const contactId = String(line.said.find(({ type }) => type === 'ringing')?.['contactId']);
  while (centre.contact(contactId)?.agent?.state !== 'ringing') await open.cloud.driver.advanceToNext(60_000);
  centre.send({ kind: 'agent-accepts', userId, contactId });
  await until(line, ({ type }) => type === 'connected');
  leaving.push(() => {
    centre.send({ kind: 'agent-clears', userId, contactId });
    centre.send({ kind: 'agent-signs-out', userId });
  });
  return { line, samHangsUp: () => centre.send({ kind: 'agent-hangs-up', userId, contactId }) };
}

test('a caller whose agent hangs up is told before the flow goes on', async () => {
  const { line, samHangsUp } = await talking();
  const before = line.said.length;
  samHangsUp();
  await until(line, says('How happy'));
  expect(line.said[before]).toEqual({ type: 'agent-left', agent: 'Sam' });
  await until(line, ended);
  expect(line.said.filter(({ type }) => type === 'agent-left')).toHaveLength(1);
});

test('a caller who hangs up first is left by nobody', async () => {
  const { line } = await talking();
  line.says({ type: 'hang-up' });
  await until(line, ended);
  expect(line.said.map(({ type }) => type)).not.toContain('agent-left');
});

test('a call is heard as text, with keys, until the caller hangs up', async () => {
  const line = await dialled({ from: '+1 (202) 555-0199' });
  expect(line.said[1]).toEqual({
    type: 'ringing',
    contactId: open.cloud.centre.recentContacts()[0],
    to: '+12025550100',
    from: '+12025550199',
  });
  await until(line, says('press 1'));
  await until(line, listens);
  line.says({ type: 'key', key: '1' });
  expect(await line.hearsType('key-heard')).toEqual({ type: 'key-heard', key: '1' });
  line.says({ type: 'hang-up' });
  expect(await line.hearsType('ended')).toEqual({ type: 'ended', reason: 'CUSTOMER_DISCONNECT' });
});

test('the keys of a PIN never leave the centre', async () => {
  const line = await dialled();
  await until(line, listens);
  await presses(line, '1');
  await until(line, (said) => said['type'] === 'listening' && said['masked'] === true);
  for (const key of '9182') line.says({ type: 'key', key });
  await line.hears((said) => said['type'] === 'key-heard' && said['key'] === '•');
  line.says({ type: 'hang-up' });
  await line.hearsType('ended');
  expect(
    line.said
      .filter(({ type }) => type === 'key-heard')
      .map(({ key }) => key)
      .join(''),
  ).toBe('1••••');
});

test('in the queue the recording itself can be fetched', async () => {
  const line = await dialled();
  await until(line, listens);
  await presses(line, '0');
  await until(line, ({ type }) => type === 'queued');
  const music = await until(line, ({ form }) => form === 'prompt');
  expect(music).toMatchObject({ text: 'queue-music', audio: '/prompts/queue-music.wav' });
});

test('a telephone that reports the end of its prompts is waited for', async () => {
  const line = await dialled({ playback: 'reported' });
  const prompt = await until(line, ({ type }) => type === 'prompt');
  const before = line.said.length;
  await open.cloud.driver.advanceBy(5_000);
  expect(line.said).toHaveLength(before);
  line.says({ type: 'playback-ended', promptId: prompt['promptId'] });
  await line.hears((said) => said['type'] === 'prompt' && said['promptId'] !== prompt['promptId']);
});

test('a browser that is killed hangs up', async () => {
  const line = await dialled();
  await until(line, listens);
  line.leaves();
  const newest = open.cloud.centre.recentContacts().at(-1) ?? '';
  while (open.cloud.centre.contact(newest)?.endedAtMs === undefined)
    await new Promise((resolve) => setImmediate(resolve));
  expect(open.cloud.centre.contact(newest)?.reason).toBe('CUSTOMER_DISCONNECT');
});

test('one telephone carries one call, and can dial again afterwards', async () => {
  const line = await dialled();
  line.says({ type: 'dial', playback: 'estimated' });
  expect(await line.hearsType('refused')).toMatchObject({
    message: 'This telephone is in a call: hang up before dialling again.',
  });
  line.says({ type: 'hang-up' });
  await line.hears(ended);
  const before = line.said.length;
  line.says({ type: 'dial', playback: 'estimated' });
  expect(await line.hearsType('ringing', before)).toEqual({
    type: 'ringing',
    contactId: open.cloud.centre.recentContacts()[0],
    to: '+12025550100',
  });
});

test('two telephones hear only their own calls', async () => {
  const [one, other] = [await dialled(), await dialled()];
  await until(one, listens);
  await until(other, listens);
  one.says({ type: 'key', key: '1' });
  await one.hearsType('key-heard');
  other.says({ type: 'hang-up' });
  await other.hears(ended);
  expect(other.said.some(({ type }) => type === 'key-heard')).toBe(false);
  expect(one.said.some(ended)).toBe(false);
  expect(phaseOf(-1)).toBe('ended');
});

test.each([
  [
    'a number that is none',
    { to: '12' },
    "'12' is not a telephone number: write it with + and the country code, like +12025550123.",
  ],
  [
    'a caller that is none',
    { from: 'me' },
    "'me' is not a telephone number: write it with + and the country code, like +12025550123; 'anonymous' withholds it.",
  ],
  ['an empty number', { to: ' ' }, 'No telephone number was given: write one like +12025550123.'],
])('%s is refused before any call', async (_what, wrong, message) => {
  const line = await pickUp();
  const calls = open.cloud.centre.recentContacts().length;
  line.says({ type: 'dial', playback: 'estimated', ...wrong });
  expect(await line.hearsType('refused')).toEqual({ type: 'refused', message });
  expect(open.cloud.centre.recentContacts()).toHaveLength(calls);
});

test('a number that is not in service is refused by name', async () => {
  const line = await pickUp();
  line.says({ type: 'dial', to: '+12025550177', playback: 'estimated' });
  expect(await line.hearsType('refused')).toMatchObject({ message: expect.stringContaining('+12025550177') });
});

test('keys and hang-ups without a call do nothing', async () => {
  const line = await pickUp();
  line.says({ type: 'key', key: '5' });
  line.says({ type: 'hang-up' });
  line.says({ type: 'playback-ended', promptId: 'p' });
  line.says('the end');
  await line.hearsType('refused');
  expect(line.said.map(({ type }) => type)).toEqual(['ready', 'refused']);
});

test('what the call has taken of the flows is counted', async () => {
  const taken = async (): Promise<number> => {
    const response = await fetch(`http://127.0.0.1:${open.web.port}/coverage.json`);
    const { flows } = coverageRecord.parse(await response.json());
    const entry = flows.find(({ flow }) => flow === 'main-inbound');
    return (entry?.transitions ?? []).reduce((sum, way) => sum + way.taken, 0);
  };
  const before = await taken();
  await dialled();
  expect(await taken()).toBeGreaterThan(before);
});

describe('the centre calls back', () => {
  /** As a queued callback or the API makes a call: the flow greets whoever answers. */
  const callsOut = (to: string): void => {
    const [flow] = open.cloud.centre.instance.flows.filter(({ name }) => name === 'main-inbound');
    open.cloud.centre.send({ kind: 'start-call', to, from: '+12025550100', flowId: flow?.id ?? '' });
  };
  async function reachable(number: string): Promise<Browser> {
    const line = await pickUp();
    line.says({ type: 'reachable-at', number });
    // Asked and answered in order: what comes after it finds the number known.
    line.says({ type: 'dial', to: 'nowhere', playback: 'estimated' });
    await line.hearsType('refused');
    return line;
  }

  test('and the telephone at that number rings, shows who calls, and hears the flow once it answers', async () => {
    const line = await reachable('+1 202 555 0190');
    const other = await reachable('+12025550191');
    callsOut('+12025550190');
    expect(await line.hearsType('called')).toMatchObject({ from: '+12025550100' });
    line.says({ type: 'answer', playback: 'estimated' });
    await line.hearsType('picked-up');
    await until(line, says('Welcome to Larkfield Supplies.'));
    expect(other.said.some(({ type }) => type === 'called')).toBe(false);
    line.says({ type: 'hang-up' });
    expect(await line.hearsType('ended')).toEqual({ type: 'ended', reason: 'CUSTOMER_DISCONNECT' });
  });
  test('and a telephone that declines is busy, and can be called again', async () => {
    const line = await reachable('+12025550190');
    callsOut('+12025550190');
    await line.hearsType('called');
    line.says({ type: 'decline' });
    await line.hearsType('called-no-more');
    const before = line.said.length;
    callsOut('+12025550190');
    await line.hearsType('called', before);
  });
  test('and a telephone that nobody answers stops ringing', async () => {
    const line = await reachable('+12025550190');
    callsOut('+12025550190');
    await until(line, ({ type }) => type === 'called-no-more');
    line.says({ type: 'answer', playback: 'estimated' });
    expect(
      await line.hears(
        ({ type, message }) => type === 'refused' && message === 'Nobody calls this telephone any more.',
      ),
    ).toBeDefined();
  });
  test('and of two telephones at one number the first that answers has the call', async () => {
    const [first, second] = [await reachable('+12025550190'), await reachable('+12025550190')];
    callsOut('+12025550190');
    await Promise.all([first.hearsType('called'), second.hearsType('called')]);
    second.says({ type: 'answer', playback: 'estimated' });
    await second.hearsType('picked-up');
    await first.hearsType('called-no-more');
  });
  test('and a telephone in a call does not ring', async () => {
    const line = await reachable('+12025550190');
    line.says({ type: 'dial', from: '+12025550190', playback: 'estimated' });
    await line.hearsType('ringing');
    callsOut('+12025550190');
    await until(line, listens);
    expect(line.said.some(({ type }) => type === 'called')).toBe(false);
  });
  test('and a number that is none is said so', async () => {
    const line = await pickUp();
    line.says({ type: 'reachable-at', number: '12' });
    expect(await line.hearsType('refused')).toMatchObject({ message: expect.stringContaining("'12'") });
  });
});

test('a caller who is in a call as the pages are closed has hung up before the centre itself is gone', async () => {
  await dialled();
  const [contactId = ''] = open.cloud.centre.recentContacts();
  expect(open.cloud.centre.contact(contactId)?.phase).not.toBe('ended');
  await open.web.close();
  expect(open.cloud.centre.contact(contactId)?.phase).toBe('ended');
});
