/** An agent transfers calls at the page: whom to, what it shows meanwhile, and where the caller is afterwards. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Browser, type Open, openWorld, type Said } from './world.ts';

let open: Open;
beforeAll(async () => {
  open = await openWorld(30);
});
afterAll(() => open.close());

const agentIn = (said: Said): Said => Object(said['agent'] ?? {});
const contactIn = (said: Said): Said => Object(agentIn(said)['contact'] ?? {});
const transferIn = (said: Said): Said => Object(contactIn(said)['transfer'] ?? {});
const state =
  (wanted: string) =>
  (said: Said): boolean =>
    contactIn(said)['state'] === wanted;

async function desk(username: string): Promise<Browser> {
  const browser = new Browser(`${open.web.url}/desk`);
  await browser.hearsType('ready');
  browser.says({ type: 'sign-in', username, password: open.cloud.passwords.get(username) ?? '' });
  await browser.hearsType('agent');
  browser.says({ type: 'set-status', status: 'Available' });
  await browser.hears((said) => agentIn(said)['status'] === 'Available');
  return browser;
}

test('by quick connect to another team, joins all, and leaves', async () => {
  const { centre, driver } = open.cloud;
  const sam = await desk('sam');
  const [started] = centre.send({
    kind: 'dial',
    to: '+12025550100',
    from: '+12025550199',
    playback: 'estimated',
  });
  const contactId = started !== undefined && 'contactId' in started ? started.contactId : '';
  while (centre.contact(contactId)?.listening !== true) await driver.advanceToNext(60_000);
  centre.send({ kind: 'key', contactId, key: '0' });
  while (centre.contact(contactId)?.agent === undefined) await driver.advanceToNext(60_000);
  await sam.hears(state('ringing'));
  sam.says({ type: 'accept', contactId });
  await sam.hears(state('connecting'));
  while (centre.contact(contactId)?.phase !== 'connected') await driver.advanceToNext(60_000);
  const talking = await sam.hears(state('connected'));
  const offered = Object(agentIn(talking))['quickConnects'];
  expect(offered.map(({ name }: { name: string }) => name).toSorted()).toEqual([
    'billing',
    'escalations',
    'orders',
    'quality',
    'shipping',
    'support',
    'technical',
  ]);
  const robin = await desk('robin');

  const { id: quickConnectId } = offered.find(({ name }: { name: string }) => name === 'orders');
  sam.says({ type: 'consult', contactId, quickConnectId });
  const begun = await sam.hears((said) => transferIn(said)['name'] === 'orders');
  const legId = String(transferIn(begun)['contactId']);
  expect(contactIn(begun)['heldSinceMs']).toBeDefined();
  await driver.advanceBy(5_000);
  await sam.hears((said) => transferIn(said)['heard'] === 'One moment, please.');
  await sam.hears((said) => transferIn(said)['state'] === 'rings');
  await robin.hears(state('ringing'));
  robin.says({ type: 'accept', contactId: legId });
  await robin.hears(state('connecting'));
  while (centre.contact(legId)?.phase !== 'connected') await driver.advanceToNext(60_000);
  await sam.hears((said) => transferIn(said)['state'] === 'talks' && transferIn(said)['with'] === 'robin');
  sam.says({ type: 'swap', contactId });
  await sam.hears((said) => transferIn(said)['isOnHold'] === true);
  sam.says({ type: 'join', contactId });
  await sam.hears((said) => transferIn(said)['isConference'] === true);
  const technical = offered.find(({ name }: { name: string }) => name === 'technical');
  sam.says({ type: 'consult', contactId, quickConnectId: technical.id });
  const more = await sam.hears((said) => transferIn(said)['name'] === 'technical');
  expect(contactIn(more)['parties']).toEqual([
    { contactId: legId, name: 'robin', isOutside: false, isOnHold: true },
  ]);
  await driver.advanceBy(10_000);
  await sam.hears((said) => transferIn(said)['heard'] === '♪ queue music');
  sam.says({ type: 'drop', contactId, partyId: transferIn(more)['contactId'] });
  await sam.hears((said) => transferIn(said)['name'] === 'orders');
  sam.says({ type: 'join', contactId });
  await sam.hears((said) => transferIn(said)['isConference'] === true);
  sam.says({ type: 'swap', contactId });
  expect((await sam.hearsType('refused'))['message']).toContain('neither is on hold');
  sam.says({ type: 'hang-up', contactId });
  await sam.hears(state('after-contact-work'));
  expect(centre.contact(contactId)).toMatchObject({ phase: 'connected', agent: { username: 'robin' } });
  await robin.hears((said) => contactIn(said)['contactId'] === contactId && state('connected')(said));
  expect(open.faults).toEqual([]);
});
