/** Every fault that a simulated day knows, by name: where it strikes, and what it is. */

/** The moment at which a fault can happen. */
export type Where =
  | 'invocation'
  | 'tables'
  | 'hours'
  | 'prompt'
  | 'transfer'
  | 'question'
  | 'ringing'
  | 'talking'
  | 'moment'
  | 'call'
  | 'day';

export interface FaultKind {
  readonly where: Where;
  readonly what: string;
  /** Of those that upset a whole day: how often at most. */
  readonly timesMax?: number;
  /** Few can suffer it. */
  readonly rare?: true;
}

const fault = (where: Where, what: string, more: Pick<FaultKind, 'timesMax' | 'rare'> = {}): FaultKind => ({
  where,
  what,
  ...more,
});

export const FAULTS = {
  'function-throttled': fault('invocation', 'Lambda refuses with 429'),
  'function-500': fault('invocation', 'Lambda answers with a fault of its own'),
  'function-throws': fault('invocation', 'the function throws before it has done anything'),
  'function-throws-after-effect': fault('invocation', 'the function has written, and throws'),
  'function-killed-after-effect': fault(
    'invocation',
    'the function has written, and is stopped at its time limit',
  ),
  'function-slow': fault('invocation', 'the answer comes late, but in time'),
  'function-too-slow': fault('invocation', 'the function is stopped at its time limit before it has written'),
  'function-answers-late': fault('invocation', 'the answer comes after the flow has gone on'),
  'function-invoked-twice': fault('invocation', 'Lambda runs an invocation twice, one after the other'),
  'function-invoked-at-once': fault('invocation', 'two runs of an invocation at the same time'),
  'result-malformed': fault('invocation', 'the answer is no JSON'),
  'result-nested': fault('invocation', 'the answer has an object within'),
  'result-too-large': fault('invocation', 'the answer is larger than 32 KB'),
  'result-wrong-type': fault('invocation', 'the answer is a list, numbers, truth values'),
  'result-empty': fault('invocation', 'the answer is an object without anything'),
  'table-condition-fails': fault('tables', 'a conditional write is refused, and done anew'),
  'table-transaction-cancelled': fault('tables', 'a transaction is cancelled by another, and done anew'),
  'table-throttled': fault('tables', 'DynamoDB throttles, and the second attempt goes through'),
  'table-times-out': fault('tables', 'all attempts time out, and nothing was written'),
  'table-times-out-after-effect': fault('tables', 'all attempts time out, and it was written'),
  'table-index-stale': fault('tables', 'an index does not show the latest write: another outcome'),
  'table-item-expired': fault('tables', 'an expired item is still read: another outcome'),
  'table-batch-partial': fault('tables', 'part of a batch is left over, and sent again'),
  'queue-full': fault('transfer', 'the queue is at its capacity'),
  'transfer-fails': fault('transfer', 'the transfer to the queue fails'),
  'hours-end-mid-call': fault('hours', 'the centre has closed since the call began'),
  'hours-lookup-fails': fault('hours', 'the hours cannot be looked up'),
  'prompt-fails': fault('prompt', 'words cannot be spoken'),
  'callback-not-dialable': fault(
    'call',
    'somebody wants to be called back, at a number that cannot be dialled',
    { rare: true },
  ),
  'flow-updated': fault('call', 'a flow is published anew between two calls', { timesMax: 20 }),
  'caller-hangs-up': fault(
    'moment',
    'the caller hangs up: in words, at a question, while a function runs, in the queue, with an agent',
  ),
  'keys-ahead': fault('question', 'keys are typed before the words are heard'),
  'odd-keys': fault('question', 'star, pound and letters'),
  'thirty-digits': fault('question', 'thirty digits in a row'),
  'caller-silent': fault('question', 'not one key'),
  'agent-misses': fault('ringing', 'the agent does not answer'),
  'agent-declines': fault('ringing', 'the agent rejects the call'),
  'agent-drops-after-accept': fault('ringing', 'the agent vanishes just after taking the call'),
  'agent-drops-mid-call': fault('talking', 'the agent vanishes in the middle of the talk'),
  'agents-vanish': fault('talking', 'all agents vanish at once, and come back in a random order', {
    timesMax: 2,
  }),
  'clock-forward': fault('call', 'the clock jumps ten minutes ahead', { timesMax: 3 }),
  'clock-back': fault('call', 'the clock would go back an hour', { timesMax: 3 }),
  'same-caller-twice': fault('call', 'a caller is on two lines'),
  'hundred-callers-of-one-account': fault('call', 'a hundred calls from one number at one moment', {
    timesMax: 1,
  }),
  'events-replayed': fault('call', 'events of calls that have ended come once more'),
  'daylight-saving': fault(
    'day',
    'the night in which the clocks of New York go back, in the middle of the day',
  ),
  'leap-day': fault('day', 'the 29th of February'),
} as const satisfies Readonly<Record<string, FaultKind>>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES: readonly FaultName[] = Object.keys(FAULTS).filter(
  (name): name is FaultName => name in FAULTS,
);

/** A day has one date: these two only by name. */
export const STORM: readonly FaultName[] = FAULT_NAMES.filter((name) => FAULTS[name].where !== 'day');
