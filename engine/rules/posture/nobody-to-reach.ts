/** Nobody can be reached from the start of a call, and nothing is promised. */
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { reachedFrom } from '../analysis/ways-on.ts';
import { REPORTS } from '../evidence.ts';
import { alone, hangUp, joinQueue, say, setQueue } from '../example.ts';
import type { Rule } from '../rule.ts';

const PERSON_OR_PROMISE: ReadonlySet<string> = new Set([
  'CreateCallbackContact',
  'CreateCase',
  'CreateTask',
  'DequeueContactAndTransferToQueue',
  'RouteContactToAgent',
  'TransferContactToAgent',
  'TransferContactToQueue',
  'TransferParticipantToThirdParty',
]);

/** A flow that begins a call: no other leads to it, and it does not run when an agent has left. */
const isFirst = (flow: FlowUnderCheck): boolean => flow.group().to(flow).length === 0;

export const nobodyToReach: Rule = {
  id: 'posture/nobody-to-reach',
  severity: 'warning',
  what: 'Nobody can be reached from the start of a call, and nothing is promised.',
  why: 'Whoever needs more than the flow has is left alone: no queue, no transfer, no callback, no task, no case.',
  fix: 'Let every menu and every fault have a way to a queue, a number, a callback or a task.',
  evidence: { reports: [REPORTS.posture, REPORTS.hungUp] },
  check: (flow) => {
    const start = flow.start === undefined ? undefined : flow.steps[flow.start];
    if (flow.type !== 'CONTACT_FLOW' || start === undefined || !isFirst(flow)) return [];
    const { steps, isOpen } = reachedFrom(flow);
    if (isOpen || steps.some(({ action }) => PERSON_OR_PROMISE.has(action.Type))) return [];
    return [
      {
        path: start.place,
        step: start.id,
        message: 'a call that begins here can reach no person, and ends without a callback, a task or a case',
      },
    ];
  },
  bad: { ...alone({ hello: say('We are closed. Goodbye.', 'end'), end: hangUp }), at: 'Actions[0]' },
  good: alone({
    hello: say('One moment.', 'queue'),
    queue: setQueue('join', 'sorry'),
    join: joinQueue('sorry'),
    sorry: say('Goodbye.', 'end'),
    end: hangUp,
  }),
};
