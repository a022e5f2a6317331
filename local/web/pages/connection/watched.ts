/** What a watching page knows, from what it heard: one pure step. */
import type { ContactSummary, WatcherHears } from '../../contact-shown.ts';
import { type Walk, walkAfter } from '../map/walk.ts';

export interface Watched {
  readonly link: 'opening' | 'open' | 'lost';
  /** Latest first. */
  readonly contacts: readonly ContactSummary[];
  /** Of the contact that is followed. */
  readonly walk: Walk | undefined;
  /** One sentence, when the contact to be followed is not known. */
  readonly unknown: string | undefined;
  /** What to add to this browser's clock to have the centre's. */
  readonly aheadMs: number;
}

export type Happening =
  | { readonly kind: 'heard'; readonly message: WatcherHears; readonly nowMs: number }
  | { readonly kind: 'lost' };

export const nothingHeard: Watched = {
  link: 'opening',
  contacts: [],
  walk: undefined,
  unknown: undefined,
  aheadMs: 0,
};

/** As many as the centre lists. */
const CONTACTS_MAX = 200;

export function watchedAfter(state: Watched, happening: Happening): Watched {
  if (happening.kind === 'lost') return { ...state, link: 'lost' };
  const { message, nowMs } = happening;
  switch (message.type) {
    case 'ready':
      return { ...state, link: 'open', contacts: message.contacts, aheadMs: message.nowMs - nowMs };
    case 'contact':
      return { ...state, contacts: withContact(state.contacts, message.contact) };
    case 'progress': {
      const { progress } = message;
      const same = state.walk?.progress.contact.contactId === progress.contact.contactId;
      return {
        ...state,
        walk: walkAfter(same ? state.walk : undefined, progress),
        unknown: undefined,
        aheadMs: progress.nowMs - nowMs,
      };
    }
    case 'unknown':
      return { ...state, walk: undefined, unknown: message.message };
    case 'refused':
      return { ...state, unknown: message.message };
  }
}

function withContact(contacts: readonly ContactSummary[], contact: ContactSummary): ContactSummary[] {
  const place = contacts.findIndex(({ contactId }) => contactId === contact.contactId);
  return place < 0 ? [contact, ...contacts].slice(0, CONTACTS_MAX) : contacts.with(place, contact);
}
