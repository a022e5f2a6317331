/** An input waits longer than 180 seconds for the first key; sources conflict on whether it may. */
import { adminguide, devguide } from '../evidence.ts';
import { alone, hangUp, menu } from '../example.ts';
import type { Rule } from '../rule.ts';
import { faulty, isLongWait, shown } from './value-fault.ts';

export const longInputWait: Rule = {
  id: 'publish/long-input-wait',
  severity: 'warning',
  what: 'An input waits longer than 180 seconds for the first key; sources conflict on whether it may.',
  why: 'The console takes 1 to 180, and published flows have 300.',
  fix: 'Wait at most 180 seconds; callers who are silent for a minute have gone.',
  evidence: {
    pages: [adminguide('get-customer-input'), devguide('participant-actions-getparticipantinput')],
    seen: '2 public flows wait 300 seconds',
  },
  check: (flow) =>
    faulty(
      flow,
      'range',
      (_shape, value) => `the console takes 1 to 180, and sources conflict on ${shown(value)}`,
    ).filter(({ path }) => isLongWait(flow, path)),
  bad: {
    ...alone({
      choose: {
        ...menu({ '1': 'end' }, 'end'),
        parameters: { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '300' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.InputTimeLimitSeconds',
  },
  good: alone({ choose: menu({ '1': 'end' }, 'end'), end: hangUp }),
};
