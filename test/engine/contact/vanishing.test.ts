/** Agents whose browser or network is gone without a word. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent, describeContact } from '../../../engine/contact/describe.ts';
import { Centre, type CentreOptions, hangUp, say, toQueue } from './centre.ts';

const flows: CentreOptions['flows'] = {
  main: {
    hook: ['UpdateContactEventHooks', { EventHooks: { CustomerRemaining: 'bye' } }, { next: 'set-queue' }],
    ...toQueue('support', 'end'),
    end: hangUp,
  },
  bye: { sorry: say('The line broke; goodbye.', 'end'), end: hangUp },
};
const vanish = { kind: 'agent-vanishes', userId: 'sam' } as const;
const back = { kind: 'agent-signs-in', userId: 'sam' } as const;
const ringing = (options: Partial<CentreOptions> = {}) => {
  const centre = new Centre({ flows, ...options });
  centre.available('sam');
  const contactId = centre.dial();
  return {
    centre,
    contactId,
    ids: { userId: 'sam', contactId },
    sam: () => describeAgent(centre.world, 'sam'),
  };
};

describe('an agent who vanishes', () => {
  test('twice, or without having signed in, is refused', () => {
    const { centre } = ringing();
    centre.send(vanish);
    expect(() => centre.send(vanish)).toThrow('sam is not signed in');
  });
  test('can do nothing, and gets nothing, until the return', () => {
    const { centre, ids, sam } = ringing();
    centre.send(vanish);
    expect(sam()).toMatchObject({ signedIn: false, unreachable: true, status: 'Offline' });
    expect(() => centre.send({ kind: 'agent-accepts', ...ids })).toThrow('is not signed in');
    centre.dial();
    expect(centre.of('offered')).toHaveLength(1);
  });
  test('while it rings: the call is at its place and rings at the next; the missed call is there at the return', async () => {
    const { centre, contactId, sam } = ringing();
    const second = centre.dial();
    centre.send(vanish);
    expect(centre.of('missed')).toEqual([{ kind: 'missed', contactId, userId: 'sam' }]);
    centre.available('robin');
    expect(describeAgent(centre.world, 'robin')?.contact?.contactId).toBe(contactId);
    centre.send(back);
    expect(sam()).toMatchObject({
      signedIn: true,
      status: 'Offline',
      contact: { contactId, state: 'missed' },
    });
    expect(sam()).not.toHaveProperty('unreachable');
    centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Available' });
    expect(sam()?.contact).toMatchObject({ contactId: second, state: 'ringing' });
    await centre.run();
  });
  test('during the agent whisper: the caller keeps the place, and hears the queue flow on', () => {
    const { centre, ids, contactId } = ringing();
    centre.send({ kind: 'agent-accepts', ...ids });
    centre.send(vanish);
    expect(describeContact(centre.world, contactId)?.phase).toBe('queued');
    centre.available('robin');
    expect(describeAgent(centre.world, 'robin')?.contact?.contactId).toBe(contactId);
  });
  test('in conversation: the caller hears the disconnect flow, and after contact work waits for the return', async () => {
    const { centre, ids, contactId, sam } = ringing();
    centre.send({ kind: 'agent-accepts', ...ids });
    await centre.driver.advanceBy(10_000);
    centre.send(vanish);
    await centre.run();
    expect(centre.heard().at(-1)).toBe('The line broke; goodbye.');
    expect(describeContact(centre.world, contactId)).toMatchObject({ phase: 'ended', completed: false });
    centre.send(back);
    expect(sam()?.contact).toMatchObject({ contactId, state: 'after-contact-work' });
    centre.send({ kind: 'agent-clears', ...ids });
    expect(describeContact(centre.world, contactId)?.completed).toBe(true);
  });
  test('in after contact work with a limit: it ends by itself', async () => {
    const { centre, ids, contactId, sam } = ringing({ users: [{ id: 'sam', afterContactWorkSeconds: 30 }] });
    centre.send({ kind: 'agent-accepts', ...ids });
    await centre.driver.advanceBy(10_000);
    centre.send({ kind: 'caller-hangs-up', contactId });
    centre.send(vanish);
    await centre.driver.advanceBy(30_000);
    expect(sam()?.contact).toBeUndefined();
    expect(describeContact(centre.world, contactId)?.completed).toBe(true);
  });
  test('is not the one who signs out, who has nothing more to clear', async () => {
    const { centre, ids, contactId, sam } = ringing();
    centre.send({ kind: 'agent-accepts', ...ids });
    await centre.driver.advanceBy(10_000);
    centre.send({ kind: 'agent-signs-out', userId: 'sam' });
    await centre.run();
    expect(sam()).toMatchObject({ signedIn: false, contacts: [] });
    expect(sam()).not.toHaveProperty('unreachable');
    expect(describeContact(centre.world, contactId)?.completed).toBe(true);
  });
});
