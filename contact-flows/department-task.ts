/** The way of a task to its department: a task has no ears, so that nothing is said to it. */
import { setAttributes, setPriority, setQueue } from '../engine/authoring/contact.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { hangUp, joinQueue } from '../engine/authoring/handing-over.ts';
import type { AttributeValues } from './attributes.ts';
import type { Language } from './languages.ts';
import { queues, speakersOf } from './resources.ts';
import { speakersFirst, TASKS_SECONDS } from './who-first.ts';

/** A task in which somebody is spoken to waits as a call does for agents who speak the language. */
const spoken = (language: Language) => {
  const values: AttributeValues = { speakers: speakersOf(language) };
  return setAttributes({ attributes: values, next: 'speakers', onError: 'department' });
};

/**
 * Tasks wait in the same order as callers, and those of the orders team in the queue of support. Where the department or the escalation team has no room, support has: a task
 * that nobody gets would be lost, though the case goes on saying that somebody has it. A task without a department is
 * for the escalation team.
 */
export const departmentTask = flow({
  name: 'department-task',
  title: 'Task for the department',
  description: 'Puts the task about a case into the queue of its department, or of the escalation team.',
  type: 'CONTACT_FLOW',
  start: 'level',
  steps: {
    level: decide({
      value: '$.Attributes.taskLevel',
      cases: { 3: 'priority-1', 2: 'priority-2' },
      otherwise: 'priority-3',
    }),
    'priority-1': setPriority({ priority: 1, next: 'language' }),
    'priority-2': setPriority({ priority: 2, next: 'language' }),
    'priority-3': setPriority({ priority: 3, next: 'language' }),
    language: decide({
      value: '$.Attributes.taskLanguage',
      cases: { en: 'spoken-en', el: 'spoken-el', hu: 'spoken-hu', ro: 'spoken-ro' },
      otherwise: 'department',
    }),
    'spoken-en': spoken('en'),
    'spoken-el': spoken('el'),
    'spoken-hu': spoken('hu'),
    'spoken-ro': spoken('ro'),
    ...speakersFirst('department', TASKS_SECONDS),
    department: decide({
      value: '$.Attributes.taskFor',
      cases: { department: 'department-queue', support: 'support' },
      otherwise: 'queue',
    }),
    // Whoever starts the task names the queue: departments come and go by configuration.
    'department-queue': setQueue({
      queue: '$.Attributes.taskQueue',
      next: 'join-queue',
      onError: 'support',
    }),
    queue: setQueue({ queue: queues.escalations, next: 'join-queue', onError: 'support' }),
    'join-queue': joinQueue({ onFull: 'support', onError: 'support' }),
    support: setQueue({ queue: queues.support, next: 'join-support', onError: 'end' }),
    'join-support': joinQueue({ onFull: 'end', onError: 'end' }),
    end: hangUp(),
  },
  accept: [
    {
      rule: 'posture/no-goodbye',
      step: 'end',
      reason: 'This flow is for tasks, and a task hears no goodbye.',
    },
    {
      rule: 'live/attribute-not-set',
      step: 'department-queue',
      reason:
        'Whoever starts the task for a department sets the queue with it; where it is none the task goes to support.',
    },
  ],
});
