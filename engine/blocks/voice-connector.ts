/** How blocks that dial name a voice connector to another telephone system. */
import { choice, object, optional, required, text } from '../language/parameters.ts';

/** devguide/contact-actions-completeoutboundcall */
export const VOICE_CONNECTOR = object({
  VoiceConnectorType: required(choice(['ChimeConnector'])),
  VoiceConnectorArn: required(text('text')),
  FromUser: optional(text('text')),
  ToUser: optional(text('text')),
  UserToUserInformation: optional(text('text')),
});
