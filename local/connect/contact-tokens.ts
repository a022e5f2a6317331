/** Remembers which contact a client's token has started, so that an order that is sent twice is one contact. */
/** How long a token is remembered, ms: ours, longer than any client tries again. */
const KEPT_MS = 86_400_000;

interface Answered {
  readonly order: string;
  readonly contactId: string;
  readonly atMs: number;
}

export class ContactTokens {
  readonly #answered = new Map<string, Answered>();

  /** The contact that the token has started; `other`: it belongs to another order. */
  find(token: string, order: object, nowMs: number): string | 'other' | undefined {
    for (const [old, { atMs }] of this.#answered) {
      if (nowMs - atMs < KEPT_MS) break;
      this.#answered.delete(old);
    }
    const answered = this.#answered.get(token);
    if (answered === undefined) return undefined;
    return answered.order === JSON.stringify(order) ? answered.contactId : 'other';
  }

  keep(token: string, order: object, contactId: string, nowMs: number): void {
    this.#answered.set(token, { order: JSON.stringify(order), contactId, atMs: nowMs });
  }
}
