/** UpdateContactRecordingBehavior has an error branch; sources conflict on whether it may. */
import { devguide } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { refused } from './refused.ts';

export const recordingError: Rule = {
  id: 'publish/recording-error',
  severity: 'warning',
  what: 'UpdateContactRecordingBehavior has an error branch; sources conflict on whether it may.',
  why: 'It was refused in February 2026, and the console has since shown an error branch.',
  fix: 'Leave the branch out: without it the flow is taken by every instance that was tried.',
  evidence: {
    pages: [devguide('contact-actions-updatecontactrecordingbehavior')],
    reports: ['amazon-connect/voicemail-express issue 68'],
    seen: '56 of 56 real steps have no error branch',
  },
  check: (flow) =>
    refused(
      flow,
      'publish/invalid-error',
      ({ path }) =>
        flow.steps[Number(/\d+/.exec(path)?.[0])]?.action.Type === 'UpdateContactRecordingBehavior',
      ({ message }) => `${message}: sources conflict on whether this action may have it`,
    ),
  bad: {
    ...alone({
      record: {
        type: 'UpdateContactRecordingBehavior',
        parameters: { RecordingBehavior: { RecordedParticipants: ['Agent'] } },
        next: 'end',
        errors: { NoMatchingError: 'end' },
      },
      end: hangUp,
    }),
    at: 'Actions[0]',
  },
  good: alone({
    record: {
      type: 'UpdateContactRecordingBehavior',
      parameters: { RecordingBehavior: { RecordedParticipants: ['Agent'] } },
      next: 'end',
    },
    end: hangUp,
  }),
};
