/** A parameter has a name that the action does not have. */
import { didYouMean } from '../../language/similar.ts';
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { refusedAt } from '../analysis/shape-at.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { PARAMETER_MISTAKES } from './known-mistakes.ts';
import { refused } from './refused.ts';

function meant(flow: FlowUnderCheck, path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const type = flow.steps[Number(/\d+/.exec(path)?.[0])]?.action.Type ?? '';
  const known = Object.hasOwn(PARAMETER_MISTAKES, `${type}.${name}`)
    ? PARAMETER_MISTAKES[`${type}.${name}`]
    : undefined;
  if (known !== undefined) return `; use ${known}`;
  const around = refusedAt(flow, path.slice(0, path.lastIndexOf('.')));
  return around?.shape.kind === 'object' ? didYouMean(name, Object.keys(around.shape.fields)) : '';
}

export const unknownParameter: Rule = {
  id: 'publish/unknown-parameter',
  severity: 'error',
  what: 'A parameter has a name that the action does not have.',
  why: 'Unknown keys are refused at every depth, misspelt and invented ones alike.',
  fix: 'Write the name of the Flow language; the message names the one that was probably meant.',
  evidence: {
    pages: [devguide('flow-language-actions-parameter-restrictions')],
    reports: [REPORTS.builder, REPORTS.wireFormat],
  },
  check: (flow) =>
    refused(
      flow,
      'publish/invalid-property-name',
      undefined,
      ({ message, path }) => `${message}${meant(flow, path)}`,
    ),
  bad: {
    ...alone({
      wait: {
        type: 'UpdateContactTextToSpeechVoice',
        parameters: { TextToSpeechVoice: 'Joanna', Engine: 'Neural' },
        next: 'end',
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.Engine',
  },
  good: alone({
    wait: {
      type: 'UpdateContactTextToSpeechVoice',
      parameters: { TextToSpeechVoice: 'Joanna', TextToSpeechEngine: 'Neural' },
      next: 'end',
    },
    end: hangUp,
  }),
};
