/** AuthenticateParticipant: lets a chat customer sign in. */
import { number, object, optional, required, text } from '../language/parameters.ts';
import { SIGN_IN_MINUTES_MAX, SIGN_IN_MINUTES_MIN } from '../limits.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { branchesBy } from './forms.ts';
import { recordOf, scalar, wholeNumber } from './wire-values.ts';

export const authenticateParticipant = defineBlock({
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
  prepare(parameters) {
    const minutes = wholeNumber(
      scalar(parameters['TimeLimitMinutes']) ?? String(SIGN_IN_MINUTES_MIN),
      SIGN_IN_MINUTES_MIN,
      SIGN_IN_MINUTES_MAX,
    );
    return asks({
      service: 'sign-in',
      operation: 'AuthenticateParticipant',
      input(step) {
        if (minutes === undefined) {
          return `TimeLimitMinutes is no number from ${SIGN_IN_MINUTES_MIN} to ${SIGN_IN_MINUTES_MAX}`;
        }
        const cognito = recordOf(step.json(recordOf(parameters['CognitoConfiguration'])));
        const profiles = recordOf(step.json(recordOf(parameters['CustomerProfilesConfiguration'])));
        return { cognito, profiles };
      },
      limitMs: (minutes ?? SIGN_IN_MINUTES_MIN) * 60_000,
      errors: { 'time-is-up': 'TimeLimitExceeded' },
      keep(step, values) {
        for (const [name, value] of Object.entries(values)) {
          step.state.setData(`connect:CustomerAuthentication.${name}`, scalar(value) ?? '');
        }
        return undefined;
      },
      branches: true,
    });
  },
});
