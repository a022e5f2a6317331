/** The door to the blocks as the engine opens and closes it. */
import type { BlockStep } from '../blocks/step.ts';
import type { Json } from '../language/flow.ts';
import type { FlowRun } from './model.ts';

/** Whose door it is at present: one place for all its parts, so that opening it for another run is one write. */
export interface Opened {
  run: FlowRun;
}

export interface Doorway extends BlockStep {
  /** Log entries that the present block has made in place of the usual one. */
  readonly logs: readonly Readonly<Record<string, Json>>[];
  /** Texts put together with a secret in them, by what they say to what may be shown. */
  readonly masks: ReadonlyMap<string, string>;
  /** The flow log was on before the block ran. */
  readonly wasLogged: boolean;
  /** For another run: nothing of what was done for the one before stays. */
  open(run: FlowRun): void;
  /** The next block begins without logs and masks. */
  next(): void;
}
