/** ResumeContact: wakes a task that was paused. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_FLOW, failed, goesOn, NEXT, SILENT } from './forms.ts';

export const resumeContact = defineBlock({
  type: 'ResumeContact',
  purpose: 'Ends the pause of a task.',
  see: 'devguide/contact-actions-updatecontactresumecontact',
  parameters: object({}),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: ['TASK'],
  facts: SILENT,
  logName: 'ResumeContact',
  run: (step) => (step.resumeTask() ? NEXT : failed('the task is not paused')),
});
