/** What a caller says by key of a product that does not work, and which steps are tried with them for it. */

import type { CaseDetails } from './case-details.ts';

/** Steps by name: flows have the words for callers. */
export type TroubleStep = 'plug' | 'restart' | 'clean' | 'level' | 'hose';

/** What suits each symptom, in the order in which it is tried. */
export const STEPS_OF = {
  'does-not-start': ['plug', 'restart'],
  stops: ['clean', 'restart'],
  'noise-or-leak': ['level', 'hose'],
  'something-else': ['restart', 'plug'],
} as const satisfies Readonly<Record<string, readonly [TroubleStep, TroubleStep]>>;

export type Symptom = keyof typeof STEPS_OF;
/** In the order of their keys. */
export const SYMPTOMS = [
  'does-not-start',
  'stops',
  'noise-or-leak',
  'something-else',
] as const satisfies readonly Symptom[];

/** How many steps can have been tried. */
export const TRIED = ['0', '1', '2'] as const;

export interface Trouble {
  /** `none` where the caller did not say. */
  readonly symptom: 'none' | Symptom;
  /** How many of its steps the caller has tried, from the first; none of them helped. */
  readonly tried: (typeof TRIED)[number];
}

/** Why such a case is open, as `report-problem` knows it, too. */
export const TROUBLE_REASON = 'problem-product';

/** What makes a product of another order a matter of its own. */
export const troubleIntent = (contactId: string, orderNumber: string): string =>
  `${contactId} ${orderNumber}`;

/** What the keys say of its case. */
export const troubleDetails = ({ symptom }: Trouble): CaseDetails => (symptom === 'none' ? {} : { symptom });

const SYMPTOM_WORDS: Readonly<Record<Symptom, string>> = {
  'does-not-start': 'it does not switch on',
  stops: 'it stops or switches itself off',
  'noise-or-leak': 'it makes noise or leaks',
  'something-else': 'something else',
};

const STEP_WORDS: Readonly<Record<TroubleStep, string>> = {
  plug: 'another socket',
  restart: 'a minute without power',
  clean: 'cooled down, filter and vents cleared',
  level: 'level, with nothing touching it or stuck in it',
  hose: 'filter, lid and hoses seated',
};

/** What the technician reads of it; undefined where the caller said nothing. */
export function troubleNote({ symptom, tried }: Trouble): string | undefined {
  if (symptom === 'none') return undefined;
  const steps = STEPS_OF[symptom].slice(0, Number(tried)).map((step) => STEP_WORDS[step]);
  const outcome = steps.length === 0 ? 'No step was tried.' : `Tried without success: ${steps.join('; ')}.`;
  return `Said by key: ${SYMPTOM_WORDS[symptom]}. ${outcome}`;
}
