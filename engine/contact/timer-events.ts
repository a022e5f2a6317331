/** What happens when a timer is due. */
import { accept, finishWork, goOn } from './call.ts';
import type { Timer } from './model.ts';
import { declined, offerContact } from './offering.ts';
import type { World } from './world.ts';

export function timeHasCome(world: World, timer: Timer): void {
  const { agent, contact, run } = timer;
  switch (timer.kind) {
    case 'block':
      if (run === undefined) return;
      run.timers.splice(run.timers.indexOf(timer), 1);
      goOn(world, run, { kind: 'time', timer: timer.name });
      return;
    case 'speech': {
      const { speech } = run ?? {};
      if (run === undefined || speech === undefined) return;
      run.speech = undefined;
      // What goes on speaking while a branch runs is not waited for by the block of that branch.
      if (run.step === speech.step) goOn(world, run, { kind: 'playback-ended' });
      return;
    }
    case 'ring':
      if (agent !== undefined) declined(world, agent, 'missed');
      return;
    case 'auto-accept':
      if (agent?.work?.state === 'ringing' && contact !== undefined && agent.work.contact === contact) {
        accept(world, agent, contact);
      }
      return;
    case 'after-contact-work':
      if (agent !== undefined) finishWork(world, agent);
      return;
    case 'routing-delay':
      if (contact !== undefined) offerContact(world, contact);
      return;
  }
}
