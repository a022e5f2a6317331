/** Nobody knows an action of this type. */
import { CATALOGUE } from '../../blocks/catalogue.ts';
import { didYouMean } from '../../language/similar.ts';
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { TYPE_MISTAKES } from './known-mistakes.ts';
import { refused } from './refused.ts';

const TYPES = CATALOGUE.map(({ type }) => type);

/** The type at the path, where nobody knows it. */
function typeAt(flow: FlowUnderCheck, path: string): string | undefined {
  const step = flow.steps[Number(/\d+/.exec(path)?.[0])];
  return step?.block === undefined ? step?.action.Type : undefined;
}

function meant(type: string): string {
  const known = Object.hasOwn(TYPE_MISTAKES, type) ? TYPE_MISTAKES[type] : undefined;
  return known === undefined ? didYouMean(type, TYPES) : `; did you mean '${known}'?`;
}

export const unknownType: Rule = {
  id: 'publish/unknown-type',
  severity: 'error',
  what: 'Nobody knows an action of this type.',
  why: 'Names of the console, of older exports and of chat models are not on the wire.',
  fix: 'Write the type of the Flow language; the message names the one that was probably meant.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.smartcx, REPORTS.builder, REPORTS.flowAsCode],
    seen: '19 public flows break it, most of them written by a model',
  },
  check: (flow) =>
    refused(
      flow,
      'publish/invalid-type',
      ({ path }) => typeAt(flow, path) !== undefined,
      ({ message, path }) => `${message}${meant(typeAt(flow, path) ?? '')}`,
    ),
  bad: { ...alone({ log: { type: 'SetLoggingBehavior', next: 'end' }, end: hangUp }), at: 'Actions[0].Type' },
  good: alone({
    log: { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' }, next: 'end' },
    end: hangUp,
  }),
};
