/** What is wrong with a flow, where, in words that say what to do. */

export interface Diagnostic {
  /** Stable, e.g. `flow/dangling-target`; tests and documentation name it. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** The service's spelling of a place, e.g. `Actions[3].Transitions.NextAction`; empty for the whole text. */
  readonly path: string;
  /** The identifier of the action that the path lies in. */
  readonly step?: string;
}

export const error = (code: string, message: string, path: string, step?: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  path,
  ...(step === undefined ? {} : { step }),
});

export const warning = (code: string, message: string, path: string, step?: string): Diagnostic => ({
  ...error(code, message, path, step),
  severity: 'warning',
});
