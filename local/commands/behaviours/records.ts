/** What is written down. */
import type { BehaviourTopic } from './behaviour.ts';

export const records: BehaviourTopic = {
  title: 'Records and events',
  behaviours: [
    {
      what: 'contact records, contact events and agent events in the published shapes, held against the schemas that functions read',
      from: 'adminguide/ctr-data-model, contact-events, agent-event-stream-model',
      tests: ['engine/contact/records/any-records', 'engine/contact/records/contact-records'],
    },
    {
      what: 'moved from queue to queue, or handed on: the contact ends and the next begins, each with a record',
      from: 'adminguide/ctr-data-model',
      tests: ['engine/contact/records/contact-records', 'engine/contact/records/transfer-records'],
    },
    {
      what: "events of tags, of a task's time, and of routing criteria with what becomes of each step",
      from: 'adminguide/contact-events',
      tests: ['engine/contact/records/updated-events'],
    },
    {
      what: 'heart beats of agents after 120 seconds, for an hour after a logout',
      from: 'adminguide/agent-event-streams',
      tests: ['engine/contact/records/agent-events'],
    },
    {
      what: 'agent events go to the stream of their own association, and leave the latest state of each agent',
      from: 'adminguide/agent-event-streams',
      tests: ['api/desktop', 'lambdas/tables/desk'],
    },
    {
      what: 'a reader gets records at least once, some late, some twice',
      from: 'adminguide/ctr-data-model',
      tests: ['local/connect/courier'],
    },
    {
      what: 'chats: messages, responses, turns',
      from: 'API_ChatMetrics',
      tests: ['engine/contact/records/chat-records'],
    },
    {
      what: "flow logs with the block names of Connect's logs, without what is keyed while logging is off",
      from: 'adminguide/about-contact-flow-logs',
      tests: ['engine/blocks/flow-log', 'engine/contact/secrets'],
    },
  ],
  differences: [
    'Shares of late and doubled records are ours; so is the time that they take.',
    'Several changes of an agent at one instant are one event.',
    'Agent events are written only where contact records are delivered and the template has a stream for them.',
    'More is in contact-records.md.',
  ],
};
