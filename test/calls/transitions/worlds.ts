/** The centres that routes lead through, each as somebody finds it who has its calls before them. */
import type { Template } from '../../../local/assembly/template.ts';
import { type ContactCentre, type OpenOptions, openCentre } from '../../kit/centre.ts';
import { stranger } from '../../kit/people.ts';
import { resourceOf } from '../../kit/templates.ts';
import { announcementRoutes } from './announcement-routes.ts';
import { appointmentRoutes } from './appointment-routes.ts';
import { callbackRoutes, nobodyRoutes, unseenRoutes } from './callback-routes.ts';
import { caseRoutes, cases } from './case-routes.ts';
import { changeRoutes } from './change-routes.ts';
import { codeRoutes, sendNoTexts, withoutTextsRoute } from './code-routes.ts';
import { drive } from './drive.ts';
import { languageRoutes } from './language-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { paymentRoutes } from './payment-routes.ts';
import { productRoutes } from './product-routes.ts';
import { returningClosedRoutes, returningRoutes } from './returning-routes.ts';
import {
  brokenEntryRoutes,
  closedRoutes,
  escalationRoutes,
  queueRoutes,
  type Route,
  routes,
  transferRoutes,
} from './routes.ts';
import { breakEntry, chooseFigures, putSwitchesIn, type Switch } from './switches.ts';
import { withTransferQueues } from './transfer-queues.ts';
import { troubleRoutes } from './trouble-routes.ts';
import { closedVoicemailRoutes, voicemailRoutes } from './voicemail-routes.ts';
import { tasksWaitForSpeakers, waitingRoutes } from './waiting-routes.ts';

export type Switches = ReadonlyMap<string, Switch>;

export interface OpenWorld {
  readonly name: string;
  readonly centre: ContactCentre;
  readonly switches: Switches;
  readonly routes: readonly Route[];
}

export interface World {
  readonly name: string;
  readonly open: () => Promise<OpenWorld>;
}

const ANOTHER_MORNING = '2026-11-19T10:00:00-05:00';
/** The centre is closed. */
const THANKSGIVING = '2026-11-26T12:00:00-05:00';
const QUEUE = 'AWS::Connect::Queue';

/** Support and escalations have room for one contact each; beside them there is a queue that is switched off. */
const withQueues = (template: Template): void => {
  const [, support, properties] = resourceOf(template, QUEUE, 'support');
  template.Resources['SwitchedOff'] = {
    ...support,
    Properties: { ...properties, Name: 'switched-off', Status: 'DISABLED' },
  };
  properties['MaxContacts'] = 1;
  resourceOf(template, QUEUE, 'escalations')[2]['MaxContacts'] = 1;
};

/** The attributes that break these steps. */
const breaks = (switches: Switches, ...steps: readonly string[]) =>
  Object.fromEntries(
    steps.map((step) => {
      const { attribute = '', value = '' } = switches.get(step) ?? {};
      return [attribute, value];
    }),
  );

const queueArn = ({ cloud }: ContactCentre, queue: string): string =>
  cloud.centre.instance.queues.find(({ name }) => name === queue)?.arn ?? '';

interface Plan extends OpenOptions {
  readonly name: string;
  readonly switched?: boolean;
  /** When the calls come. */
  readonly atMoment?: string;
  /** Calls that were made before. */
  readonly before?: readonly Route[];
  readonly routes: (centre: ContactCentre, switches: Switches) => readonly Route[];
}

const world = ({
  name,
  switched = true,
  atMoment,
  before = [],
  routes: routesIn,
  mutate,
  ...options
}: Plan): World => ({
  name,
  async open() {
    let switches: Switches = new Map();
    const centre = await openCentre({
      ...options,
      mutate(template) {
        mutate?.(template);
        if (switched) switches = putSwitchesIn(template);
      },
    });
    for (const route of before) {
      await drive(centre, route);
      await centre.everybodyLeaves({ promises: false });
    }
    if (atMoment !== undefined) await centre.passes(Date.parse(atMoment) - centre.cloud.centre.nowMs());
    return { name, centre, switches, routes: routesIn(centre, switches) };
  },
});

const withAllQueues = (template: Template): void => {
  withQueues(template);
  withTransferQueues(template);
};
/** The problem of a customer is a case already. */
const told = [cases('1', '9')];

export const WORLDS: readonly World[] = [
  world({
    name: 'a day like any other',
    mutate(template) {
      withAllQueues(template);
      tasksWaitForSpeakers(template);
    },
    before: told,
    routes(centre, switches) {
      const { attribute = '' } = switches.get('speak-to-agent / support') ?? {};
      const attributes = { [attribute]: queueArn(centre, 'switched-off') };
      return [
        ...routes,
        ...caseRoutes,
        ...orderRoutes,
        ...callbackRoutes,
        ...changeRoutes,
        ...appointmentRoutes,
        ...productRoutes,
        ...troubleRoutes,
        ...returningRoutes,
        ...codeRoutes,
        ...paymentRoutes,
        { person: stranger, answers: ['0'], attributes },
        ...transferRoutes,
        ...announcementRoutes,
        ...waitingRoutes,
        ...holds(switches),
        {
          person: stranger,
          answers: ['0'],
          transfer: 'support',
          attributes: breaks(switches, 'main-inbound / recording-notice'),
        },
        ...escalations(centre, switches),
      ];
    },
  }),
  world({
    name: 'nobody signed in',
    mutate: withAllQueues,
    atMoment: ANOTHER_MORNING,
    routes: (_centre, switches) => [
      ...voicemailRoutes(breaks(switches, 'leave-voicemail / message')),
      ...unseenRoutes,
    ],
  }),
  world({
    name: 'closed',
    mutate: withAllQueues,
    before: told,
    atMoment: THANKSGIVING,
    routes: () => [...closedRoutes, ...nobodyRoutes, ...closedVoicemailRoutes, ...returningClosedRoutes],
  }),
  world({ name: 'several languages', languages: 'all', routes: () => languageRoutes }),
  world({
    name: 'a broken entry',
    switched: false,
    demoWorld: false,
    mutate: breakEntry,
    routes: () => brokenEntryRoutes,
  }),
  world({
    name: 'figures of the queue',
    demoWorld: false,
    mutate(template) {
      chooseFigures(template);
      sendNoTexts(template);
    },
    routes: (centre) => [
      ...queueRoutes(queueArn(centre, 'support'), queueArn(centre, 'orders')),
      withoutTextsRoute,
    ],
  }),
];

/** A hold flow is cut off and never left, so that nothing tells that a call came by its steps. */
const holds = (switches: Switches): readonly Route[] =>
  [
    ['agent-hold / remind'],
    ['customer-hold / music'],
    ['customer-hold / music', 'customer-hold / words-alone'],
  ].map((steps) => ({
    person: stranger,
    answers: ['0'],
    hold: true,
    attributes: breaks(switches, ...steps),
  }));

function escalations(centre: ContactCentre, switches: Switches): readonly Route[] {
  const off = (...steps: readonly string[]) =>
    Object.fromEntries(
      steps.map((step) => [switches.get(step)?.attribute ?? '', queueArn(centre, 'switched-off')]),
    );
  const { attribute = '' } = switches.get('speak-to-agent / support') ?? {};
  return escalationRoutes({ [attribute]: queueArn(centre, 'escalations') }, [
    off('escalate-case / queue', 'department-task / queue'),
    off('department-task / queue', 'department-task / support'),
    breaks(switches, 'main-inbound / recording-notice'),
    // Whether a case may be raised hangs on the time since it was: here it may.
    breaks(switches, 'report-problem / to-escalate', 'report-problem / not-raised'),
    { taskFor: 'department', taskQueue: queueArn(centre, 'quality') },
    { taskFor: 'department', taskQueue: 'nowhere' },
    { taskFor: 'support' },
  ]);
}
