/** Boots the fixture as a whole local cloud, and lets a test follow one call in it. */
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import type { Effect } from '../../../engine/contact/events.ts';
import { bootCloud, type Cloud } from '../../../local/cloud.ts';
import { FIXTURE, type Mutate } from './booted-resources.ts';

export const MONDAY_MS = Date.parse('2026-11-23T09:00:00Z');
export const NUMBER = '+12025550100';
export const CALLER = '+12025550147';

export const bootFixture = (...mutations: readonly Mutate[]): Promise<Cloud<VirtualDriver>> =>
  bootCloud({
    assemblyFolder: FIXTURE,
    clock: { kind: 'virtual', nowMs: MONDAY_MS, seed: 7 },
    mutate: (template) => {
      for (const mutate of mutations) mutate(template);
    },
  });

export const remove =
  (logicalId: string): Mutate =>
  (template) => {
    delete template.Resources[logicalId];
    for (const resource of Object.values(template.Resources)) {
      if (resource.DependsOn === undefined) continue;
      resource.DependsOn = [resource.DependsOn].flat().filter((id) => id !== logicalId);
    }
  };

/** Dials the fixture's number. @returns the contact's id */
export const dial = (cloud: Cloud): string => {
  const effects = cloud.centre.send({ kind: 'dial', to: NUMBER, from: CALLER, playback: 'estimated' });
  const [started] = effects;
  if (started?.kind !== 'contact-started') throw new Error('dialling started no contact');
  return started.contactId;
};

export const effectsOf = (cloud: Cloud, contactId: string): readonly Effect[] =>
  cloud.centre.history(contactId).map(({ effect }) => effect);

/** Lets time pass until an effect of the kind has happened to the contact. */
export const until = async <K extends Effect['kind']>(
  cloud: Cloud<VirtualDriver>,
  contactId: string,
  kind: K,
): Promise<Extract<Effect, { kind: K }>> => {
  for (;;) {
    await cloud.driver.settle();
    const found = effectsOf(cloud, contactId).find(
      (effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind,
    );
    if (found !== undefined) return found;
    if (!(await cloud.driver.advanceToNext(120_000))) throw new Error(`no ${kind} came`);
  }
};

export const heard = (cloud: Cloud, contactId: string): readonly string[] =>
  effectsOf(cloud, contactId).flatMap((effect) =>
    effect.kind === 'prompt' && effect.party === 'customer' ? [effect.text] : [],
  );
