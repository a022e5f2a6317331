/** What the API describes of contacts of a chain, each by its own id. */
import { expect, test } from '@jest/globals';
import { contactsOf } from '../../../local/connect/contacts.ts';
import { Centre, hangUp, START_MS, type Steps, toQueue } from '../../engine/contact/centre.ts';

const main: Steps = { ...toQueue('support', 'end'), end: hangUp };

function open() {
  const centre = new Centre({
    flows: { main },
    quickConnects: [{ arn: 'q:0', id: 'robin', name: 'Robin', kind: 'agent', userId: 'robin' }],
    profiles: [
      {
        arn: 'arn:agents',
        id: 'agents',
        name: 'agents',
        queues: (['VOICE', 'TASK'] as const).map((channel) => ({
          queueId: 'support',
          channel,
          priority: 1,
          delaySeconds: 0,
        })),
        concurrency: { VOICE: 1, TASK: 1 },
      },
    ],
  });
  const contacts = contactsOf(centre.world, (event) => centre.send(event));
  const accepts = (userId: string, contactId: string) =>
    centre.send({ kind: 'agent-accepts', userId, contactId });
  return { centre, contacts, accepts };
}

test('a call that its agent has transferred was had by that agent, who has left it; its queue is known still', async () => {
  const { centre, contacts, accepts } = open();
  const contactId = centre.dial();
  await centre.driver.advanceBy(2_000);
  centre.available('sam');
  accepts('sam', contactId);
  await centre.driver.advanceBy(10_000);
  const queue = { queueId: 'support', enqueuedAtMs: START_MS };
  expect(contacts.describe(contactId)).toMatchObject({ agent: { userId: 'sam' }, queue });
  centre.available('robin');
  centre.send({ kind: 'agent-consults', userId: 'sam', contactId, to: { quickConnectId: 'robin' } });
  const legId = centre.of('transfer-started').at(-1)?.contactId ?? '';
  await centre.driver.advanceBy(3_000);
  accepts('robin', legId);
  await centre.driver.advanceBy(3_000);
  centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
  expect(contacts.describe(contactId)).toMatchObject({
    disconnectReason: 'AGENT_DISCONNECT',
    endedAtMs: START_MS + 18_000,
    agent: { userId: 'sam', heldMs: 6_000 },
    queue,
  });
  const described = contacts.describe(legId);
  expect(described).toMatchObject({ initiationMethod: 'TRANSFER', agent: { userId: 'robin' } });
  expect(described?.disconnectReason).toBe(undefined);
});

test('a task is handed on for another reason, and whoever it only rang at did not have it', () => {
  const { centre, contacts, accepts } = open();
  centre.available('sam');
  centre.send({ kind: 'start-task', flowId: 'main', name: 'Look' });
  const contactId = centre.of('task-started').at(-1)?.contactId ?? '';
  const handedOn = () => {
    const started = contacts.transferTask({ contactId, flowId: 'main', queueId: 'support' });
    return 'contactId' in started ? started.contactId : '';
  };
  const second = handedOn();
  accepts('sam', contactId);
  handedOn();
  const [first, next] = [contactId, second].map((id) => contacts.describe(id));
  expect([first?.disconnectReason, first?.agent]).toEqual(['OTHER', undefined]);
  expect([next?.disconnectReason, next?.agent?.userId]).toEqual(['OTHER', 'sam']);
});
