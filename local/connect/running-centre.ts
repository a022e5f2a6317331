/** The centre over a driver: what telephones, desktops, commands and tests talk to. */
import { contactValue } from '../../engine/contact/contact-value.ts';
import { type ContactDescription, describeAgent, describeContact } from '../../engine/contact/describe.ts';
import type { Driver } from '../../engine/contact/driver.ts';
import { FLOWS } from '../../engine/contact/flow-recording.ts';
import { maskText } from '../../engine/contact/masking.ts';
import { NotInService } from '../../engine/contact/refusals.ts';
import type { World } from '../../engine/contact/world.ts';
import type { Json } from '../../engine/language/flow.ts';
import type { FunctionLogLine } from '../lambda/invocation.ts';
import type { Centre } from './centre.ts';
import { whyNotInService } from './not-in-service.ts';
import type { Recorder } from './recorder.ts';
import type { CallerSounds } from './records/caller-sounds.ts';
import type { ConnectState } from './state.ts';

export interface RunningCentre extends Centre {
  /** The contact as people may see it; undefined for one that never was or ended long ago. */
  contact(contactId: string): ContactDescription | undefined;
  /** What a reference such as `$.Attributes.verified` names for the contact now, unmasked: for checks, not for people. */
  value(contactId: string, reference: string): string | undefined;
  /** Entries that the flow wrote to its log; none where the instance keeps no flow logs. */
  flowLog(contactId: string): readonly Readonly<Record<string, Json>>[];
  /** What functions wrote to their logs while they worked for the contact. */
  functionLog(contactId: string): readonly FunctionLogLine[];
  /** The text without the keys that the contact's caller pressed while the flow log was off. */
  shown(contactId: string, text: string): string;
  /** What a microphone sends of the caller (µ-law, 8 kHz), as it comes; kept only where it is recorded. */
  hear(contactId: string, muLaw: Buffer): void;
  /** Why calls cannot be taken; undefined when they can. */
  notReady(): string | undefined;
}

export interface CentreParts {
  readonly state: ConnectState;
  readonly world: World;
  readonly driver: Driver;
  readonly recorder: Recorder;
  readonly sounds: Pick<CallerSounds, 'hear'>;
  notReady(): string | undefined;
}

export const createCentre = ({
  state,
  world,
  driver,
  recorder,
  sounds,
  notReady,
}: CentreParts): RunningCentre => ({
  instance: world.instance,
  nowMs: () => driver.nowMs(),
  send(event) {
    if (event.kind === 'dial' && state.numbers.list().some(({ number }) => number === event.to)) {
      const why = whyNotInService(state, event.to);
      if (why !== undefined) throw new NotInService(why);
    }
    return driver.send(event);
  },
  observe: (listener) => recorder.listen(listener),
  history: (contactId) => recorder.history(contactId),
  recentContacts: () => recorder.recent(),
  agent: (userId) => describeAgent(world, userId),
  contact: (contactId) => describeContact(world, contactId),
  value: (contactId, reference) => contactValue(world, contactId, reference),
  flowLog: (contactId) =>
    state.instance?.flowLogs === true
      ? recorder
          .history(contactId)
          .flatMap(({ effect }) => (effect.kind === 'flow-log' ? [effect.entry] : []))
      : [],
  functionLog: (contactId) => recorder.logLines(contactId),
  shown: (contactId, text) => maskText(world.contacts.get(contactId)?.secrets, text),
  hear(contactId, muLaw) {
    const isRecorded = world.contacts.get(contactId)?.recording.includes(FLOWS) === true;
    if (isRecorded) sounds.hear(contactId, muLaw, driver.nowMs());
  },
  notReady,
});
