/** One line of JSON for each invocation: what came of it and how long it took, and nothing about a person. */

/** All that a line may hold. */
export interface LogLine {
  readonly function: string;
  readonly contactId: string | undefined;
  readonly durationMs: number;
  /** Of a request to the HTTP API: the route without what is in its place, and the id that the answer carries. */
  readonly route?: string;
  readonly correlationId?: string;
}

export function logOutcome(line: LogLine, outcome: string): void {
  console.log(JSON.stringify({ level: 'INFO', ...line, outcome }));
}

/** The fault's own words are written for the log; AWS's errors name actions and resources. */
export function logFault(line: LogLine, fault: unknown): void {
  const { name, message } = fault instanceof Error ? fault : { name: typeof fault, message: 'not an Error' };
  console.error(JSON.stringify({ level: 'ERROR', ...line, fault: name, message }));
}
