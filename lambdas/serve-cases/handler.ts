/** Answers the desktop about cases: by their customer, their owner or their department. */

import { askedAtOpening } from '../domain/case-opening.ts';
import { shownCase } from '../domain/case-shown.ts';
import { CASE_TYPES, caseTypes } from '../domain/case-types.ts';
import type { Voicemail } from '../domain/voicemail.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { linkToObject } from '../runtime/object-link.ts';
import { admit, audit, type Doors } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { admitToCase, caseIsGone } from '../tables/case-admission.ts';
import { readCaseFile } from '../tables/case-changes.ts';
import { type ListedCase, listCases, newestCases } from '../tables/case-lists.ts';
import { readVoicemail } from '../tables/voicemails.ts';
import { serveCases } from './contract.ts';

const client = openDatabase(serveCases);
const cases = { client, name: tableName('cases') };
const customers = { client, name: tableName('customers') };
const claims = environmentValue(serveCases, 'AGENT_CLAIMS');
const doors: Doors = {
  customers,
  desk: { client, name: tableName('desk') },
  cases,
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCases, 'MINUTES_AFTER_CONTACT'),
};

const LISTED_MAX = 50;
/** As long as it takes to listen to a message twice. */
const LENT_SECONDS = 300;

const listed = ({ reason: _reason, escalations: _level, ...shown }: ListedCase) => shown;

/** The voice message that a case was opened for, without where it lies. */
function shownVoicemail({ state, fromMs, recording }: Voicemail) {
  const kept = recording === undefined ? 'awaited' : 'kept';
  return {
    state: state === 'deleted' ? state : kept,
    recordedAt: new Date(fromMs).toISOString(),
    ...(recording === undefined ? {} : { seconds: recording.seconds }),
  } as const;
}

export const handler = httpFunction(serveCases, claims, {
  listCaseTypes: async () =>
    answer(200, {
      caseTypes: CASE_TYPES.map((type) => ({
        type,
        department: caseTypes[type].department,
        asksAtOpening: [...askedAtOpening(type)],
        asksBeforeResolved: [...caseTypes[type].required],
      })),
    }),

  listCasesOfCustomer: async ({ path: { customerId }, ...call }) => {
    const ids = await admit(doors, { ...call, operation: 'listCasesOfCustomer' }, customerId);
    const found = await newestCases(cases, ids, LISTED_MAX, call.signal);
    return answer(200, { items: found.map(listed) });
  },

  listCasesOfDepartment: async ({ path: { department }, ...call }) => {
    const { agent, signal } = call;
    const isAllowed = agent.isSupervisor || agent.departments.includes(department);
    const visit = { ...call, operation: 'listCasesOfDepartment' };
    await audit(doors, visit, NOBODY, isAllowed, isAllowed ? { via: 'department' } : undefined);
    if (!isAllowed) throw new HttpProblem(403, 'You are not in this department: ask an administrator.');
    const page = await listCases(cases, { department }, { limit: LISTED_MAX }, signal);
    return answer(200, { items: page.cases.map(listed) });
  },

  readCase: async ({ path: { caseNumber }, ...call }) => {
    await admitToCase(doors, { ...call, operation: 'readCase' }, caseNumber);
    const file = await readCaseFile(cases, caseNumber, call.signal);
    if (file === undefined) throw caseIsGone();
    const voicemail =
      file.case.type === 'voicemail' ? await readVoicemail(cases, caseNumber, call.signal) : undefined;
    return answer(200, {
      case: shownCase(file.case, call.agent),
      notes: file.notes.map(({ atMs, by, contactId, visibility, about, words }) => ({
        at: new Date(atMs).toISOString(),
        byRole: by.role,
        by: by.id,
        ...(contactId === undefined ? {} : { contactId }),
        visibility,
        about,
        words,
      })),
      contactIds: [...file.contactIds],
      ...(voicemail === undefined ? {} : { voicemail: shownVoicemail(voicemail) }),
      orderNumbers: [...file.orderNumbers],
    });
  },

  hearVoicemail: async ({ path: { caseNumber }, ...call }) => {
    await admitToCase(doors, { ...call, operation: 'hearVoicemail' }, caseNumber);
    const { now, signal } = call;
    const voicemail = await readVoicemail(cases, caseNumber, signal);
    if (voicemail === undefined || voicemail.state === 'deleted')
      throw new HttpProblem(404, 'This case has no voice message.');
    const { recording, fromMs } = voicemail;
    if (recording === undefined)
      throw new HttpProblem(
        409,
        'The recording has not come yet; where it never does, call the number back.',
      );
    const { bucket, key, offsetSeconds, seconds } = recording;
    const lentAt = now();
    return answer(200, {
      url: await linkToObject(bucket, key, LENT_SECONDS, lentAt),
      expiresAt: new Date(lentAt.getTime() + LENT_SECONDS * 1_000).toISOString(),
      recordedAt: new Date(fromMs).toISOString(),
      offsetSeconds,
      seconds,
    });
  },
});
