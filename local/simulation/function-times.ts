/** How long real functions took on this machine, beside the time that the flows give them. */
import { parseFlow } from '../../engine/language/parse.ts';
import { percentiles } from '../../engine/simulation/tally.ts';

/** What a block may wait for a function, and what the function took of it. */
export interface FunctionTime {
  readonly name: string;
  readonly invocations: number;
  /** Of the first one, in which the bundle is loaded: a cold start. */
  readonly firstMs: number;
  /** Of all after the first; 0 where there are none. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the block that waits the shortest. */
  readonly limitMs: number;
}

/** A function may take this share of its block's time in 99 of 100 invocations: one retry and a slow start still fit. */
export const SHARE_MAX = 1 / 3;

export class FunctionTimes {
  readonly #limitsMs = new Map<string, number>();
  readonly #takenMs = new Map<string, number[]>();

  /** @param flows of the instance that runs */
  constructor(flows: readonly { readonly content: string }[]) {
    for (const { content } of flows) {
      for (const { Type, Parameters } of parseFlow(content).document?.Actions ?? []) {
        const { LambdaFunctionARN: arn, InvocationTimeLimitSeconds: limit } = Parameters;
        if (Type !== 'InvokeLambdaFunction' || typeof arn !== 'string') continue;
        const name = nameOf(arn);
        const limitMs = Number(limit) * 1000;
        this.#limitsMs.set(name, Math.min(limitMs, this.#limitsMs.get(name) ?? limitMs));
      }
    }
  }

  /** Keeps the time of an invocation. */
  add(functionArn: string, tookMs: number): void {
    const name = nameOf(functionArn);
    const taken = this.#takenMs.get(name);
    if (taken === undefined) this.#takenMs.set(name, [tookMs]);
    else taken.push(tookMs);
  }

  /** By name. */
  measured(): readonly FunctionTime[] {
    return [...this.#takenMs]
      .map(([name, taken]) => {
        const [firstMs = 0, ...warm] = taken;
        const { p50, p99 } = percentiles(warm);
        const limitMs = this.#limitsMs.get(name) ?? 0;
        return { name, invocations: taken.length, firstMs, p50Ms: p50, p99Ms: p99, limitMs };
      })
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }
}

/** The deployed name: the seventh part of an ARN, whatever version it names. */
const nameOf = (arn: string): string => arn.split(':')[6] ?? arn;
