/** What the parser and the blocks' declarations find wrong, as reports of the rule that explains it. */
import type { Diagnostic } from '../../language/diagnostic.ts';
import type { FlowUnderCheck, StepUnderCheck } from '../analysis/flow-under-check.ts';
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

/** Whether the refusal says that an input has no words: whether it needs them is disputed. */
export const isInputPrompt = (flow: FlowUnderCheck, { path, message }: Diagnostic): boolean =>
  stepAt(flow, path)?.action.Type === 'GetParticipantInput' &&
  /^At least one of \[Text, SSML/.test(message) &&
  path.endsWith('.Parameters');

export const stepAt = (flow: FlowUnderCheck, path: string): StepUnderCheck | undefined =>
  flow.steps[Number(/\d+/.exec(path)?.[0])];

/** Of voice, chat and screen exactly one is recorded in a step; the service says so in other words than elsewhere. */
export const recordingSaid = (flow: FlowUnderCheck, { path, message }: Diagnostic): string =>
  stepAt(flow, path)?.action.Type === 'UpdateContactRecordingAndAnalyticsBehavior' &&
  path.endsWith('.Parameters')
    ? `Invalid Action property value. Path: ${path}: ${message}`
    : message;
