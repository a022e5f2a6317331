/** Brings what the blocks of a centre tell to the test that runs in it: one at a time. */
import type { Instance } from '../contact/instance.ts';
import type { JsonObject } from '../language/json.ts';
import type { Answer, Probe, ReachedAction } from './probe.ts';
import type { Session } from './session.ts';

/** Made before the centre, whose blocks need it; it learns of the instance when the first test begins. */
export class TestProbe implements Probe {
  #session: Session | undefined;
  #contactId: string | undefined;
  #instance: Instance | undefined;

  /** The next contact whose flow reaches anything is the test's. */
  begin(session: Session, instance: Instance): void {
    this.#session = session;
    this.#contactId = undefined;
    this.#instance = instance;
  }

  end(): void {
    this.#session = undefined;
  }

  reached(action: ReachedAction): Answer {
    return this.#of(action.contactId)?.reached(action) ?? 'go-on';
  }

  completed(action: ReachedAction, results: JsonObject): void {
    this.#of(action.contactId)?.completed(action, results);
  }

  missing(contactId: string, sentence: string): void {
    this.#of(contactId)?.notes.push(sentence);
  }

  hoursOfQueue(queueArn: string): string | undefined {
    return this.#instance?.queues.find(({ arn, id }) => arn === queueArn || id === queueArn)?.hoursId;
  }

  /** Other contacts, such as tasks that a flow has started, are nobody's test. */
  #of(contactId: string): Session | undefined {
    this.#contactId ??= contactId;
    return this.#contactId === contactId ? this.#session : undefined;
  }
}
