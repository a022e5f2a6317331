/** What functions are known to answer, where somebody holds their contracts. */
import type { FlowAction } from '../../language/flow.ts';

/** Outcome → names of the fields that come with it. */
export interface FunctionContractView {
  readonly outcomes: Readonly<Record<string, readonly string[]>>;
}

/** By the function's name; undefined for one that nobody knows. */
export type FunctionResults = (name: string) => FunctionContractView | undefined;

export const NO_RESULTS: FunctionResults = () => undefined;

/** How a step names its function: `${function.lookup-order}`, or the last part of an ARN; undefined for a reference. */
export function functionName(action: FlowAction): string | undefined {
  const arn = action.Parameters['LambdaFunctionARN'];
  if (typeof arn !== 'string' || arn.startsWith('$.')) return undefined;
  return /^\$\{function\.([\w-]+)\}$/.exec(arn)?.[1] ?? /:function:([\w-]+)/.exec(arn)?.[1] ?? arn;
}

/** Every key that the function may return. */
export const keysOf = ({ outcomes }: FunctionContractView): ReadonlySet<string> =>
  new Set(['outcome', ...Object.values(outcomes).flat()]);
