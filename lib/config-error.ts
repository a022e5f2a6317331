/** The fault of a person's configuration or sources: one sentence that says what to change, and no stack trace. */

/** Thrown where synthesis cannot go on because of something a person wrote; its message is the whole explanation. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * What to print instead of a stack trace; undefined for a fault of our own, which needs its trace.
 * @param error anything that was thrown; CDK has printed the findings of a failed validation already
 */
export function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const isForPeople = error instanceof ConfigurationError || error.name === 'ValidationFailed';
  return isForPeople ? error.message : undefined;
}
