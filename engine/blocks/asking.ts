/** Blocks that ask another service of the instance: one request, one answer within a time, and what becomes of it. */
import type { JsonObject } from '../language/json.ts';
import { SERVICE_ANSWER_MS_MAX } from '../limits.ts';
import type { Behaviour } from './block.ts';
import { failed, NEXT } from './forms.ts';
import type { ServiceName, ServiceProblem } from './service.ts';
import type { AnswerRoot, BlockResult, BlockStep } from './step.ts';

/** What a step asks, worked out when the flow is loaded. */
export interface Asking {
  readonly service: ServiceName;
  readonly operation: string;
  /** What is asked for this contact, or one sentence about why nothing can be. */
  input(step: BlockStep): JsonObject | string;
  /** What an earlier answer left here is gone before the new one comes. */
  readonly clears?: readonly AnswerRoot[];
  /** How long an answer is waited for, ms; `forever`: people are talking. Where absent, the limit of functions. */
  readonly limitMs?: number | 'forever';
  /** The errors by which the block tells problems apart; NoMatchingError for all others. */
  readonly errors?: Readonly<Partial<Record<ServiceProblem, string>>>;
  /** Puts the answer where the flow finds it. @returns one sentence where it cannot be kept. */
  keep?(step: BlockStep, values: JsonObject): string | undefined;
  /** The block goes on by a condition on the outcome. */
  readonly branches?: true;
}

/** The behaviour of a step that asks; a service that does not answer in time has failed. */
export function asks(asking: Asking): Behaviour {
  const { limitMs = SERVICE_ANSWER_MS_MAX, errors = {} } = asking;
  return {
    run(step) {
      for (const root of asking.clears ?? []) step.state.setAnswer(root, {});
      const input = asking.input(step);
      if (typeof input === 'string') return failed(input);
      const requestId = step.askService(asking.service, asking.operation, input);
      if (limitMs !== 'forever') step.startTimer('limit', limitMs);
      return { kind: 'wait', waiting: { kind: 'service', requestId } };
    },
    resume(step, waiting, happened): BlockResult {
      if (happened.kind === 'time') {
        const because = `the service did not answer within ${Number(limitMs) / 1000} s`;
        return { kind: 'error', error: errors['time-is-up'] ?? 'NoMatchingError', because };
      }
      if (happened.kind !== 'service-answered' || happened.requestId !== waiting['requestId']) {
        return { kind: 'wait', waiting };
      }
      step.stopTimer('limit');
      const { answer } = happened;
      const unkept = answer.values === undefined ? undefined : asking.keep?.(step, answer.values);
      if (answer.kind === 'refused') {
        const error = errors[answer.problem] ?? 'NoMatchingError';
        return { kind: 'error', error, because: answer.message };
      }
      if (unkept !== undefined) return failed(unkept);
      return asking.branches === true ? { kind: 'compare', value: answer.outcome } : NEXT;
    },
  };
}

/** Keeps the answer as all of a namespace, or as a member of it. */
export const keepAs =
  (root: AnswerRoot, member?: string) =>
  (step: BlockStep, values: JsonObject): undefined => {
    step.state.setAnswer(root, member === undefined ? values : { [member]: values });
  };
