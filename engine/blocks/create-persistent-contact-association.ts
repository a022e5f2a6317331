/** CreatePersistentContactAssociation: joins a chat to an earlier one. */
import { choice, object, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const createPersistentContactAssociation = declareBlock({
  type: 'CreatePersistentContactAssociation',
  purpose: 'Gives a chat the history of an earlier chat.',
  see: 'adminguide/create-persistent-contact-association-block',
  parameters: object({
    RehydrationType: required(choice(['ENTIRE_PAST_SESSION', 'FROM_SEGMENT'])),
    SourceContactId: required(text('reference')),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: ['CHAT'],
  facts: SILENT,
  logName: 'CreatePersistentContactAssociation',
  notRunBecause: 'chats do not go on with earlier ones',
});
