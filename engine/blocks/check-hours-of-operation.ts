/** CheckHoursOfOperation: open or closed. */
import { object, optional, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, failed, LEADING_FLOWS } from './forms.ts';
import { scalar } from './wire-values.ts';

/** With neither hours nor a queue the error branch is taken; reports differ, the page says nothing. */
export const checkHoursOfOperation = defineBlock({
  type: 'CheckHoursOfOperation',
  purpose: 'Branches on whether the given hours, or those of the target queue, are open now.',
  see: 'devguide/flow-control-actions-checkhoursofoperation',
  parameters: object({ HoursOfOperationId: optional(text('reference')) }),
  branches: () => ({
    next: 'optional',
    errors: { required: ['NoMatchingError'], optional: [] },
    conditions: { kind: 'exactly', operands: ['True', 'False'] },
  }),
  flowTypes: LEADING_FLOWS,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'CheckHoursOfOperation',
  run(step) {
    const reference = scalar(step.parameters['HoursOfOperationId']);
    const id = reference === undefined ? undefined : step.value(reference);
    if (reference !== undefined && id === undefined) return failed(`hours '${reference}' are not set`);
    const open = step.instance.isOpen(id);
    if (open === undefined) {
      return failed(
        id === undefined ? 'no queue is set, and no hours are given' : `hours '${id}' do not exist`,
      );
    }
    return { kind: 'compare', value: open ? 'True' : 'False' };
  },
});
