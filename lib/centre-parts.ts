/** What a centre is made of, whoever has put it together: functions, tables, flows and sounds. */
import type { Language } from '../contact-flows/languages.ts';
import type { BackgroundContract } from '../lambdas/runtime/background-contract.ts';
import type { Contract } from '../lambdas/runtime/contract.ts';
import type { EventContract } from '../lambdas/runtime/event-contract.ts';
import type { HttpContract } from '../lambdas/runtime/http-contract.ts';
import type { ScheduledContract } from '../lambdas/runtime/scheduled-contract.ts';
import type { TableDefinition } from '../lambdas/tables/definition.ts';
import type { Translation } from './centre-flows.ts';
import type { SoundFiles } from './constructs/music.ts';
import type { FlowSource } from './flow-references.ts';
import type { PaymentConfiguration } from './payments.ts';
import type { Recording } from './recordings/make-recordings.ts';
import type { TestCaseSource } from './test-cases.ts';

/** What the centre is made of besides its configuration. */
export interface CentreParts extends SoundFiles {
  readonly contracts: readonly Contract[];
  /** Functions that others start in the background; none where left out. */
  readonly background?: readonly BackgroundContract[];
  /** Absent where no payments are taken. */
  readonly payments?: PaymentConfiguration;
  readonly scheduled: readonly ScheduledContract[];
  readonly events: readonly EventContract[];
  readonly http: readonly HttpContract[];
  readonly tables: readonly TableDefinition[];
  /** The flows that there are once, whatever callers speak. */
  readonly shared: readonly FlowSource[];
  /** The first language, and its flows. */
  readonly language: string;
  readonly flows: readonly FlowSource[];
  /** The flows that lead to those of every language. */
  readonly entries: readonly FlowSource[];
  /** The flows of each further language; none where it is left out. */
  readonly translations?: readonly Translation[];
  /** What the flows of the first language and the ways in play as recordings, and what a function finds. */
  readonly recordings?: readonly Recording[];
  readonly pieces?: readonly Recording[];
  /** Languages that are played as recordings, and read by no voice. */
  readonly unvoiced?: readonly Language[];
  readonly testCases: readonly TestCaseSource[];
  readonly bundlesFolder: string;
}
