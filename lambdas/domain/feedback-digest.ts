/** What the supervisors are told on Monday of the answers of last week, beside those of the week before. */

import type { Feedback } from './feedback.ts';
import { type Figures, figuresOf, teamFigures } from './feedback-report.ts';
import { type Message, newMessage } from './message.ts';

/** One for each week, however often it is written; undefined where nobody has answered. */
export function weekTask(
  week: string,
  given: readonly Feedback[],
  before: readonly Feedback[],
  nowMs: number,
): Message | undefined {
  if (given.length === 0) return undefined;
  const earlier = new Map(teamFigures(before).map(({ team, ...figures }) => [team, figures]));
  const teams = teamFigures(given).map(
    ({ team, ...figures }) => `Team ${team}: ${beside(figures, earlier.get(team))}.`,
  );
  return newMessage(
    `feedback-week-${week}`,
    {
      kind: 'task',
      team: 'escalations',
      name: `What callers said in ${week}`,
      description: [`All: ${beside(figuresOf(given), figuresOf(before))}.`, ...teams].join(' '),
      level: 1,
    },
    nowMs,
  );
}

const beside = (now: Figures, before: Figures | undefined): string =>
  `${told(now)} (the week before: ${before === undefined || before.answers === 0 ? 'no answers' : told(before)})`;

const told = ({ answers, average, low }: Figures): string =>
  `${answers} ${answers === 1 ? 'answer' : 'answers'}, ${average?.toFixed(1)} on average, ${low} of 1 or 2`;
