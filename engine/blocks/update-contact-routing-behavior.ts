/** UpdateContactRoutingBehavior: moves a contact forward or back in its queue. */
import { json, number, object, optional } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, failed, goesOn, LEADING_FLOWS, NEXT } from './forms.ts';
import { scalar, wholeNumber } from './wire-values.ts';

const FORMS = ['QueuePriority', 'QueueTimeAdjustmentSeconds', 'RoutingProficiencies'];

/** Priority 5 is usual, 1 goes first; a time adjustment makes the contact count as longer or shorter in queue. */
export const updateContactRoutingBehavior = defineBlock({
  type: 'UpdateContactRoutingBehavior',
  purpose: 'Changes how early the contact is served in its queue.',
  see: 'devguide/contact-actions-updatecontactroutingbehavior',
  parameters: object(
    {
      QueuePriority: optional(number('static', { min: 1 })),
      QueueTimeAdjustmentSeconds: optional(number('static')),
      RoutingProficiencies: optional(json()),
    },
    [{ names: FORMS, rule: 'exactly-one' }],
  ),
  branches: ({ RoutingProficiencies }) =>
    RoutingProficiencies === undefined ? goesOn([]) : goesOn([], ['NoMatchingError']),
  flowTypes: [...LEADING_FLOWS, 'OUTBOUND_WHISPER'],
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'UpdateRoutingPriority',
  formNotRunBecause: ({ RoutingProficiencies }) =>
    RoutingProficiencies === undefined
      ? undefined
      : 'the form of RoutingProficiencies is not published; use UpdateContactRoutingCriteria',
  run(step) {
    const priority = wholeNumber(scalar(step.parameters['QueuePriority']), 1, 999_999_999);
    const seconds = wholeNumber(
      scalar(step.parameters['QueueTimeAdjustmentSeconds']),
      -999_999_999,
      999_999_999,
    );
    if ((priority === undefined) === (seconds === undefined)) {
      return failed('exactly one of QueuePriority and QueueTimeAdjustmentSeconds is needed, a whole number');
    }
    if (priority !== undefined) step.state.setPriority({ priority });
    if (seconds !== undefined) step.state.setPriority({ queueTimeAdjustmentMs: seconds * 1000 });
    return NEXT;
  },
});
