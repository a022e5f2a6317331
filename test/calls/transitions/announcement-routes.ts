/** Calls that between them hear whatever a supervisor may announce. */
import type { AnnouncementTerms } from '../../../lambdas/domain/announcement.ts';
import { ANNOUNCEMENTS_KEY, switchOn } from '../../../lambdas/tables/announcements.ts';
import { putItem } from '../../../lambdas/tables/requests.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { stranger } from '../../kit/people.ts';
import { raises } from './case-routes.ts';
import type { Route } from './routes.ts';

/** Callers hear nothing but the menu. */
export const announcesNothing = (centre: ContactCentre): Promise<void> =>
  putItem(centre.table('CustomersTable'), {
    Item: { ...ANNOUNCEMENTS_KEY, version: 0, announcements: [] },
  });

export const announces =
  (what: Pick<AnnouncementTerms, 'kind' | 'topic'>, until?: string) =>
  async (centre: ContactCentre): Promise<void> => {
    await announcesNothing(centre);
    const nowMs = centre.cloud.centre.nowMs();
    const at = (days: number) => new Date(nowMs + days * 86_400_000).toISOString();
    const announcement = {
      ...what,
      announcementId: 'storm',
      from: at(0),
      until: until ?? at(100),
      texts: { en: 'There is a storm.' },
      fallback: 'en' as const,
      by: 'robin',
      at: at(0),
    };
    await switchOn(centre.table('CustomersTable'), announcement, nowMs);
  };

const hears = (what: Pick<AnnouncementTerms, 'kind' | 'topic'>, ...answers: Route['answers']): Route => ({
  person: stranger,
  answers,
  before: announces(what),
});
const outage = (key: string, topic: NonNullable<AnnouncementTerms['topic']>): Route =>
  hears({ kind: 'outage', topic }, key);

export const announcementRoutes: readonly Route[] = [
  hears({ kind: 'announcement' }, '0'),
  outage('1', 'order-status'),
  outage('2', 'place-order'),
  outage('3', 'report-problem'),
  outage('4', 'product-information'),
  outage('5', 'appointments'),
  outage('6', 'call-back'),
  hears({ kind: 'closed' }, '0'),
  {
    ...raises('1', '9'),
    before: async (centre) => {
      await announces({ kind: 'closed' })(centre);
      await centre.changeCases({ status: 'open' });
      // Longer than any promise of the escalation team, so that the case is raised.
      await centre.passes(3 * 60 * 60_000);
    },
  },
];
