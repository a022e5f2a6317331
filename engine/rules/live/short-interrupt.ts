/** The prompts of a queue are interrupted so often that an agent cannot accept in between. */
import { adminguide } from '../evidence.ts';
import { alone, type ExampleStep, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** An agent who is free has so long to accept, and meanwhile the contact cannot leave the queue. */
const AGENT_SECONDS = 20;
const INTERVAL = 'InterruptFrequencySeconds';

const wait = (seconds: string): ExampleStep => ({
  type: 'MessageParticipantIteratively',
  parameters: { Messages: [{ Text: 'Please wait.' }], [INTERVAL]: seconds },
  cases: { MessagesInterrupted: 'still' },
  next: 'still',
  errors: { NoMatchingError: 'still' },
});
const rest = { still: say('You are still in the queue.', 'end'), end: hangUp };

export const shortInterrupt: Rule = {
  id: 'live/short-interrupt',
  severity: 'warning',
  what: 'Prompts in a queue are interrupted every 20 seconds or more often.',
  why: 'An agent who is free has 20 seconds to accept; a transfer out of the queue that falls into them fails.',
  fix: 'Interrupt less often, every 30 seconds for instance.',
  evidence: { pages: [adminguide('loop-prompts')], seen: '5 of 6 real steps that interrupt keep it' },
  check: (flow) =>
    flow.steps.flatMap(({ action, place, id }): Report[] => {
      if (action.Type !== 'MessageParticipantIteratively') return [];
      const seconds = Number(action.Parameters[INTERVAL]);
      if (!(seconds > 0 && seconds <= AGENT_SECONDS)) return [];
      const message = `the prompts are interrupted after ${seconds} s; ${AGENT_SECONDS} s pass until an agent has accepted`;
      return [{ path: `${place}.Parameters.${INTERVAL}`, step: id, message }];
    }),
  bad: {
    ...alone({ wait: wait('20'), ...rest }, { type: 'CUSTOMER_QUEUE' }),
    at: `Actions[0].Parameters.${INTERVAL}`,
  },
  good: alone({ wait: wait('30'), ...rest }, { type: 'CUSTOMER_QUEUE' }),
};
