/** How tasks, callbacks and calls of the centre behave. */
import type { BehaviourTopic } from './behaviour.ts';

export const tasksAndCallbacks: BehaviourTopic = {
  title: 'Tasks, callbacks and calls of ours',
  behaviours: [
    {
      what: 'a callback waits for its delay, keeps the place of the call, is offered to agents, and dials at the first words of the outbound whisper',
      from: 'adminguide/setup-queued-cb, devguide CompleteOutboundCall',
      tests: ['engine/contact/callbacks', 'engine/contact/called-back'],
    },
    {
      what: 'nobody answers: tried again, each time a contact; busy or refused: over',
      from: 'adminguide/about-queued-callbacks',
      tests: ['engine/contact/called-back', 'engine/contact/records/callback-records'],
    },
    {
      what: 'calls by the API and by agents; machines are detected where asked',
      from: 'API_StartOutboundVoiceContact, adminguide/customer-first-cb',
      tests: ['engine/contact/outgoing-calls', 'engine/contact/dialling-out'],
    },
    {
      what: 'tasks begin at a time up to six days ahead, are paused and resumed, and are over after seven days',
      from: 'API_StartTaskContact, adminguide/concepts-pause-and-resume-tasks, tasks',
      tests: ['engine/contact/tasks', 'engine/contact/pausing'],
    },
    {
      what: '`TransferContact` takes a task from its queue or agent to another, by an inbound or transfer flow, 11 times at most',
      from: 'API_TransferContact',
      tests: ['engine/contact/handing-on', 'local/connect/handing-on-api.full'],
    },
  ],
  differences: [
    'Callbacks are made agent first only: the wire form of customer first is not published.',
    'A task in its flow cannot be paused, and one that is resumed without a flow joins its queue again.',
    'E-mail contacts cannot be transferred, because there are none.',
    'A task that is transferred ends with `OTHER`: the page has no value for it.',
  ],
};
