/** A result is read after another function has replaced it. */
import { externalReadings, replacedResult } from '../analysis/results.ts';
import { adminguide } from '../evidence.ts';
import { alone, call, hangUp, say, set } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const resultReplaced: Rule = {
  id: 'live/result-replaced',
  severity: 'error',
  what: 'A result is read after another function has replaced it.',
  why: 'Every function replaces the whole of $.External: what the one before it answered is gone.',
  fix: 'Keep it in a contact attribute before the next function is called.',
  evidence: { pages: [adminguide('connect-lambda-functions')] },
  check: (flow) =>
    flow.steps.flatMap((step) =>
      externalReadings(step).flatMap(({ key, text, path }): Report[] => {
        const lost = replacedResult(flow, step, key);
        if (lost === undefined) return [];
        return [
          {
            path,
            step: step.id,
            message: `${text} was answered by '${lost.from}', and '${lost.by}' has replaced that result before this step`,
          },
        ];
      }),
    ),
  bad: {
    ...alone({
      look: call('look-up', 'greet', 'end'),
      greet: say('Hello $.External.name.', 'note'),
      note: call('note-call', 'bye', 'end'),
      bye: say('Goodbye $.External.name.', 'end'),
      end: hangUp,
    }),
    at: 'Actions[3].Parameters.Text',
  },
  good: alone({
    look: call('look-up', 'keep', 'end'),
    keep: set({ name: '$.External.name' }, 'note', 'end'),
    note: call('note-call', 'bye', 'end'),
    bye: say('Goodbye $.Attributes.name.', 'end'),
    end: hangUp,
  }),
};
