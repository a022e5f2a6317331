/** On some way a queue is needed and none is set. */
import type { StepUnderCheck } from '../analysis/flow-under-check.ts';
import { onEveryWay, QUEUE } from '../analysis/on-every-way.ts';
import { adminguide, devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, joinQueue, menu, setQueue } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const NEEDS: Readonly<Record<string, string>> = {
  TransferContactToQueue: 'to put the caller into',
  CreateCallbackContact: 'for the callback',
  CheckHoursOfOperation: 'to know whose hours are meant',
  CheckMetricData: 'to know whose agents are meant',
};

/** Steps that name a queue, an agent or hours themselves need none. */
function needs({ action: { Type, Parameters } }: StepUnderCheck): string | undefined {
  const named = ['QueueId', 'AgentId', 'HoursOfOperationId'].some((name) => Parameters[name] !== undefined);
  return named || !Object.hasOwn(NEEDS, Type) ? undefined : NEEDS[Type];
}

export const queueNotSet: Rule = {
  id: 'live/queue-not-set',
  severity: 'error',
  what: 'On some way a queue is needed and none is set.',
  why: 'The transfer takes its error branch and the caller stays where a queue was promised; hours and staffing of no queue are an error too.',
  fix: 'Put UpdateContactTargetQueue on every way before it, and let its error branch lead elsewhere.',
  evidence: {
    pages: [devguide('contact-actions-transfercontacttoqueue'), adminguide('transfer-to-queue')],
    reports: [REPORTS.posture],
  },
  check: (flow) => {
    const facts = onEveryWay(flow.group());
    return flow.steps.flatMap((step): Report[] => {
      const what = needs(step);
      if (what === undefined || facts(flow, step, QUEUE) !== false) return [];
      return [
        {
          path: step.place,
          step: step.id,
          message: `on some way to this step no queue has been set, and it needs one ${what}`,
        },
      ];
    });
  },
  bad: {
    ...alone({
      choose: menu({ '1': 'queue' }, 'join'),
      queue: setQueue('join', 'end'),
      join: joinQueue('end'),
      end: hangUp,
    }),
    at: 'Actions[2]',
  },
  good: alone({
    choose: menu({ '1': 'queue' }, 'queue'),
    queue: setQueue('join', 'end'),
    join: joinQueue('end'),
    end: hangUp,
  }),
};
