/** Lets supervisors switch what every caller is told; who switched what is in the audit. */

import { objectionTo } from '../domain/announcement.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, type HttpRoutes, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { audit, keepsRefusals, type Visit } from '../tables/admission.ts';
import { readAnnouncements, type Switched, switchOff, switchOn } from '../tables/announcements.ts';
import { NOBODY } from '../tables/audit.ts';
import { serveAnnouncements } from './contract.ts';

const client = openDatabase(serveAnnouncements);
const customers = { client, name: tableName('customers') };
const doors = { audit: { client, name: tableName('audit') } };
const claims = environmentValue(serveAnnouncements, 'AGENT_CLAIMS');
const languages = environmentValue(serveAnnouncements, 'LANGUAGES');

const kept = (visit: Omit<Visit, 'operation'>, operation: string): Promise<void> =>
  audit(doors, { ...visit, operation }, NOBODY, true, { via: 'supervisor' });

function refuseUnlessSwitched(switched: Switched): void {
  switch (switched.kind) {
    case 'switched':
      return;
    case 'in-the-way': {
      const { announcementId, kind, from, until } = switched.other;
      throw new HttpProblem(
        409,
        `'${announcementId}' of the kind '${kind}' is said from ${from} to ${until}: switch it off, or choose another time.`,
      );
    }
    case 'too-many':
      throw new HttpProblem(409, 'There are as many announcements as there may be: switch one off first.');
    case 'changed-meanwhile':
      throw new HttpProblem(409, 'Somebody else has just changed the announcements: look, and try again.');
  }
}

const routes = {
  listAnnouncements: async ({ signal }) => {
    const { announcements } = await readAnnouncements(customers, signal);
    return answer(200, { items: [...announcements], languages });
  },
  switchAnnouncementOn: async ({ path: { announcementId }, body, ...switching }) => {
    const { agent, now, signal } = switching;
    const nowMs = now().getTime();
    const objection = objectionTo(body, languages, nowMs);
    if (objection !== undefined) throw new HttpProblem(422, objection);
    await kept(switching, 'switchAnnouncementOn');
    const wanted = { ...body, announcementId, by: agent.agentId, at: new Date(nowMs).toISOString() };
    refuseUnlessSwitched(await switchOn(customers, wanted, nowMs, signal));
    return answer(200, { announcementId });
  },
  switchAnnouncementOff: async ({ path: { announcementId }, ...switching }) => {
    await kept(switching, 'switchAnnouncementOff');
    const switched = await switchOff(customers, announcementId, switching.signal);
    if (switched.kind === 'unknown')
      throw new HttpProblem(404, `There is no announcement '${announcementId}': list them.`);
    refuseUnlessSwitched(switched);
    return answer(200, { announcementId });
  },
} satisfies HttpRoutes<typeof serveAnnouncements>;

export const handler = httpFunction(serveAnnouncements, claims, routes, keepsRefusals(doors));
