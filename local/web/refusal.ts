/** Tells what the contact centre refuses, which is an answer, from a fault of our own, which is not. */
import { EngineRefusal } from '../../engine/contact/refusals.ts';

/**
 * Does something that may be refused, by itself (it gives the sentence) or by the centre (which throws).
 * @returns the sentence of the refusal, undefined when it was done
 * @throws any other error
 */
export function refusalOf(work: () => string | undefined): string | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof EngineRefusal) return error.message;
    throw error;
  }
}
