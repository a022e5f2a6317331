/** Calls of people who were here a short while ago, by every way that takes them to whoever knows the matter. */
import type { LastContact } from '../../../lambdas/domain/last-contact.ts';
import { lastContactKey } from '../../../lambdas/tables/customer-keys.ts';
import { putItem } from '../../../lambdas/tables/requests.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import type { Route } from './routes.ts';

const from = '+12025550189';

/** @param number who called */
export const wasHere =
  (last: Partial<LastContact>, number = from, agent?: string) =>
  async (centre: ContactCentre): Promise<void> => {
    const endedAt = new Date(centre.cloud.centre.nowMs() - 60_000).toISOString();
    const agentId = agent === undefined ? undefined : centre.agent(agent).userId;
    await putItem(centre.table('CustomersTable'), {
      Item: {
        ...lastContactKey(number),
        contactId: 'before',
        endedAt,
        team: 'support',
        ...last,
        ...(agentId === undefined ? {} : { agentId }),
      },
    });
  };

const back = (before: NonNullable<Route['before']>): Route => ({ person: { from }, answers: ['7'], before });

export const returningRoutes: readonly Route[] = [
  { person: { from: '+12025550188' }, answers: ['7', '8', '0'] },
  back(wasHere({})),
  back(wasHere({ team: 'orders' })),
  back(wasHere({ team: 'escalations' })),
  back(wasHere({ team: 'quality' })),
  back(wasHere({ team: 'quality' }, from, 'sam')),
  back(wasHere({ team: 'quality', agentId: 'nobody' })),
  ...(['quality', 'technical', 'shipping', 'billing'] as const).map((team) => ({
    ...back(wasHere({ team }, from, 'sam')),
    busy: true,
  })),
  back(wasHere({ agentId: 'nobody' })),
  back(wasHere({}, from, 'sam')),
  { ...back(wasHere({}, from, 'sam')), agent: true },
];

/** Nobody is there at all. */
export const returningClosedRoutes: readonly Route[] = [back(wasHere({ team: 'escalations' }))];
