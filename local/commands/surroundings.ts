/** What the commands need from the rest of the product and may not reach for themselves; `bin/` puts it together. */
import type { DemoCaller, RunningStack } from '../web/running-stack.ts';

export interface Surroundings {
  /** Whether `cdk.out`, or `cdk.out.local`, which only this machine runs, says what the sources say. */
  assemblyIsCurrent(isLocal: boolean): Promise<boolean>;
  /** Writes it. @throws one sentence about what is wrong with configuration or sources */
  synthesize(isLocal: boolean): Promise<void>;
  /**
   * Fills in the demo world where there are no customers yet: the people of docs/demo-world.md, or the whole shop.
   * @param nowMs of the centre's own clock, ms since 1970: orders are as many days old, and due in as many, from then
   */
  seedWhenEmpty(stack: RunningStack, nowMs: number, extent?: 'people' | 'shop'): Promise<void>;
  /** The Connect instance of a deployed stack. @throws one sentence when there is none */
  deployedInstance(stackName: string): Promise<{ readonly instanceId: string; readonly region?: string }>;
  /** People of the demo world from whose numbers one can call. */
  demoCallers(): Promise<DemoCaller[]>;
}
