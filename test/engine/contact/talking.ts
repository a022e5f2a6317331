/** A call in conversation with sam, at a centre with robin and alex and a quick connect of each kind. */
import { describeAgent, describeContact } from '../../../engine/contact/describe.ts';
import type { EngineEvent } from '../../../engine/contact/events.ts';
import type { Instance } from '../../../engine/contact/instance.ts';
import { Centre, type CentreOptions, hangUp, type Steps, toQueue } from './centre.ts';

export const OUTSIDE = '+12025550177';
export const straight: Steps = { ...toQueue('support', 'end'), end: hangUp };

export const QUICK_CONNECTS: NonNullable<Instance['quickConnects']> = [
  { arn: 'arn:q/robin', id: 'q-robin', name: 'Robin', kind: 'agent', userId: 'robin' },
  { arn: 'arn:q/sam', id: 'q-sam', name: 'Sam', kind: 'agent', userId: 'sam' },
  { arn: 'arn:q/orders', id: 'q-orders', name: 'Orders', kind: 'queue', queueId: 'orders' },
  { arn: 'arn:q/carrier', id: 'q-carrier', name: 'Carrier', kind: 'number', number: OUTSIDE },
];

const serves = (queueId: string) => ({ queueId, channel: 'VOICE', priority: 1, delaySeconds: 0 }) as const;
const profile = (id: string, queueId: string): Instance['routingProfiles'][number] => ({
  arn: `arn:${id}`,
  id,
  name: id,
  queues: [serves(queueId)],
  concurrency: { VOICE: 1 },
});

/** sam serves support; robin and alex serve orders. */
export async function talking(options: Partial<CentreOptions> = {}, here: readonly string[] = ['robin']) {
  const { flows, ...others } = options;
  const centre = new Centre({
    queues: [{ id: 'support' }, { id: 'orders' }],
    profiles: [profile('agents', 'support'), profile('ordering', 'orders')],
    users: [
      { id: 'sam' },
      { id: 'robin', routingProfileId: 'ordering' },
      { id: 'alex', routingProfileId: 'ordering' },
      { id: 'kim', routingProfileId: 'ordering' },
    ],
    quickConnects: QUICK_CONNECTS,
    ...others,
    flows: { main: straight, ...flows },
  });
  const contactId = centre.dial();
  centre.available('sam');
  centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
  await centre.driver.advanceBy(10_000);
  centre.available(...here);
  const ids = { userId: 'sam', contactId };
  const begin =
    (kind: 'agent-consults' | 'agent-transfers') =>
    (quickConnectId: string): string => {
      centre.send({ kind, ...ids, to: { quickConnectId } });
      return centre.of('transfer-started').at(-1)?.contactId ?? '';
    };
  return {
    centre,
    contactId,
    consults: begin('agent-consults'),
    transfers: begin('agent-transfers'),
    sends: (
      kind:
        | 'agent-swaps'
        | 'agent-conferences'
        | 'agent-drops'
        | 'agent-hangs-up'
        | 'agent-holds'
        | 'agent-resumes',
    ) => centre.send({ kind, ...ids } satisfies EngineEvent),
    outside: (outcome: 'answers' | 'busy' | 'no-answer' | 'refused' | 'hangs-up', of = contactId) =>
      centre.send({ kind: 'third-party', contactId: of, outcome }),
    accepts: async (userId: string, legId: string) => {
      centre.send({ kind: 'agent-accepts', userId, contactId: legId });
      await centre.driver.advanceBy(10_000);
    },
    caller: () => describeContact(centre.world, contactId),
    leg: (legId: string) => describeContact(centre.world, legId),
    at: (userId: string) => describeAgent(centre.world, userId)?.contact,
    hears: (of: string, party: 'customer' | 'transferrer' | 'agent' | 'third-party') =>
      centre
        .of('prompt')
        .flatMap((prompt) => (prompt.contactId === of && prompt.party === party ? [prompt.text] : [])),
  };
}
