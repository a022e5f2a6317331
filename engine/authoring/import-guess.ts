/** What an exported action may be in the words of a readable builder. */
import type { Json } from '../language/flow.ts';
import type { AnyStep } from './step.ts';

export interface Guess {
  readonly builder: BuilderName;
  /** What the builder is called with; nothing where it takes nothing. */
  readonly terms?: Json;
  readonly step: AnyStep;
}

/** Each with the file that it is imported from. */
export const BUILDER_FILES = {
  callUntyped: 'calling',
  checkHours: 'deciding',
  checkStaff: 'deciding',
  count: 'deciding',
  decide: 'deciding',
  endFlow: 'handing-over',
  endModule: 'handing-over',
  goToFlow: 'handing-over',
  hangUp: 'handing-over',
  joinQueue: 'handing-over',
  menu: 'keys',
  readFigures: 'contact',
  record: 'contact',
  runModule: 'handing-over',
  say: 'speaking',
  sayInLoop: 'speaking',
  sayOnAndOn: 'speaking',
  setAgent: 'contact',
  setAttributes: 'contact',
  setCallbackNumber: 'callback',
  setHook: 'contact',
  setLogging: 'contact',
  setPriority: 'contact',
  setQueue: 'contact',
  setVoice: 'contact',
  storeKeys: 'store-keys',
} as const;
export type BuilderName = keyof typeof BUILDER_FILES;
