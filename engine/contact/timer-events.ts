/** What happens when a timer is due. */
import { finishWork } from './after-contact-work.ts';
import { accept, endContact, goOn, notTaken } from './call.ts';
import { chatHasExpired, isIdleNow, neverConnected } from './chat-timers.ts';
import { stepExpires } from './criteria.ts';
import type { Timer } from './model.ts';
import { offerContact } from './offering.ts';
import { delayIsOver, hasExpired, hasRungInVain } from './outward-events.ts';
import { taskHasExpired } from './pausing.ts';
import { dropBlockTimer } from './timers.ts';
import { workOn } from './works.ts';
import type { World } from './world.ts';

export function timeHasCome(world: World, timer: Timer): void {
  const { agent, contact, run } = timer;
  const work = agent === undefined || contact === undefined ? undefined : workOn(agent, contact);
  switch (timer.kind) {
    case 'block':
      if (run === undefined) return;
      dropBlockTimer(run, timer);
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
      if (agent !== undefined && contact !== undefined) notTaken(world, agent, contact, 'missed');
      return;
    case 'auto-accept':
      if (agent !== undefined && contact !== undefined && work?.state === 'ringing') {
        accept(world, agent, contact);
      }
      return;
    case 'after-contact-work':
      if (agent !== undefined && work !== undefined) finishWork(world, agent, work);
      return;
    case 'routing-delay':
      if (contact !== undefined) offerContact(world, contact);
      return;
    case 'routing-step':
      if (contact === undefined) return;
      stepExpires(world, contact);
      offerContact(world, contact);
      return;
    case 'no-answer':
      if (contact?.phase === 'dialling') endContact(world, contact, 'TELECOM_UNANSWERED');
      return;
    case 'calling':
      if (contact !== undefined) hasRungInVain(world, contact);
      return;
    case 'delay':
      if (contact !== undefined) delayIsOver(world, contact);
      return;
    case 'expiry':
      if (contact?.task !== undefined) taskHasExpired(world, contact);
      else if (contact?.chat !== undefined) chatHasExpired(world, contact);
      else if (contact !== undefined) hasExpired(world, contact);
      return;
    case 'chat-idle':
      if (contact !== undefined) isIdleNow(world, contact, timer);
      return;
    case 'chat-connection':
      if (contact !== undefined) neverConnected(world, contact);
      return;
  }
}
