/** Calls and tasks for which agents who speak their language are asked first, and calls that are ahead of others. */
import type { Template } from '../../../local/assembly/template.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { throttled } from '../../kit/faults.ts';
import { stranger } from '../../kit/people.ts';
import { raises, raisesAnew } from './case-routes.ts';
import { FlowText } from './flow-text.ts';
import { wasHere } from './returning-routes.ts';
import type { ChangingAnswer, Route } from './routes.ts';

/** Longer than the value of a proficiency may be, so that nobody can be waited for. */
const NO_LANGUAGE = 'x'.repeat(65);
const SPEAKERS = ['hu', NO_LANGUAGE] as const;

const latest = ({ cloud: { centre } }: ContactCentre): string => centre.recentContacts()[0] ?? '';

/** A key, and what is true of the call before it is pressed. */
const given = (keys: string, attributes: Readonly<Record<string, string>>): ChangingAnswer => ({
  keys,
  first: async (centre) => {
    centre.cloud.centre.send({ kind: 'set-attributes', contactId: latest(centre), attributes });
  },
});

const from = '+12025550187';
const back = (key: ChangingAnswer | string): Route => ({
  person: { from },
  answers: [key],
  before: wasHere({}, from, 'sam'),
});

/** Tasks in every language and in none, with all that is true of the call. */
const startsTasks: ChangingAnswer = {
  keys: '0',
  first: async (centre) => {
    const { cloud } = centre;
    const flowId = cloud.centre.instance.flows.find(({ name }) => name === 'department-task')?.id ?? '';
    const { attributes = {} } = cloud.centre.contact(latest(centre)) ?? {};
    for (const language of ['el', 'hu', 'ro', 'none'])
      cloud.centre.send({
        kind: 'start-task',
        flowId,
        name: 'Call back',
        references: {},
        attributes: { ...attributes, taskFor: 'support', taskLevel: '1', taskLanguage: language },
      });
  },
};

/** In a centre of one language no task waits for speakers: here one in Hungarian does, and one in Romanian cannot. */
export function tasksWaitForSpeakers(template: Template): void {
  const tasks = new FlowText(template, 'department-task', false);
  for (const [step, speakers] of [
    ['spoken-hu', 'hu'],
    ['spoken-ro', NO_LANGUAGE],
  ] as const) {
    const found = tasks.actions.find(({ Identifier }) => Identifier === step);
    if (found === undefined) throw new Error(`the flow of tasks has no step '${step}'`);
    found.Parameters['Attributes'] = { speakers };
  }
  tasks.write();
}

const asksFor = (attributes: Readonly<Record<string, string>>): Route => ({
  person: stranger,
  answers: [given('0', attributes)],
});

export const waitingRoutes: readonly Route[] = [
  ...SPEAKERS.flatMap((speakers) => [
    asksFor({ speakers }),
    { ...back(given('7', { speakers })), agent: true },
    raisesAnew(given('1', { speakers })),
    { ...asksFor({ speakers }), transfer: 'support' },
  ]),
  { ...asksFor({ languageName: 'Hungarian' }), agent: true },
  { person: stranger, answers: [startsTasks] },

  asksFor({ tier: 'priority' }),
  ...['urgent', 'high'].map((caseSeverity) => raises(given('0', { caseSeverity }))),
  { ...asksFor({ tier: 'priority' }), transfer: 'support' },
  ...['urgent', 'high', 'low'].map((caseSeverity) => ({
    ...raises(given('0', { caseSeverity })),
    transfer: 'support',
  })),
  { ...back('7'), transfer: 'support' },
  { ...raisesAnew('1'), fault: { name: 'escalate', planned: throttled }, transfer: 'support' },
];
