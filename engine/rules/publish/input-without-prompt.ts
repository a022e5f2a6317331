/** An input says nothing; sources conflict on whether the service takes it. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, menu } from '../example.ts';
import type { Rule } from '../rule.ts';
import { isInputPrompt, refused } from './refused.ts';

export const inputWithoutPrompt: Rule = {
  id: 'publish/input-without-prompt',
  severity: 'warning',
  what: 'An input says nothing; sources conflict on whether the service takes it.',
  why: 'Live instances have refused it, and the guide calls every prompt optional; a caller who hears nothing presses nothing.',
  fix: 'Give it a Text, an SSML or a recording.',
  evidence: {
    pages: [devguide('participant-actions-getparticipantinput')],
    reports: [REPORTS.smartcx, REPORTS.flowAsCode],
    seen: '581 of 582 real inputs have a prompt',
  },
  check: (flow) =>
    refused(
      flow,
      'publish/at-least-one-property',
      (refusal) => isInputPrompt(flow, refusal),
      // The service does not name the buffer form here.
      ({ message }) =>
        `${message.replace(', EnableDTMFBuffer]', ']')}: sources conflict on whether an input needs words`,
    ),
  bad: {
    ...alone({
      choose: {
        ...menu({ '1': 'end' }, 'end'),
        parameters: { StoreInput: 'False', InputTimeLimitSeconds: '5' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters',
  },
  good: alone({ choose: menu({ '1': 'end' }, 'end'), end: hangUp }),
};
