/** What the parser and the blocks' declarations find wrong, as reports of the rule that explains it. */
import type { Diagnostic } from '../../language/diagnostic.ts';
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import type { Report } from '../rule.ts';

/** Refusals with one of these codes. A converted flow is nothing that anybody would publish, so it has none. */
export function refused(
  flow: FlowUnderCheck,
  code: string,
  applies: (refusal: Diagnostic) => boolean = () => true,
  say: (refusal: Diagnostic) => string = ({ message }) => message,
): readonly Report[] {
  if (flow.older) return [];
  return flow
    .refusals()
    .filter((refusal) => refusal.code === code && applies(refusal))
    .map((refusal) => reportAt(refusal, say(refusal)));
}

/** What the parser says under one of these codes; `say` puts it into the service's words. */
export function misread(
  flow: FlowUnderCheck,
  codes: readonly string[],
  say: (diagnostic: Diagnostic) => string = ({ message }) => message,
  applies: (diagnostic: Diagnostic) => boolean = () => true,
): readonly Report[] {
  if (flow.older && !codes.includes('flow/older-export')) return [];
  return flow.diagnostics
    .filter(({ code, severity }) => codes.includes(code) && severity === 'error')
    .filter(applies)
    .map((diagnostic) => reportAt(diagnostic, say(diagnostic)));
}

const reportAt = ({ path, step }: Diagnostic, message: string): Report => ({
  path,
  message,
  ...(step === undefined ? {} : { step }),
});

/** Whether something is wrong with the whole of an action's Transitions, such as their absence. */
export const isTransitions = ({ path }: Diagnostic): boolean => path.endsWith('.Transitions');

/** The map of events: none or two of them are taken by the service, and go wrong later (live/event-hooks). */
export const isEventHooks = (path: string): boolean => path.endsWith('.Parameters.EventHooks');

/** `At least one of [StoreInput, EnableDTMFBuffer]`: an input that is no buffer step lacks the first of them. */
export const lacksInputSetting = (message: string): string | undefined =>
  /^At least one of \[(\w+), EnableDTMFBuffer\]/.exec(message)?.[1];
