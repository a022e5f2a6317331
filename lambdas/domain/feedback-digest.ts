/** What the supervisors are told on Monday of what customers said last week, beside the week before. */

import {
  type Figures,
  figuresOf,
  opinionsOf,
  type SaidInWeek,
  subjectFigures,
  teamFigures,
} from './feedback-report.ts';
import { type Message, newMessage } from './message.ts';
import type { Remark } from './remark.ts';

/**
 * One for each week, however often it is written; undefined where nobody has said anything. Numbers alone: the words of
 * agents stay where an erasure finds them, and the report has them.
 */
export function weekTask(
  week: string,
  said: SaidInWeek,
  before: SaidInWeek,
  nowMs: number,
): Message | undefined {
  if (said.answers.length === 0 && said.remarks.length === 0) return undefined;
  const earlier = new Map(teamFigures(before.answers).map(({ team, ...figures }) => [team, figures]));
  const teams = teamFigures(said.answers).map(
    ({ team, ...figures }) => `Team ${team}: ${beside(figures, earlier.get(team))}.`,
  );
  return newMessage(
    `feedback-week-${week}`,
    {
      kind: 'task',
      team: 'escalations',
      name: `What callers said in ${week}`,
      description: [
        `All: ${beside(figuresOf(said.answers), figuresOf(before.answers))}.`,
        ...teams,
        ...toldAgents(said.remarks, before.remarks),
      ].join(' '),
      level: 1,
    },
    nowMs,
  );
}

const beside = (now: Figures, before: Figures | undefined): string =>
  `${answered(now)} (the week before: ${before === undefined ? NONE : answered(before)})`;

const NONE = 'no answers';

function answered({ answers, average, low }: Figures): string {
  if (answers === 0) return NONE;
  return `${answers} ${answers === 1 ? 'answer' : 'answers'}, ${average?.toFixed(1)} on average, ${low} of 1 or 2`;
}

/** Nothing where nobody told an agent anything in either week. */
function toldAgents(remarks: readonly Remark[], before: readonly Remark[]): readonly string[] {
  if (remarks.length === 0 && before.length === 0) return [];
  const subjects = subjectFigures(remarks).map(({ subject, ...counts }) => `${subject} ${opinions(counts)}`);
  const detail = subjects.length === 0 ? '' : `: ${subjects.join(', ')}`;
  return [
    `Said to agents: ${opinions(opinionsOf(remarks))} (the week before: ${opinions(opinionsOf(before))})${detail}.`,
  ];
}

const opinions = ({ good, bad }: ReturnType<typeof opinionsOf>): string => `${good} good and ${bad} bad`;
