/** AssociateContactToCustomerProfile: notes whose contact it is. */
import { object, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const associateContactToCustomerProfile = declareBlock({
  type: 'AssociateContactToCustomerProfile',
  purpose: 'Keeps with the profile that this contact was theirs.',
  see: 'devguide/interactions-associatecontacttocustomerprofile',
  parameters: object({
    ProfileRequestData: required(
      object({ ProfileId: required(text('text')), ContactId: required(text('text')) }),
    ),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'AssociateContactToCustomerProfile',
  notRunBecause: 'there are no customer profiles',
});
