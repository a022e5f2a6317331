/** UntagContact: takes tags off the contact. */
import { list, object, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT, SILENT } from './forms.ts';
import { listOf, scalar } from './wire-values.ts';

/** Its page calls the type UnTagContact, which the service refuses. Tags of the service's own stay (API_UntagContact). */
export const untagContact = defineBlock({
  type: 'UntagContact',
  purpose: 'Takes tags off the contact.',
  see: 'devguide/contact-actions-untagcontact',
  parameters: object({
    TagKeys: required(list(text('static'), { minItems: 1 })),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'UntagContact',
  run(step) {
    const keys = listOf(step.parameters['TagKeys']).flatMap((key) => scalar(key) ?? []);
    const reserved = keys.find((key) => key.startsWith('aws:'));
    if (reserved !== undefined)
      return failed(`the tag '${reserved}' is the service's own and cannot be taken off`);
    step.state.removeTags(keys);
    return NEXT;
  },
});
