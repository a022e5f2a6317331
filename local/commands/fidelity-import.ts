/** What comes of a flow that is brought home: it is written as TypeScript, evaluated, and held against what it was. */
import { runInThisContext } from 'node:vm';
import { action, unchecked } from '../../engine/authoring/any-action.ts';
import * as callback from '../../engine/authoring/callback.ts';
import * as calling from '../../engine/authoring/calling.ts';
import * as contact from '../../engine/authoring/contact.ts';
import * as deciding from '../../engine/authoring/deciding.ts';
import { exportablesIn } from '../../engine/authoring/export-flow.ts';
import { FlowError, flow } from '../../engine/authoring/flow.ts';
import * as handingOver from '../../engine/authoring/handing-over.ts';
import { importFlow } from '../../engine/authoring/import-flow.ts';
import * as keys from '../../engine/authoring/keys.ts';
import { differencesBetween } from '../../engine/authoring/same-flow.ts';
import * as speaking from '../../engine/authoring/speaking.ts';
import { storeKeys } from '../../engine/authoring/store-keys.ts';
import type { FlowDocument } from '../../engine/language/flow.ts';
import type { ParsedFlow } from '../../engine/language/parse.ts';
import { inferType } from '../../engine/rules/analysis/infer-type.ts';

export type StepForm = 'readable' | 'typed' | 'unchecked';

export interface Homecoming {
  /** Whether all of it was written. */
  readonly imported: boolean;
  /** Whether what was written is the same flow again. */
  readonly equivalent: boolean;
  readonly steps: Readonly<Record<StepForm, number>>;
}

const BUILDERS = {
  ...callback,
  ...calling,
  ...contact,
  ...deciding,
  ...handingOver,
  ...keys,
  ...speaking,
  action,
  flow,
  storeKeys,
  unchecked,
};

export function bringHome(document: FlowDocument, { type }: Pick<ParsedFlow, 'type'>): Homecoming {
  const steps = { readable: 0, typed: 0, unchecked: 0 };
  const { source, diagnostics, builders } = importFlow(document, {
    name: 'flow',
    type: type ?? inferType(document, undefined).type,
    from: 'flow.json',
    names: [],
    builder: '.',
  });
  for (const builder of builders) steps[formOf(builder)] += 1;
  const written = evaluated(source);
  return {
    imported: diagnostics.every(({ severity }) => severity !== 'error'),
    equivalent: written !== undefined && differencesBetween(document, written).length === 0,
    steps,
  };
}

const formOf = (builder: string): StepForm =>
  builder === 'unchecked' ? 'unchecked' : builder === 'action' ? 'typed' : 'readable';

/**
 * The file without its imports is an expression in which the builders are called. Undefined where the builder refuses
 * the flow: a branch of it leads nowhere.
 */
function evaluated(source: string): FlowDocument | undefined {
  const expression = source.replaceAll(/^import .*$/gm, '').replace(/^export const \w+ =/m, 'return');
  const evaluate: unknown = runInThisContext(
    `(({ ${Object.keys(BUILDERS).join(', ')} }) => {${expression}})`,
  );
  if (typeof evaluate !== 'function') return undefined;
  try {
    return exportablesIn([evaluate(BUILDERS)])[0]?.document;
  } catch (fault) {
    if (fault instanceof FlowError) return undefined;
    throw fault;
  }
}
