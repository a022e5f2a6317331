/** How contacts and agents are brought together. */
import type { BehaviourTopic } from './behaviour.ts';

export const routing: BehaviourTopic = {
  title: 'Queues and agents',
  behaviours: [
    {
      what: 'the agent who has been free longest gets the contact; priority goes before age',
      from: 'adminguide/concepts-routing',
      tests: ['engine/contact/routing'],
    },
    {
      what: "the agent's own queue goes first, then the priorities and delays of the routing profile",
      from: 'adminguide/concepts-routing',
      tests: ['engine/contact/routing'],
    },
    {
      what: 'it rings 20 seconds; who misses or rejects gets nothing until that is cleared, and the caller keeps the place',
      from: 'adminguide/about-contact-states',
      tests: ['engine/contact/routing'],
    },
    {
      what: 'a status chosen during work is taken when the work ends; it ends after contact work',
      from: 'amazon-connect-streams, issue 952',
      tests: ['engine/contact/routing'],
    },
    {
      what: 'a channel has room as the profile says, and other channels beside it only as it allows',
      from: 'API_MediaConcurrency, API_CrossChannelBehavior',
      tests: ['engine/contact/routing', 'engine/contact/tasks'],
    },
    {
      what: "criteria go step by step; after the last everybody may take the contact; in an agent's own queue they have no effect",
      from: 'adminguide/set-routing-criteria',
      tests: ['engine/contact/criteria'],
    },
    {
      what: 'a desk that is gone: what rings goes on, a caller hears the disconnect flow, tasks and after contact work wait',
      from: 'adminguide/about-contact-states',
      tests: ['engine/contact/vanishing'],
    },
    {
      what: 'hours with overrides, and nights in which the clocks change',
      from: 'API_HoursOfOperationOverrideConfig',
      tests: ['engine/contact/opening'],
    },
    {
      what: 'a full queue is at capacity; at most 12 contacts in a chain',
      from: 'adminguide/set-maximum-queue-limit, transfer-to-queue',
      tests: ['engine/contact/leaving-the-queue', 'engine/contact/transfers-to-queues'],
    },
  ],
  differences: [
    'Agents have statuses by name; their ids are the names.',
    'Estimated waits come from the last ten contacts that left the queue; how the service estimates is not published.',
    'E-mails are not routed.',
  ],
};
