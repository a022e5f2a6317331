/** Recent contacts as pages show them, read from the centre's own memory of them: nothing is kept twice. */
import type { ContactDescription } from '../../engine/contact/describe.ts';
import type { RunningCentre } from '../connect/running-centre.ts';
import type { ContactProgress, ContactSummary } from './contact-shown.ts';
import { CONTACTS_SHOWN_MAX, MOMENTS_SHOWN_MAX } from './limits.ts';
import { endInWords, type Shower, showMoment } from './moments.ts';
import type { ResourceNames } from './resource-names.ts';
import { fullName } from './sign-ins.ts';
import { maskedNumber } from './telephone-number.ts';

export interface ContactBook {
  nowMs(): number;
  /** Latest first, at most {@link CONTACTS_SHOWN_MAX}. */
  list(): ContactSummary[];
  /** Undefined for a contact that never was, or ended long ago. */
  summary(contactId: string): ContactSummary | undefined;
  /**
   * @param known how much of the contact was given before: numbers of moments and of lines, 0 for none
   * @returns what is new, and where it ends
   */
  progress(contactId: string, known: Known): { progress: ContactProgress; known: Known } | undefined;
}

/** How many of the centre's moments and lines have been read. */
export interface Known {
  readonly moments: number;
  readonly lines: number;
}
export const NOTHING_KNOWN: Known = { moments: 0, lines: 0 };

export function contactBookOf(centre: RunningCentre, names: ResourceNames): ContactBook {
  const agents = new Map(centre.instance.users.map((user) => [user.id, fullName(user)]));
  const agentName = (userId: string): string => agents.get(userId) ?? userId;

  function summary(contactId: string): ContactSummary | undefined {
    const contact = centre.contact(contactId);
    return contact === undefined ? undefined : summarise(contact);
  }

  function summarise(contact: ContactDescription): ContactSummary {
    const { contactId, startedAtMs, endedAtMs, queue, agent, reason, from, task } = contact;
    return {
      contactId,
      startedAtMs,
      caller: from === undefined ? (task?.name ?? 'Number withheld') : maskedNumber(from),
      phase: phaseInWords(contact),
      going: endedAtMs === undefined,
      ...(endedAtMs === undefined ? {} : { endedAtMs }),
      ...(queue === undefined ? {} : { queue: queue.name }),
      ...(agent === undefined ? {} : { agent: agentName(agent.userId) }),
      ...(reason === undefined || endedAtMs === undefined ? {} : { end: endInWords(reason) }),
    };
  }

  function shower(contact: ContactDescription): Shower {
    const { contactId, from } = contact;
    const masked = from === undefined ? undefined : maskedNumber(from);
    return {
      names,
      agentName,
      hide(text) {
        const shown = centre.shown(contactId, text);
        return from === undefined || masked === undefined ? shown : shown.replaceAll(from, masked);
      },
    };
  }

  return {
    nowMs: () => centre.nowMs(),
    list: () =>
      centre
        .recentContacts()
        .slice(0, CONTACTS_SHOWN_MAX)
        .flatMap((contactId) => summary(contactId) ?? []),
    summary,
    progress(contactId, known) {
      const contact = centre.contact(contactId);
      const history = centre.history(contactId);
      // A segment of a chain is described, but what happened is kept with the whole.
      if (contact === undefined || history.length === 0) return undefined;
      const log = centre.functionLog(contactId);
      const show = shower(contact);
      const momentsFrom = Math.max(known.moments, history.length - MOMENTS_SHOWN_MAX, 0);
      const linesFrom = Math.min(known.lines, log.length);
      const { flow, connectedAtMs } = contact;
      const attributes = Object.entries(contact.attributes).map(([name, value]) => [
        name,
        show.hide(names.shown(value)),
      ]);
      return {
        known: { moments: history.length, lines: log.length },
        progress: {
          contact: summarise(contact),
          nowMs: centre.nowMs(),
          attributes: Object.fromEntries(attributes),
          recorded: [...contact.recording],
          fresh: known === NOTHING_KNOWN,
          leftOut: known === NOTHING_KNOWN ? momentsFrom : 0,
          moments: history.slice(momentsFrom).flatMap((moment) => showMoment(moment, show) ?? []),
          lines: log.slice(linesFrom).map(({ atMs, functionName, text }) => ({
            atMs,
            function: functionName,
            text: show.hide(text),
          })),
          ...(connectedAtMs === undefined ? {} : { connectedAtMs }),
          ...(flow === undefined
            ? {}
            : { where: { flow: names.flow(flow.arn) ?? flow.name, step: flow.step } }),
        },
      };
    },
  };
}

function phaseInWords({ phase, agent, completed, outward }: ContactDescription): string {
  switch (phase) {
    case 'flow':
      return 'In a menu';
    case 'scheduled':
      return 'Waits for its time';
    case 'queued':
      return agent?.state === 'ringing' ? 'Rings at an agent' : 'In the queue';
    case 'agent-whisper':
    case 'customer-whisper':
      return 'Being connected';
    case 'connected':
      return 'With an agent';
    case 'calling':
      return 'Rings at the customer';
    case 'dialling':
      return 'Rings outside';
    case 'outbound-whisper':
      return outward === undefined ? 'With somebody outside' : 'Being connected';
    case 'third-party':
      return 'With somebody outside';
    case 'paused':
      return 'Paused';
    case 'disconnect-flow':
      return 'In the goodbye';
    case 'ended':
      return completed ? 'Ended' : 'After contact work';
  }
}
