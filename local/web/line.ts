/** One telephone at the contact centre: what it dials, presses and hears, over any transport. */
import type { Effect } from '../../engine/contact/events.ts';
import { FLOWS } from '../../engine/contact/flow-recording.ts';
import type { RunningCentre } from '../connect/running-centre.ts';
import type { TelephoneHears, TelephoneSays } from './protocol.ts';
import { refusalOf } from './refusal.ts';
import { speechOfSsml, wordsOfSsml } from './spoken-text.ts';
import { readCallerNumber, readTelephoneNumber } from './telephone-number.ts';

export interface Line {
  /** Does what the telephone asks; what comes of it is said to the telephone, refusals as one sentence. */
  hear(message: TelephoneSays): void;
  /** The telephone is gone: a call that is still going on is hung up. */
  close(): void;
}

export interface LineOptions {
  readonly centre: RunningCentre;
  readonly say: (message: TelephoneHears) => void;
  /** Where the recording of a prompt is served; undefined where there is none. */
  readonly audioOf: (promptName: string) => string | undefined;
}

/**
 * Opens a line and says `ready`. It carries one call at a time.
 * @throws what the centre throws beside refusals: faults of our own
 */
export function openLine({ centre, say, audioOf }: LineOptions): Line {
  let contactId: string | undefined;
  let dialling = false;
  /** The number at which this telephone is called, and the contact for which it rings. */
  let ownNumber: string | undefined;
  let ringingFor: string | undefined;
  /** The agent who is on the line. */
  let agent: string | undefined;
  const numbers = centre.instance.phoneNumbers.map(({ number }) => number);

  const stopObserving = centre.observe(({ effect }) => {
    if (!('contactId' in effect)) return;
    if (dialling && contactId === undefined && effect.kind === 'contact-started') {
      contactId = effect.contactId;
    }
    if (effect.kind === 'customer-dialled') rings(effect);
    if (effect.contactId === ringingFor && centre.contact(ringingFor)?.phase !== 'calling') {
      ringingFor = undefined;
      say({ type: 'called-no-more' });
    }
    if (effect.contactId !== contactId) return;
    if (agent !== undefined && centre.contact(contactId)?.phase === 'disconnect-flow') {
      say({ type: 'agent-left', agent });
      agent = undefined;
    }
    const message = heard(effect, centre, audioOf);
    if (message !== undefined) say(message);
    if (message?.type === 'connected') agent = message.agent;
    if (effect.kind === 'contact-ended') {
      contactId = undefined;
      agent = undefined;
    }
  });

  /** A telephone that is in a call, or rings already, does not ring for another. */
  function rings({
    contactId: calledFor,
    number,
    callerNumber,
  }: Extract<Effect, { kind: 'customer-dialled' }>) {
    if (contactId !== undefined || ringingFor !== undefined || number !== ownNumber) return;
    ringingFor = calledFor;
    say({
      type: 'called',
      contactId: calledFor,
      ...(callerNumber === undefined ? {} : { from: callerNumber }),
    });
  }

  function answer(playback: Extract<TelephoneSays, { type: 'answer' }>['playback']): string | undefined {
    if (ringingFor === undefined) return 'Nobody calls this telephone any more.';
    contactId = ringingFor;
    ringingFor = undefined;
    say({ type: 'picked-up' });
    centre.send({ kind: 'customer-called', contactId, outcome: 'answers', playback });
    return undefined;
  }

  function decline(): void {
    if (ringingFor !== undefined)
      centre.send({ kind: 'customer-called', contactId: ringingFor, outcome: 'busy' });
  }

  /** @returns the sentence of a refusal */
  function reachableAt(number: string): string | undefined {
    const own = readTelephoneNumber(number);
    ownNumber = own.kind === 'wrong' ? undefined : own.e164;
    return own.kind === 'wrong' ? own.sentence : undefined;
  }

  /** @returns the sentence of a refusal */
  function dial({ to, from, playback }: Extract<TelephoneSays, { type: 'dial' }>): string | undefined {
    if (contactId !== undefined) return 'This telephone is in a call: hang up before dialling again.';
    const target = to === undefined ? onlyNumber(numbers) : readTelephoneNumber(to);
    if (target.kind === 'wrong') return target.sentence;
    const caller = from === undefined ? undefined : readCallerNumber(from);
    if (caller?.kind === 'wrong') return caller.sentence;
    dialling = true;
    try {
      centre.send({
        kind: 'dial',
        to: target.e164,
        ...(caller?.kind === 'number' ? { from: caller.e164 } : {}),
        playback,
      });
    } finally {
      dialling = false;
    }
    return undefined;
  }

  function hear(message: TelephoneSays): string | undefined {
    if (message.type === 'dial') return dial(message);
    if (message.type === 'reachable-at') return reachableAt(message.number);
    if (message.type === 'answer') return answer(message.playback);
    if (message.type === 'decline') {
      decline();
      return undefined;
    }
    // The call may have ended while the message was on its way: nothing is wrong then, and nothing is left to do.
    if (contactId === undefined) return undefined;
    switch (message.type) {
      case 'key':
        centre.send({ kind: 'key', contactId, key: message.key });
        return undefined;
      case 'words':
        centre.send({ kind: 'says', contactId, text: message.text });
        return undefined;
      case 'sound':
        centre.hear(contactId, Buffer.from(message.data, 'base64'));
        return undefined;
      case 'playback-ended':
        centre.send({ kind: 'playback-ended', contactId, promptId: message.promptId });
        return undefined;
      case 'hang-up':
        centre.send({ kind: 'caller-hangs-up', contactId });
        return undefined;
    }
  }

  say({ type: 'ready', numbers });
  return {
    hear(message) {
      const refusal = refusalOf(() => hear(message));
      if (refusal !== undefined) say({ type: 'refused', message: refusal });
    },
    close() {
      stopObserving();
      if (contactId !== undefined) centre.send({ kind: 'caller-hangs-up', contactId });
      contactId = undefined;
    },
  };
}

function onlyNumber(numbers: readonly string[]): ReturnType<typeof readTelephoneNumber> {
  const [first, second] = numbers;
  if (first === undefined) {
    return { kind: 'wrong', sentence: 'This contact centre has no telephone number: add one to the stack.' };
  }
  if (second === undefined) return { kind: 'number', e164: first };
  return { kind: 'wrong', sentence: `Which number? This contact centre has ${numbers.join(', ')}.` };
}

/** What the caller's telephone notices of an effect. */
function heard(
  effect: Effect,
  centre: RunningCentre,
  audioOf: LineOptions['audioOf'],
): TelephoneHears | undefined {
  switch (effect.kind) {
    case 'contact-started':
      return {
        type: 'ringing',
        contactId: effect.contactId,
        to: effect.to,
        ...(effect.from === undefined ? {} : { from: effect.from }),
      };
    case 'prompt': {
      if (effect.party !== 'customer') return undefined;
      const { promptId, form, durationMs } = effect;
      const text = form === 'ssml' ? wordsOfSsml(effect.text) : effect.text;
      const speech = form === 'ssml' ? speechOfSsml(effect.text) : text;
      const audio = form === 'prompt' ? audioOf(effect.recording ?? effect.text) : undefined;
      return {
        type: 'prompt',
        promptId,
        text,
        // A recording whose words are known is shown as words.
        form: effect.recording === undefined ? form : 'text',
        durationMs,
        ...(speech === text ? {} : { speech }),
        ...(audio === undefined ? {} : { audio }),
      };
    }
    case 'prompt-stopped':
      return effect.party === 'customer' ? { type: 'prompt-stopped', promptId: effect.promptId } : undefined;
    case 'listening': {
      const { maxDigits, terminator, form } = effect.listening;
      return {
        type: 'listening',
        maxDigits,
        terminator,
        masked: effect.masked,
        ...(form === 'talk' ? { words: true } : {}),
      };
    }
    case 'listening-ended':
      return { type: 'listening-ended' };
    case 'recording':
      return { type: 'recording', on: effect.participants.includes(FLOWS) };
    case 'key-heard':
      return { type: 'key-heard', key: effect.key };
    case 'queued':
      return { type: 'queued', queue: effect.queueName };
    case 'connected':
      return {
        type: 'connected',
        agent: centre.instance.users.find(({ id }) => id === effect.userId)?.firstName ?? 'an agent',
      };
    case 'transferred': {
      const agent = centre.instance.users.find(({ id }) => id === effect.byUserId)?.firstName;
      if (agent !== undefined) return { type: 'connected', agent };
      return effect.queueName === undefined ? undefined : { type: 'queued', queue: effect.queueName };
    }
    case 'contact-ended':
      return { type: 'ended', reason: effect.reason };
    default:
      return undefined;
  }
}
