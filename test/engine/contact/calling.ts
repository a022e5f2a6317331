/** A centre whose callers are promised a call: the flow `main` promises one, and two agents take them. */
import { describeAgent, describeContact } from '../../../engine/contact/describe.ts';
import type { CustomerCalled } from '../../../engine/contact/outward-messages.ts';
import { Centre, type CentreOptions, hangUp, type Steps, say } from './centre.ts';

export const PROMISE = {
  InitialCallDelaySeconds: '60',
  MaximumConnectionAttempts: '1',
  RetryDelaySeconds: '600',
} as const;

/** Says goodbye after the promise, and that there is none where it fails. */
export const promising = (parameters: Readonly<Record<string, string>> = {}): Steps => ({
  queue: ['UpdateContactTargetQueue', { QueueId: 'support' }, { next: 'promise' }],
  promise: [
    'CreateCallbackContact',
    { ...PROMISE, ...parameters },
    { next: 'bye', errors: { NoMatchingError: 'sorry' } },
  ],
  bye: say('We will call you back.', 'end'),
  sorry: say('Please call again.', 'end'),
  end: hangUp,
});

export class Callbacks extends Centre {
  constructor(options: Partial<CentreOptions> = {}) {
    super({
      ...options,
      queues: options.queues ?? [{ id: 'support', outboundCallerNumber: '+12025550111' }],
      flows: { main: promising(), ...options.flows },
    });
  }

  /** Somebody calls, and is promised a call. @returns the callback. */
  async promised(from?: string): Promise<string> {
    this.dial(from);
    const contactId = this.of('callback-created').at(-1)?.contactId;
    if (contactId === undefined) throw new Error('nobody was promised a call');
    await this.driver.advanceBy(10_000);
    return contactId;
  }

  /** To where it rings at sam, who has been there since the promise. */
  async offered(): Promise<string> {
    const contactId = await this.promised();
    this.available('sam');
    await this.driver.advanceBy(50_000);
    return contactId;
  }

  /** To where sam has accepted and the customer's telephone rings. */
  async ringing(): Promise<string> {
    const contactId = await this.offered();
    await this.accepted(contactId);
    return contactId;
  }

  async accepted(contactId: string, userId = 'sam'): Promise<void> {
    this.send({ kind: 'agent-accepts', userId, contactId });
    await this.driver.advanceBy(5_000);
  }

  called(contactId: string, outcome: CustomerCalled['outcome'], more: Partial<CustomerCalled> = {}): void {
    this.send({ ...more, kind: 'customer-called', contactId, outcome });
  }

  contact(contactId: string) {
    return describeContact(this.world, contactId);
  }

  at(userId: string) {
    return describeAgent(this.world, userId)?.contact;
  }

  heardBy(contactId: string, party: 'customer' | 'agent'): string[] {
    return this.of('prompt').flatMap((prompt) =>
      prompt.contactId === contactId && prompt.party === party ? [prompt.text] : [],
    );
  }
}
