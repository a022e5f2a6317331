/** Mistakes in steps of any action type that the compiler refuses: each compiles only because of the line above it. */
import { action } from '../../../engine/authoring/any-action.ts';
import { flow } from '../../../engine/authoring/flow.ts';
import { hangUp } from '../../../engine/authoring/handing-over.ts';
import { menu } from '../../../engine/authoring/keys.ts';
import { sayInLoop } from '../../../engine/authoring/speaking.ts';

const a = 'a';
const errors = { NoMatchingError: a } as const;
const logged = { FlowLoggingBehavior: 'Enabled' } as const;
const hi = { Text: 'Hi.' } as const;
const keyed = { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: 5 } as const;
const compared = { ComparisonValue: '$.Attributes.a' } as const;
const noMatch = { NoMatchingCondition: a } as const;
const twoErrors = { ...noMatch, ...errors } as const;
const full = { ...errors, QueueAtCapacity: a } as const;

export const refusedActions: readonly (() => unknown)[] = [
  // @ts-expect-error the parameter is called Text
  () => action('MessageParticipant', { parameters: { Txt: 'Hi.' }, next: a }),
  // @ts-expect-error the type is called MessageParticipant
  () => action('PlayPrompt', { parameters: hi, next: a }),
  // @ts-expect-error next is missing
  () => action('MessageParticipant', { parameters: hi }),
  // @ts-expect-error the error branch is missing
  () => action('UpdateContactAttributes', { parameters: { Attributes: { a: 'b' } }, next: a }),
  // @ts-expect-error NoneFoundError and MultipleFoundError are missing
  () => action('GetCustomerProfile', { parameters: { ProfileRequestData: {} }, next: a, errors }),
  // @ts-expect-error InputTimeLimitExceeded is missing
  () => action('GetParticipantInput', { parameters: keyed, errors: twoErrors }),
  // @ts-expect-error NoMatchingCondition is missing
  () => action('Compare', { parameters: compared, conditions: [['Equals', '1', a]] }),
  // @ts-expect-error the operator is called NumberLessThan
  () => action('Compare', { parameters: compared, errors: noMatch, conditions: [['LessThan', '1', a]] }),
  // @ts-expect-error a comparison without a condition is none
  () => action('Compare', { parameters: compared, errors: noMatch }),
  // @ts-expect-error when it is closed, it leads somewhere too
  () => action('CheckHoursOfOperation', { errors, conditions: { True: a } }),
  // @ts-expect-error logging has no error branch
  () => action('UpdateFlowLoggingBehavior', { parameters: logged, next: a, errors }),
  // @ts-expect-error logging is Enabled or Disabled
  () => action('UpdateFlowLoggingBehavior', { parameters: { FlowLoggingBehavior: 'On' }, next: a }),
  // @ts-expect-error nothing comes after the end
  () => action('DisconnectParticipant', { next: a }),
  // @ts-expect-error a queue is set before; the transfer takes none
  () => action('TransferContactToQueue', { parameters: { QueueId: 'q' }, next: a, errors: full }),
  // @ts-expect-error no block knows the error
  () => action('MessageParticipant', { parameters: hi, next: a, errors: { NoMatchError: a } }),
];

const terms = { name: 'demo', title: 'Demo', description: 'A demo.', start: 'it' } as const;
const bye = hangUp();
const loop = sayInLoop({ prompts: ['Hi.'], interruptEverySeconds: 30, onInterrupt: 'bye', onError: 'bye' });
const end = action('EndFlowExecution', {});
const ways = { onTimeout: 'end', onNoMatch: 'end', onError: 'end' } as const;
const keys = menu({ prompt: '1?', timeoutSeconds: 5, choices: {}, ...ways });
const dial = action('CompleteOutboundCall', { next: 'bye' });

/** Each would be refused when it is made, too. */
export const refusedFlows: readonly (() => unknown)[] = [
  // @ts-expect-error prompts in a loop are for those who wait
  () => flow({ ...terms, type: 'CONTACT_FLOW', steps: { it: loop, bye } }),
  // @ts-expect-error an agent presses no keys in a whisper
  () => flow({ ...terms, type: 'AGENT_WHISPER', steps: { it: keys, end } }),
  // @ts-expect-error a call does not end in a whisper
  () => flow({ ...terms, type: 'CUSTOMER_WHISPER', steps: { it: bye } }),
  // @ts-expect-error only an outbound whisper dials
  () => flow({ ...terms, type: 'CONTACT_FLOW', steps: { it: dial, bye } }),
];

const lost = action('ResumeContact', { next: 'byee', errors: { NoMatchingError: 'bye' } });

/** And one that leads to a step that is not there. */
// @ts-expect-error no step is called 'byee'
export const dangling = () => flow({ ...terms, type: 'CONTACT_FLOW', steps: { it: lost, bye } });
