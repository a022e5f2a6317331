/** A small centre whose agent takes chats, and what is done in them by short names. */
import type { ChatTimerSetting, StartChat } from '../../../engine/contact/chat-messages.ts';
import { describeAgent, describeContact } from '../../../engine/contact/describe.ts';
import type { Instance } from '../../../engine/contact/instance.ts';
import { botOf } from '../lex/orders-bot.ts';
import { Centre, type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';

export const straight: Steps = {
  hello: say('Welcome.', 'set-queue'),
  ...toQueue('support', 'end'),
  end: hangUp,
};
export const MINUTE_MS = 60_000;
const profiles = (chats: number): Instance['routingProfiles'] => [
  {
    arn: 'arn:agents',
    id: 'agents',
    name: 'agents',
    queues: [
      { queueId: 'support', channel: 'VOICE', priority: 1, delaySeconds: 0 },
      { queueId: 'support', channel: 'CHAT', priority: 2, delaySeconds: 0 },
    ],
    concurrency: { VOICE: 1, CHAT: chats },
  },
];

export class ChatCentre extends Centre {
  constructor(options: Partial<CentreOptions> = {}, chats = 2) {
    super({
      flows: { main: straight },
      users: [{ id: 'sam' }],
      profiles: profiles(chats),
      bots: [botOf()],
      ...options,
    });
  }

  chat(more: Partial<StartChat> = {}): string {
    this.send({ kind: 'start-chat', flowId: 'main', customerName: 'Zoe', ...more });
    return this.of('chat-started').at(-1)?.contactId ?? '';
  }

  /** A chat that Sam has taken. */
  accepted(more: Partial<StartChat> = {}): string {
    this.available('sam');
    const contactId = this.chat(more);
    this.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    return contactId;
  }

  writes(contactId: string, text: string): void {
    this.send({ kind: 'customer-writes', contactId, text });
  }

  answers(contactId: string, text: string): void {
    this.send({ kind: 'agent-writes', userId: 'sam', contactId, text });
  }

  timers(contactId: string, ...timers: readonly ChatTimerSetting[]): void {
    this.send({ kind: 'set-chat-timers', contactId, timers });
  }

  /** `who: words` or `who happening`, in order. */
  lines(contactId: string): string[] {
    return (describeContact(this.world, contactId)?.chat?.lines ?? []).map(({ from, text, happening }) =>
      text === undefined ? `${from ?? ''} ${happening ?? ''}` : `${from}: ${text}`,
    );
  }

  end(contactId: string): string {
    const { phase, reason } = describeContact(this.world, contactId) ?? {};
    return `${phase} ${reason ?? ''}`;
  }

  hasAtSam(): string[] {
    return (
      describeAgent(this.world, 'sam')?.contacts.map(({ channel, state }) => `${channel} ${state}`) ?? []
    );
  }
}

export const idle = (role: 'CUSTOMER' | 'AGENT', minutes?: number): ChatTimerSetting => ({
  role,
  timer: 'IDLE',
  ...(minutes === undefined ? {} : { minutes }),
});
export const off = (role: 'CUSTOMER' | 'AGENT', minutes: number): ChatTimerSetting => ({
  role,
  timer: 'DISCONNECT_NONCUSTOMER',
  minutes,
});
