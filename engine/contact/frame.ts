/** What a flow or module that runs sees only itself. */
import type { AnswerRoot } from '../blocks/step.ts';
import type { Json } from '../language/flow.ts';
import type { CompiledFlow, CompiledStep } from './compiled-flow.ts';

export interface Frame {
  readonly flow: CompiledFlow;
  /** The flow or module that waits for the end of this one, a module. */
  readonly outer: Frame | undefined;
  /** The step of the caller that waits for this module. */
  readonly caller: CompiledStep | undefined;
  readonly input: Json;
  external: { readonly [key: string]: Json };
  stored: string | undefined;
  attributes: Map<string, string> | undefined;
  loops: Map<CompiledStep, number> | undefined;
  metrics: { readonly [key: string]: Json } | undefined;
  /** `$.Lex` of the last bot. */
  lex?: { readonly [key: string]: Json };
  /** What other services have left, by namespace. */
  answers?: { readonly [root in AnswerRoot]?: { readonly [key: string]: Json } };
  invocationId: string | undefined;
  result: string | undefined;
  resultData: Json;
}

const NOTHING = {};

export const newFrame = (
  flow: CompiledFlow,
  outer: Frame | undefined,
  caller: CompiledStep | undefined,
  input: Json,
): Frame => ({
  flow,
  outer,
  caller,
  input,
  external: NOTHING,
  stored: undefined,
  attributes: undefined,
  loops: undefined,
  metrics: undefined,
  invocationId: undefined,
  result: undefined,
  resultData: null,
});
