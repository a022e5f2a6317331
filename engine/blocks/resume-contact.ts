/** ResumeContact: wakes a task that was paused. */
import { object } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const resumeContact = declareBlock({
  type: 'ResumeContact',
  purpose: 'Ends the pause of a task.',
  see: 'devguide/contact-actions-updatecontactresumecontact',
  parameters: object({}),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: ['TASK'],
  facts: SILENT,
  logName: 'ResumeContact',
  notRunBecause: 'tasks are not paused',
});
