/** How calls behave. */
import type { BehaviourTopic } from './behaviour.ts';

export const calls: BehaviourTopic = {
  title: 'Calls and transfers',
  behaviours: [
    {
      what: 'whispers for the agent, then for the caller; then they talk',
      from: 'adminguide/set-whisper-flow',
      tests: ['engine/contact/life-of-a-call'],
    },
    {
      what: 'the disconnect flow runs for a caller whom the agent has left, and not after the caller hangs up',
      from: 'adminguide/set-disconnect-flow',
      tests: ['engine/contact/life-of-a-call'],
    },
    {
      what: "Connect's own queue, whisper, hold and transfer flows run where none is set",
      from: 'adminguide/contact-flow-default',
      tests: ['engine/contact/life-of-a-call', 'engine/contact/holding', 'engine/contact/transfers'],
    },
    {
      what: 'a queue flow is interrupted, and its loop of prompts goes on',
      from: 'adminguide/loop-prompts',
      tests: ['engine/contact/life-of-a-call', 'engine/blocks/line'],
    },
    {
      what: 'both hear their hold flows; a call that is over holds nobody',
      from: 'adminguide/create-contact-flow',
      tests: ['engine/contact/holding'],
    },
    {
      what: 'keys that nobody waits for are lost unless they are kept',
      from: 'adminguide/touchtone-buffering',
      tests: ['engine/blocks/keyed-input'],
    },
    {
      what: 'functions in a row have 20 seconds; a late answer is ignored; 32 KB at most',
      from: 'adminguide/invoke-lambda-function-block',
      tests: ['engine/blocks/functions'],
    },
    {
      what: 'a transfer to an agent or queue is a contact of its own, with a copy of the attributes; consult, swap, join, leave, and cold',
      from: 'adminguide/transfer, connect-attrib-list',
      tests: ['engine/contact/transfers', 'engine/contact/transfers-to-queues'],
    },
    {
      what: 'somebody outside answers, is busy, does not, or hangs up',
      from: 'adminguide/transfer-to-phone-number',
      tests: ['engine/contact/third-parties'],
    },
    {
      what: 'an agent with another call is not reached; after contact work is ended by a transfer to that agent',
      from: 'adminguide/transfer-to-agent-block',
      tests: ['engine/contact/transfers'],
    },
    {
      what: 'flows of transfers hold the agent or the caller and ask whom they do not hold',
      from: 'adminguide/hold-customer-agent',
      tests: ['engine/contact/holding-by-flow'],
    },
    {
      what: 'percentages, waits and loops; the same seed gives the same way',
      from: 'adminguide/distribute-by-percentage',
      tests: ['engine/blocks/branching', 'engine/contact/any-events'],
    },
  ],
  differences: [
    'There is no telephone network: whether a number outside answers is said by who tests.',
    'How long words last is estimated from their length, where no browser speaks them.',
    'A flow with a form of a block whose behaviour is not published is refused when it is loaded: `Wait` with `ContinueExecution`, `UpdateContactRoutingBehavior` with `RoutingProficiencies`.',
    'Words are understood by patterns, not by speech recognition; see services.md.',
  ],
};
