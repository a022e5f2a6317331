/** All behaviours of the engine, by topic, and as the page shows them. */
import type { BehaviourTopic } from './behaviour.ts';
import { calls } from './calls.ts';
import { chats } from './chats.ts';
import { conferences } from './conferences.ts';
import { records } from './records.ts';
import { routing } from './routing.ts';
import { tasksAndCallbacks } from './tasks-and-callbacks.ts';

export const TOPICS: readonly BehaviourTopic[] = [
  routing,
  calls,
  conferences,
  tasksAndCallbacks,
  chats,
  records,
];

/** Below the heading of all behaviours. */
export const behaviourLines = (topics: readonly BehaviourTopic[]): readonly string[] => [
  'What the engine does, the page or report that it comes from, and the test that shows it (below `test/`); then what is known to differ from the service.',
  ...topics.flatMap(({ title, behaviours, differences }) => [
    '',
    `### ${title}`,
    '',
    '| Behaviour | Where it comes from | Test |',
    '| --- | --- | --- |',
    ...behaviours.map(({ what, from, tests }) => `| ${what} | ${from} | ${tests.join(', ')} |`),
    '',
    'Known differences:',
    '',
    ...differences.map((difference) => `- ${difference}`),
  ]),
];
