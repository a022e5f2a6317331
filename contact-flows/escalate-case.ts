/** A case that cannot wait is raised a level, and its caller goes to the escalation team before other callers. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes, setPriority, setQueue } from '../engine/authoring/contact.ts';
import { checkHours, decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { say } from '../engine/authoring/speaking.ts';
import { escalate } from '../lambdas/escalate/contract.ts';
import { afterProblem } from './after-problem.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { intoQueue } from './into-queue.ts';
import { prompts } from './prompts/en.ts';
import { because } from './reasons.ts';
import { hours, queues } from './resources.ts';

/** What the agent hears and sees of the case. */
const raised: AttributeValues = {
  escalationLevel: result(escalate, 'escalated', 'level'),
  escalationPriority: result(escalate, 'escalated', 'priority'),
  escalationTask: result(escalate, 'escalated', 'task'),
  caseWords: result(escalate, 'escalated', 'caseNumber'),
  caseAbout: result(escalate, 'escalated', 'about'),
};

/**
 * The case is raised whatever comes after: where the team cannot be reached now, the caller hears by when it takes
 * the case up. No second case is opened for that. Where the case cannot be raised, a person takes the call.
 */
export const escalateCase = flow({
  name: 'escalate-case',
  title: 'Escalate a case',
  description: 'Raises the case of a verified caller, and puts the caller through to the escalation team.',
  type: 'CONTACT_FLOW',
  start: 'raising',
  steps: {
    raising: say({ prompt: prompts.raising, next: 'escalate' }),
    escalate: call(escalate, {
      parameters: { caseNumber: attributes.caseNumber, customerId: attributes.customerId },
      outcomes: { escalated: 'keep', 'not-open': 'not-open' },
      onFault: 'fault',
    }),
    'not-open': say({ prompt: prompts.caseNotOpen, next: 'after' }),
    fault: say({ prompt: prompts.escalationFault, next: 'because-escalation' }),

    keep: setAttributes({ attributes: raised, next: 'because-raised', onError: 'because-raised' }),
    'because-raised': because('escalation', 'raised'),
    raised: say({ prompt: prompts.caseRaised(result(escalate, 'escalated', 'level')), next: 'priority' }),
    priority: decide({
      value: result(escalate, 'escalated', 'priority'),
      cases: { 1: 'priority-1', 2: 'priority-2' },
      otherwise: 'priority-3',
    }),
    'priority-1': setPriority({ priority: 1, next: 'queue' }),
    'priority-2': setPriority({ priority: 2, next: 'queue' }),
    'priority-3': setPriority({ priority: 3, next: 'queue' }),
    queue: setQueue({ queue: queues.escalations, next: 'hours', onError: 'queue-fault' }),
    hours: checkHours({
      hours: hours.escalations,
      open: 'notice-heard',
      closed: 'closed',
      onError: 'hours-fault',
    }),
    ...intoQueue({ connecting: prompts.connectingEscalation }),
    'nobody-there': say({
      prompt: prompts.escalationNobody(result(escalate, 'escalated', 'promisedTime')),
      next: 'join-queue',
    }),

    closed: say({
      prompt: prompts.escalationClosed(result(escalate, 'escalated', 'promisedTime')),
      next: 'after',
    }),
    full: say({
      prompt: prompts.escalationFull(result(escalate, 'escalated', 'promisedTime')),
      next: 'after',
    }),
    'queue-fault': say({ prompt: prompts.escalationQueueFault, next: 'to-person' }),
    'hours-fault': say({ prompt: prompts.escalationHoursFault, next: 'to-person' }),
    'transfer-fault': say({ prompt: prompts.escalationTransferFault, next: 'to-person' }),
    'because-escalation': because('escalation-fault', 'to-person'),
    ...afterProblem,
  },
});
