/** Announcements in local or deployed tables: listed, switched on for a time, switched off. */
import * as z from 'zod/mini';
import { LANGUAGES } from '../../contact-flows/languages.ts';
import {
  type Announcement,
  announcementId,
  announcementTerms,
  objectionTo,
  readAnnouncements,
  switchOff,
  switchOn,
} from '../../lambdas/tables/announcements.ts';
import type { Table } from '../../lambdas/tables/table.ts';
import { clientOf, type Target, TargetError, tableOf } from './target.ts';

/** What is wanted, as somebody typed it. */
export interface WantedAnnouncement {
  readonly id: string;
  readonly kind: string;
  readonly topic: string | undefined;
  /** Moments: ISO 8601 with a time zone, or so long from now (`+90m`, `+2h`, `+3d`). */
  readonly from: string;
  readonly until: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly fallback: string | undefined;
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** @throws TargetError with one sentence where it cannot be read */
export function momentOf(typed: string, nowMs: number): string {
  const [, count, unit] = /^\+(\d{1,4})([mhd])$/.exec(typed) ?? [];
  if (count !== undefined && (unit === 'm' || unit === 'h' || unit === 'd'))
    return new Date(nowMs + Number(count) * UNITS[unit]).toISOString();
  const ms = /(?:Z|[+-]\d\d:\d\d)$/.test(typed) ? Date.parse(typed) : Number.NaN;
  if (Number.isNaN(ms))
    throw new TargetError(
      `'${typed}' is no moment: give one with its time zone, such as 2026-11-22T18:00:00Z, or so long from now, such as +2h.`,
    );
  return new Date(ms).toISOString();
}

/** The announcements that are kept. */
export const listAnnouncements = (target: Target): Promise<readonly Announcement[]> =>
  within(target, async (table) => (await readAnnouncements(table)).announcements);

/** @throws TargetError with one sentence for what cannot be announced so */
export async function announce(
  target: Target,
  wanted: WantedAnnouncement,
  nowMs: number,
): Promise<Announcement> {
  const { id, from, until, topic, fallback, ...given } = wanted;
  const terms = z.safeParse(announcementTerms, {
    ...given,
    from: momentOf(from, nowMs),
    until: momentOf(until, nowMs),
    ...(topic === undefined ? {} : { topic }),
    ...(fallback === undefined ? {} : { fallback }),
  });
  if (!terms.success) throw new TargetError(sentenceOf(terms.error.issues[0], { ...wanted }));
  const name = z.safeParse(announcementId, id);
  if (!name.success)
    throw new TargetError(`The name '${id}' ${name.error.issues[0]?.message ?? 'is not taken'}.`);
  const spoken = (target.outputs['Languages'] ?? 'en').split(',');
  const languages = LANGUAGES.filter((language) => spoken.includes(language));
  const objection = objectionTo(terms.data, languages, nowMs);
  if (objection !== undefined) throw new TargetError(objection);
  const announcement = {
    ...terms.data,
    announcementId: id,
    by: 'command line',
    at: new Date(nowMs).toISOString(),
  };
  const switched = await within(target, (table) => switchOn(table, announcement, nowMs));
  switch (switched.kind) {
    case 'switched':
      return announcement;
    case 'in-the-way': {
      const { announcementId: other, kind, from: begins, until: ends } = switched.other;
      throw new TargetError(
        `'${other}' of the kind '${kind}' is said from ${begins} to ${ends}: switch it off, or choose another time.`,
      );
    }
    case 'too-many':
      throw new TargetError('There are as many announcements as there may be: switch one off first.');
    case 'changed-meanwhile':
      throw new TargetError('Somebody else has just changed the announcements: look, and try again.');
  }
}

/** What is wrong with an option, its value, and what is taken there. */
function sentenceOf(issue: z.core.$ZodIssue | undefined, wanted: Readonly<Record<string, unknown>>): string {
  const [name = 'it', language] = issue?.path ?? [];
  const given: unknown = wanted[String(name)];
  const value = typeof given === 'object' && given !== null ? Reflect.get(given, language ?? '') : given;
  const option = `--${String(language ?? name)}`;
  switch (issue?.code) {
    case 'invalid_value':
      return `${option} is '${value}'; choose one of ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return `${option} has ${String(value).length} characters; give at most ${issue.maximum}.`;
    default:
      return `${option} is '${value}', and ${issue?.message ?? 'is not taken'}.`;
  }
}

/** @throws TargetError where there is none of the name */
export async function announceNoLonger(target: Target, id: string): Promise<void> {
  const { kind } = await within(target, (table) => switchOff(table, id));
  if (kind === 'unknown') throw new TargetError(`There is no announcement '${id}': list them with announce.`);
  if (kind === 'changed-meanwhile')
    throw new TargetError('Somebody else has just changed the announcements: look, and try again.');
}

async function within<Result>(target: Target, work: (table: Table) => Promise<Result>): Promise<Result> {
  const client = clientOf(target);
  try {
    return await work({ client, name: tableOf(target, 'CustomersTable') });
  } finally {
    client.destroy();
  }
}
