/** What pages read as JSON: flows, what calls have taken of them, recent contacts, and one of either. */
import type { FlowCoverage } from '../../engine/coverage/flow-coverage.ts';
import { named } from './addresses.ts';
import type { ContactBook } from './contact-book.ts';
import { NOTHING_KNOWN } from './contact-book.ts';
import type { FlowMaps } from './flow-maps.ts';

export type ShownData =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'missing'; readonly sentence: string };

const FLOW = /^\/flows\/([^/]+)\.json$/;
const CONTACT = /^\/contacts\/([^/]+)\.json$/;

export interface Shown {
  readonly flows: FlowMaps;
  readonly book: ContactBook;
  readonly coverage: FlowCoverage;
}

/** Undefined for a path of something else. */
export function shownData(path: string, { flows, book, coverage }: Shown): ShownData | undefined {
  if (path === '/coverage.json') return data(coverage.record());
  if (path === '/flows.json') return data({ flows: flows.list() });
  if (path === '/contacts.json') return data({ nowMs: book.nowMs(), contacts: book.list() });
  const flowName = FLOW.exec(path)?.[1];
  if (flowName !== undefined) {
    const name = named(flowName);
    return data(
      name === undefined ? undefined : flows.find(name),
      'There is no such flow: /flows.json names them all.',
    );
  }
  const contactId = CONTACT.exec(path)?.[1];
  if (contactId === undefined) return undefined;
  return data(
    book.progress(named(contactId) ?? '', NOTHING_KNOWN)?.progress,
    'There is no such contact, or it ended long ago: /contacts.json names the recent ones.',
  );
}

/** One page shows all of these addresses, and says itself what is not there. */
export const isOverviewPath = (path: string): boolean => /^\/(?:flows|contacts)(?:\/[^/]*)?\/?$/.test(path);

const data = (value: unknown, otherwise = ''): ShownData =>
  value === undefined ? { kind: 'missing', sentence: otherwise } : { kind: 'data', data: value };
