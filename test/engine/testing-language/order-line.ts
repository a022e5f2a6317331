/** A small inbound flow for tests of test cases: a menu with a function and a queue behind it. */
import { hangUp as flowEnd, type Steps, say, toQueue } from '../contact/centre.ts';
import { benchOf, run } from './bench.ts';

export const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:lookup';
export const call = (next: string, fault: string): Steps[string] => [
  'InvokeLambdaFunction',
  { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '3' },
  { next, errors: { NoMatchingError: fault } },
];
export const menu = (
  Text: string,
  when: Readonly<Record<string, string>>,
  otherwise: string,
): Steps[string] => [
  'GetParticipantInput',
  { Text, StoreInput: 'False', InputTimeLimitSeconds: '5' },
  {
    when,
    errors: { NoMatchingCondition: otherwise, InputTimeLimitExceeded: 'silence', NoMatchingError: otherwise },
  },
];

export const main: Steps = {
  welcome: say('Welcome to Larkfield.', 'menu'),
  menu: menu('For orders, press 1. For a person, press 2.', { '1': 'look-up', '2': 'connecting' }, 'wrong'),
  wrong: say('That was not one of the choices.', 'menu'),
  silence: say('We did not hear anything.', 'goodbye'),
  'look-up': call('found', 'fault'),
  found: say('Your order is $.External.state.', 'goodbye'),
  fault: say('We cannot look it up.', 'goodbye'),
  connecting: say('One moment, please.', 'set-queue'),
  ...toQueue('support', 'fault'),
  goodbye: say('Goodbye.', 'end'),
  end: flowEnd,
};

export const centre = () =>
  benchOf({ flows: { main }, functions: { [FUNCTION]: { state: 'packed', list: 'a' } } });
export const statusOf = async (...observations: Parameters<typeof run>[1]) => {
  const { status, failure } = await run(centre(), observations);
  return failure === undefined ? status : failure.reasons.join();
};
export const MENU = 'For orders, press 1. For a person, press 2.';
