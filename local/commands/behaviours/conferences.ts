/** How calls of more than two parties behave. */
import type { BehaviourTopic } from './behaviour.ts';

export const conferences: BehaviourTopic = {
  title: 'Conferences and supervisors',
  behaviours: [
    {
      what: 'up to six parties, supervisors who have joined among them; three without multi-party calls',
      from: 'adminguide/multi-party-calls, three-party-multi-party-comparison',
      tests: ['engine/contact/conferences'],
    },
    {
      what: 'the next party is called when the one before has answered or is gone',
      from: 'adminguide/three-party-multi-party-comparison',
      tests: ['engine/contact/conferences'],
    },
    {
      what: 'who is there waits on hold while another is brought in',
      from: 'agentworkspace devguide, addParticipant',
      tests: ['engine/contact/conferences'],
    },
    {
      what: 'every agent can hold and take back every other party; in a call of three only whom they have brought in',
      from: 'adminguide/three-party-multi-party-comparison',
      tests: ['engine/contact/conferences', 'engine/contact/transfers'],
    },
    {
      what: "an agent who leaves hands control to the agents who are left; the caller's contact is followed by the contact of the agent who came first",
      from: 'adminguide/three-party-multi-party-comparison, ctr-data-model',
      tests: ['engine/contact/conferences', 'engine/contact/records/transfer-records'],
    },
    {
      what: 'the caller leaves: the others talk on, and may bring in more',
      from: 'adminguide/three-party-multi-party-comparison',
      tests: ['engine/contact/conferences'],
    },
    {
      what: 'each party has a contact and a record of its own, with the call as initial and previous contact',
      from: 'adminguide/ctr-data-model',
      tests: ['engine/contact/records/transfer-records'],
    },
    {
      what: 'a supervisor hears all who talk, and is heard by all after joining',
      from: 'adminguide/monitor-conversations',
      tests: ['engine/contact/conferences', 'engine/contact/monitoring'],
    },
    {
      what: 'a supervisor who listens has a contact of their own, `MONITOR`, and gets no calls meanwhile; five listen at once, one joins',
      from: 'adminguide/monitor-conversations, ctr-data-model',
      tests: ['engine/contact/monitoring', 'engine/contact/records/transfer-records'],
    },
    {
      what: '`MonitorContact` wants a call that is recorded on both sides, and somebody who is signed in',
      from: 'adminguide/ts-monitoring-conversations, API_MonitorContact',
      tests: ['local/connect/handing-on-api.full'],
    },
  ],
  differences: [
    'Only the agent who has the caller brings in and lets go others; on the service every agent does, and may let the caller go.',
    'Muting is not known.',
    'What happens when the last agent leaves a caller with people outside is not published for more than one: here they talk on until one is left.',
    'The agent who had the caller cannot be put on hold by others.',
  ],
};
