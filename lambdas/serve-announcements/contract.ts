/** Announcements, outage notices and emergency closings, for supervisors to switch. */

import * as z from 'zod/mini';
import { announcement, announcementId, announcementTerms } from '../domain/announcement.ts';
import { LANGUAGES } from '../domain/language.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

const switched = z.strictObject({ announcementId });

export const serveAnnouncements = defineHttpFunction({
  name: 'serve-announcements',
  purpose: 'Lets supervisors switch what every caller is told, from the next call on.',
  routes: {
    listAnnouncements: {
      method: 'GET',
      path: '/announcements',
      purpose: 'What callers are told now and in time to come, for every agent to know.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      answers: {
        200: {
          when: 'All that are not over, with those that have just ended.',
          body: z.strictObject({ items: z.array(announcement), languages: z.array(z.enum(LANGUAGES)) }),
        },
      },
      problems: [],
    },
    switchAnnouncementOn: {
      method: 'PUT',
      path: '/announcements/{announcementId}',
      purpose:
        'Switches an announcement on for a time, or changes it; callers hear one of each kind at a time.',
      parameters: z.strictObject({ announcementId }),
      query: z.strictObject({}),
      body: announcementTerms,
      answers: { 200: { when: 'Calls that come in from now on hear it in its time.', body: switched } },
      problems: [403, 409, 413, 415, 422],
      supervisorsOnly: true,
    },
    switchAnnouncementOff: {
      method: 'DELETE',
      path: '/announcements/{announcementId}',
      purpose: 'Switches an announcement off before its time is over.',
      parameters: z.strictObject({ announcementId }),
      query: z.strictObject({}),
      answers: { 200: { when: 'Calls that come in from now on do not hear it.', body: switched } },
      problems: [403, 404, 409],
      supervisorsOnly: true,
    },
  },
  environment: { AGENT_CLAIMS: agentClaims, LANGUAGES: z.array(z.enum(LANGUAGES)) },
  functionTimeoutSeconds: 6,
  memoryMb: 512,
  /** The audit, all of them, and the change. */
  requestsInSequence: 3,
  attemptTimeoutMs: 800,
  uses: [
    { table: 'customers', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
