/** A case that cannot wait is raised a level, and its caller goes to the escalation team before other callers. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes, setPriority, setQueue } from '../engine/authoring/contact.ts';
import { checkHours, decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { say } from '../engine/authoring/speaking.ts';
import { escalate } from '../lambdas/escalate/contract.ts';
import { afterProblem } from './after-problem.ts';
import { unlessClosed } from './announced.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { intoQueue } from './into-queue.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { hours, queues } from './resources.ts';
import { speakersFirst } from './who-first.ts';

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
export const escalateCase = (words: Words) =>
  flow({
    name: 'escalate-case',
    title: 'Escalate a case',
    description: 'Raises the case of a verified caller, and puts the caller through to the escalation team.',
    type: 'CONTACT_FLOW',
    start: 'raising',
    steps: {
      raising: say({ prompt: words.raising, next: 'escalate' }),
      escalate: call(escalate, {
        parameters: { caseNumber: attributes.caseNumber, customerId: attributes.customerId },
        outcomes: { escalated: 'keep', 'not-open': 'not-open' },
        onFault: 'fault',
      }),
      'not-open': say({ prompt: words.caseNotOpen, next: 'after' }),
      fault: say({ prompt: words.escalationFault, next: 'because-escalation' }),

      keep: setAttributes({ attributes: raised, next: 'because-raised', onError: 'because-raised' }),
      'because-raised': because('escalation', 'raised'),
      raised: say({
        prompt: words.caseRaised({ level: result(escalate, 'escalated', 'levelWords') }),
        next: 'priority',
      }),
      priority: decide({
        value: result(escalate, 'escalated', 'priority'),
        cases: { 1: 'priority-1', 2: 'priority-2' },
        otherwise: 'priority-3',
      }),
      'priority-1': setPriority({ priority: 1, next: 'closed-now' }),
      'priority-2': setPriority({ priority: 2, next: 'closed-now' }),
      'priority-3': setPriority({ priority: 3, next: 'closed-now' }),
      ...unlessClosed({ open: 'queue', closed: 'closed' }),
      queue: setQueue({ queue: queues.escalations, next: 'speakers', onError: 'queue-fault' }),
      ...speakersFirst('hours'),
      hours: checkHours({
        hours: hours.escalations,
        open: 'notice-heard',
        closed: 'closed',
        onError: 'hours-fault',
      }),
      ...intoQueue({ connecting: words.connectingEscalation }),
      'nobody-there': say({
        prompt: words.escalationNobody({ promisedTime: result(escalate, 'escalated', 'promisedTime') }),
        next: 'join-queue',
      }),

      closed: say({
        prompt: words.escalationClosed({ promisedTime: result(escalate, 'escalated', 'promisedTime') }),
        next: 'after',
      }),
      full: say({
        prompt: words.escalationFull({ promisedTime: result(escalate, 'escalated', 'promisedTime') }),
        next: 'after',
      }),
      'queue-fault': say({ prompt: words.escalationQueueFault, next: 'to-person' }),
      'hours-fault': say({ prompt: words.escalationHoursFault, next: 'to-person' }),
      'transfer-fault': say({ prompt: words.escalationTransferFault, next: 'to-person' }),
      'because-escalation': because('escalation-fault', 'to-person'),
      ...afterProblem(words),
    },
  });
