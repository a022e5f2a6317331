/** CreateTask: starts a task beside the call, for somebody to look after something. */
import { choice, map, number, object, optional, required, text } from '../language/parameters.ts';
import {
  TASK_DELAY_SECONDS_MAX,
  TASK_DESCRIPTION_CHARACTERS_MAX,
  TASK_NAME_CHARACTERS_MAX,
} from '../limits.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import type { BlockStep, TaskReference } from './step.ts';
import { recordOf, scalar } from './wire-values.ts';

/** Kinds of reference that a task may be created with (API_StartTaskContact). */
const REFERENCE_TYPES = ['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL'] as const;

/** The task's own flow starts when this contact waits next; `$.Task.ContactId` names the task (adminguide/create-task-block). */
export const createTask = defineBlock({
  type: 'CreateTask',
  purpose: 'Starts a task that is related to the contact and begins with its attributes.',
  see: 'devguide/createtask',
  parameters: object(
    {
      ContactFlowId: optional(text('reference')),
      Name: required(text('text')),
      Description: optional(text('text')),
      References: optional(
        map(object({ Type: required(choice(REFERENCE_TYPES)), Value: required(text('text')) })),
      ),
      Attributes: optional(map(text('text'))),
      DelaySeconds: optional(number('reference', { min: 1, max: TASK_DELAY_SECONDS_MAX })),
      ScheduledTime: optional(text('text')),
      TaskTemplateId: optional(text('static')),
    },
    [
      { names: ['DelaySeconds', 'ScheduledTime'], rule: 'at-most-one' },
      { names: ['ContactFlowId', 'TaskTemplateId'], rule: 'at-least-one' },
    ],
  ),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'CreateTask',
  run(step) {
    if (step.parameters['TaskTemplateId'] !== undefined)
      return failed('a task cannot be created with TaskTemplateId here');
    const startsAtMs = startOf(step);
    if (Number.isNaN(startsAtMs)) return failed('the delay or time of the task is none');
    const reference = scalar(step.parameters['ContactFlowId']) ?? '';
    const flowId = step.value(reference);
    if (flowId === undefined || flowId === '') return failed(`flow '${reference}' is not set`);
    const name = step.text(scalar(step.parameters['Name']) ?? '');
    if (name === '' || name.length > TASK_NAME_CHARACTERS_MAX) {
      return failed(
        `the name of the task has ${name.length} characters; 1 to ${TASK_NAME_CHARACTERS_MAX} are allowed`,
      );
    }
    const words = scalar(step.parameters['Description']);
    const description = words === undefined ? undefined : step.text(words);
    if (description !== undefined && description.length > TASK_DESCRIPTION_CHARACTERS_MAX) {
      return failed(
        `the description of the task has more than ${TASK_DESCRIPTION_CHARACTERS_MAX} characters`,
      );
    }
    const problem = step.createTask({
      flowId,
      name,
      ...(description === undefined ? {} : { description }),
      references: referencesOf(step),
      attributes: attributesOf(step),
      ...(startsAtMs === undefined ? {} : { startsAtMs }),
    });
    return problem === undefined ? NEXT : failed(problem);
  },
});

/** Undefined: now. The time is one in ISO 8601, or in seconds since 1970 (API_StartTaskContact, ScheduledTime). */
function startOf(step: BlockStep): number | undefined {
  const delay = scalar(step.parameters['DelaySeconds']);
  if (delay !== undefined) return step.nowMs + Number(step.value(delay) ?? 'none') * 1000;
  const time = scalar(step.parameters['ScheduledTime']);
  if (time === undefined) return undefined;
  const text = step.text(time);
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function attributesOf(step: BlockStep): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [template, value] of Object.entries(recordOf(step.parameters['Attributes']))) {
    attributes[step.text(template)] = step.text(scalar(value) ?? '');
  }
  return attributes;
}

function referencesOf(step: BlockStep): Record<string, TaskReference> {
  const references: Record<string, TaskReference> = {};
  for (const [template, value] of Object.entries(recordOf(step.parameters['References']))) {
    const { Type, Value } = recordOf(value);
    references[step.text(template)] = { Type: scalar(Type) ?? '', Value: step.text(scalar(Value) ?? '') };
  }
  return references;
}
