/** Prints a call the way a person would tell it: what was heard and pressed, when, and what happened behind it. */
import type { Effect } from '../../engine/contact/events.ts';
import type { Moment } from '../../local/connect/centre.ts';

/** `mm:ss.t` since the call began. */
export function callTime(sinceStartMs: number): string {
  const tenths = Math.floor(sinceStartMs / 100);
  const minutes = Math.floor(tenths / 600);
  const seconds = Math.floor((tenths % 600) / 10);
  return `${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}.${tenths % 10}`;
}

const line = (who: string, what: string): string => `${who.padEnd(9)} ${what}`;

/** One line for an effect, or nothing for those that only machines care about. */
function tell(effect: Effect): string | undefined {
  switch (effect.kind) {
    case 'contact-started':
      return line('caller', `dials ${effect.to}`);
    case 'chat-started':
      return line('customer', `${effect.customerName} begins a chat`);
    case 'chat-message':
      return line(effect.from === 'AGENT' ? 'agent' : 'customer', `writes "${effect.text}"`);
    case 'chat-idle':
      return line(effect.role === 'AGENT' ? 'agent' : 'customer', effect.isIdle ? 'is idle' : 'is back');
    case 'prompt':
      return line(effect.party === 'customer' ? 'caller' : 'agent', `hears "${effect.text}"`);
    case 'key-heard':
      return line('caller', `presses ${effect.key}`);
    case 'words-heard':
      return line('caller', `says "${effect.text}"`);
    case 'listening':
      return line('', `(waits for keys: ${effect.listening.form})`);
    case 'invoke':
      return line('function', `${effect.functionArn.split(':').at(-1)}, attempt ${effect.attempt}`);
    case 'ask-service':
      return line('service', `${effect.service}, ${effect.operation}`);
    case 'step-taken':
      return line('flow', `${effect.flowName} / ${effect.step} → ${effect.branch}${reason(effect.because)}`);
    case 'queued':
      return line('queue', effect.queueName);
    case 'offered':
    case 'accepted':
    case 'connected':
    case 'missed':
    case 'rejected':
      return line('agent', effect.kind);
    case 'recording':
      return line('recording', effect.participants.join(' and ') || 'off');
    case 'contact-ended':
      return line('end', effect.reason);
    default:
      return undefined;
  }
}

const reason = (because: string | undefined): string => (because === undefined ? '' : ` (${because})`);

export function transcript(moments: readonly Moment[]): string {
  const startMs = moments[0]?.atMs ?? 0;
  return moments
    .flatMap((moment) => {
      const told = tell(moment.effect);
      return told === undefined ? [] : [`${callTime(moment.atMs - startMs)}  ${told}`];
    })
    .join('\n');
}
