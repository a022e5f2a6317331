/** AuthenticateParticipant: lets a chat customer sign in. */
import { number, object, optional, required, text } from '../language/parameters.ts';
import { SIGN_IN_MINUTES_MAX, SIGN_IN_MINUTES_MIN } from '../limits.ts';
import { declareBlock } from './block.ts';
import { branchesBy } from './forms.ts';

export const authenticateParticipant = declareBlock({
  type: 'AuthenticateParticipant',
  purpose: 'Asks a chat customer to sign in, and keeps who it is.',
  see: 'adminguide/authenticate-customer',
  parameters: object({
    CognitoConfiguration: optional(
      object({ UserPoolArn: required(text('text')), AppClientId: required(text('text')) }),
    ),
    CustomerProfilesConfiguration: optional(object({ ObjectTypeName: required(text('text')) })),
    TimeLimitMinutes: optional(number('static', { min: SIGN_IN_MINUTES_MIN, max: SIGN_IN_MINUTES_MAX })),
  }),
  branches: () =>
    branchesBy({ kind: 'among', operands: ['OptedOut'] }, ['NoMatchingError', 'TimeLimitExceeded']),
  flowTypes: ['CONTACT_FLOW', 'MODULE'],
  channels: ['CHAT'],
  facts: { speaks: true, listens: true, terminal: false },
  logName: 'AuthenticateParticipant',
  notRunBecause: 'there is no sign-in service',
});
