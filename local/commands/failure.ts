/** A command that cannot do what it was asked: one sentence for the person, and the exit code. */

export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: number;

  constructor(sentence: string, exitCode: number) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Mistakes of our own look like this; whoever reports one needs the stack. */
const BUGS = [TypeError, ReferenceError, RangeError, SyntaxError];

/** What to print of an error: its sentence, and of a mistake of our own the stack. */
export function printed(error: unknown): string {
  if (!(error instanceof Error)) return `Fault: ${String(error)}`;
  if (BUGS.some((bug) => error instanceof bug)) return `Fault: ${error.stack ?? error.message}`;
  return error.message;
}
