/** On some way the caller is recorded without having been told. */
import { NOTICE, onEveryWay } from '../analysis/on-every-way.ts';
import { recordingOf } from '../analysis/on-some-way.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import type { ExampleStep } from '../example.ts';
import { alone, hangUp, joinQueue, say, setQueue } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const record = (next: string): ExampleStep => ({
  type: 'UpdateContactRecordingBehavior',
  parameters: { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
  next,
});

export const recordedWithoutNotice: Rule = {
  id: 'posture/recorded-without-notice',
  severity: 'error',
  what: 'On some way the caller is recorded without having been told.',
  why: 'In many countries that is forbidden, and everywhere it is unkind.',
  fix: 'Say that calls are recorded before the recording step on every way, and do not record where the notice could not be spoken.',
  evidence: { pages: [adminguide('set-up-recordings')], reports: [REPORTS.posture] },
  check: (flow) => {
    const facts = onEveryWay(flow.group());
    return flow.steps.flatMap((step): Report[] =>
      recordingOf(step)?.on === true && facts(flow, step, NOTICE) === false
        ? [
            {
              path: step.place,
              step: step.id,
              message: 'on some way to this step the caller has not been told that the call is recorded',
            },
          ]
        : [],
    );
  },
  bad: {
    ...alone({
      record: record('queue'),
      queue: setQueue('join', 'end'),
      join: joinQueue('end'),
      end: hangUp,
    }),
    at: 'Actions[0]',
  },
  good: alone({
    notice: { ...say('This call is recorded.', 'record'), errors: { NoMatchingError: 'queue' } },
    record: record('queue'),
    queue: setQueue('join', 'end'),
    join: joinQueue('end'),
    end: hangUp,
  }),
};
