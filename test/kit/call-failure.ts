/** A test of a call fails like a transcript: what was expected, and what the caller lived through instead. */
import type { Moment } from '../../local/connect/centre.ts';
import { transcript } from './transcript.ts';

export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(expected: string, moments: readonly Moment[]) {
    super(`expected: ${expected}\n\n${transcript(moments)}\n`);
  }
}
