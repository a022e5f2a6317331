/** What telephones with a microphone have sent of their callers' voices, until the recordings of their calls are written. */

/** µ-law, 8 kHz: one byte a sample. */
const BYTES_PER_SECOND = 8_000;
/** Longer than any message that our flow takes, with all its takes. */
const BYTES_PER_CONTACT_MAX = 15 * 60 * BYTES_PER_SECOND;
/** Calls whose sound is kept; that of the oldest goes first. */
const CONTACTS_MAX = 50;
/** What comes so soon after the piece before it follows it without a gap: the way to the centre is not even. */
const GAP_MS = 400;

/** A piece of a voice, and when it began, ms since 1970. */
export interface HeardSound {
  readonly atMs: number;
  readonly muLaw: Buffer;
}

interface Kept {
  readonly pieces: HeardSound[];
  bytes: number;
  endsAtMs: number;
}

export class CallerSounds {
  readonly #kept = new Map<string, Kept>();

  /** @param atMs when the end of the piece came; what goes beyond the limit is not kept */
  hear(contactId: string, muLaw: Buffer, atMs: number): void {
    const kept = this.#kept.get(contactId) ?? { pieces: [], bytes: 0, endsAtMs: 0 };
    if (muLaw.byteLength === 0 || kept.bytes + muLaw.byteLength > BYTES_PER_CONTACT_MAX) return;
    const lastsMs = (muLaw.byteLength / BYTES_PER_SECOND) * 1_000;
    const beganMs = atMs - lastsMs;
    const startMs = beganMs < kept.endsAtMs + GAP_MS ? Math.max(kept.endsAtMs, beganMs - GAP_MS) : beganMs;
    kept.pieces.push({ atMs: startMs, muLaw });
    kept.bytes += muLaw.byteLength;
    kept.endsAtMs = startMs + lastsMs;
    this.#kept.set(contactId, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= CONTACTS_MAX) return;
      this.#kept.delete(oldest);
    }
  }

  /** In the order in which they came. */
  of(contactId: string): readonly HeardSound[] {
    return this.#kept.get(contactId)?.pieces ?? [];
  }
}
