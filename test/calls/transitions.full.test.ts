/** Every way out of every step of the deployed flows is taken by a call, error branches too. */
import { expect, test } from '@jest/globals';
import impossible from '../../contact-flows/never-taken.json' with { type: 'json' };
import type { Template } from '../../local/assembly/template.ts';
import { openCentre } from '../kit/centre.ts';
import { stranger } from '../kit/people.ts';
import { resourceOf } from '../kit/templates.ts';
import { announcementRoutes, announcesNothing } from './transitions/announcement-routes.ts';
import { appointmentRoutes } from './transitions/appointment-routes.ts';
import { callbackRoutes, nobodyRoutes } from './transitions/callback-routes.ts';
import { changeRoutes } from './transitions/change-routes.ts';
import { codeRoutes, sendNoTexts, withoutTextsRoute } from './transitions/code-routes.ts';
import { Coverage } from './transitions/coverage.ts';
import { orderRoutes } from './transitions/order-routes.ts';
import { paymentRoutes } from './transitions/payment-routes.ts';
import { productRoutes } from './transitions/product-routes.ts';
import { returningRoutes } from './transitions/returning-routes.ts';
import {
  brokenEntryRoutes,
  closedRoutes,
  escalationRoutes,
  queueRoutes,
  routes,
  transferRoutes,
} from './transitions/routes.ts';
import { breakEntry, chooseFigures, putSwitchesIn, type Switch } from './transitions/switches.ts';
import { withTransferQueues } from './transitions/transfer-queues.ts';
import { closedVoicemailRoutes, voicemailRoutes } from './transitions/voicemail-routes.ts';

/** The intent was issued a moment ago, so only another line can replace it: `place-order.test.ts` has the two lines. */
const TAKEN_ELSEWHERE = [
  'place-order / place.outcome: Equals unknown-intent → order-void',
  'place-order / order-void: NextAction → because-not-confirmed',
  // The order changes while the bank is asked: `payments.full.test.ts`.
  'pay-order / hear.outcome: Equals returned → returned',
  'pay-order / refer.outcome: Equals returned → returned',
  'pay-order / returned: NextAction → because-question',
];

/** Taken in a centre of several languages, by `languages.test.ts` and `languages-broken.full.test.ts`; the gate counts them. */
const WITH_LANGUAGES =
  /^main-menu \/ (?:languages: NoMatchingCondition|choose-or-language|other-language|language-fault)/;

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
const breaks = (switches: ReadonlyMap<string, Switch>, steps: readonly string[]) =>
  Object.fromEntries(
    steps.map((step) => {
      const { attribute = '', value = '' } = switches.get(step) ?? {};
      return [attribute, value];
    }),
  );

test('every transition is taken, but for those that are impossible', async () => {
  const coverage = new Coverage();
  let switches: ReadonlyMap<string, Switch> = new Map();
  const centre = await openCentre({
    mutate: (template) => {
      withQueues(template);
      withTransferQueues(template);
      switches = putSwitchesIn(template);
    },
  });
  const arnOf = (queue: string): string =>
    centre.cloud.centre.instance.queues.find(({ name }) => name === queue)?.arn ?? '';
  const switchedOff = arnOf('switched-off');
  const support = switches.get('speak-to-agent / support');
  const attributes = { [support?.attribute ?? '']: switchedOff };
  const toEscalations = { [support?.attribute ?? '']: arnOf('escalations') };
  const off = (...steps: readonly string[]) =>
    Object.fromEntries(steps.map((step) => [switches.get(step)?.attribute ?? '', switchedOff]));
  await coverage.explores(
    centre,
    [
      ...routes,
      ...orderRoutes,
      ...callbackRoutes,
      ...changeRoutes,
      ...appointmentRoutes,
      ...productRoutes,
      ...returningRoutes,
      ...codeRoutes,
      ...paymentRoutes,
      { person: stranger, answers: ['0'], attributes },
    ],
    switches,
  );
  await coverage.explores(
    centre,
    escalationRoutes(toEscalations, [
      off('escalate-case / queue', 'department-task / queue'),
      off('department-task / queue', 'department-task / support'),
      breaks(switches, ['main-inbound / recording-notice']),
      // Whether a case may be raised hangs on the time since it was: here it may.
      breaks(switches, ['report-problem / to-escalate', 'report-problem / not-raised']),
      { taskFor: 'department', taskQueue: arnOf('quality') },
      { taskFor: 'department', taskQueue: 'nowhere' },
      { taskFor: 'support' },
    ]),
    switches,
  );
  const unheard = breaks(switches, ['main-inbound / recording-notice']);
  const quiet = { person: stranger, answers: ['0'], transfer: 'support', attributes: unheard };
  await coverage.explores(centre, [...transferRoutes, quiet], switches);
  await coverage.explores(centre, announcementRoutes, switches);
  await announcesNothing(centre);
  // A hold flow is cut off and never left, so that nothing tells that a call came by its steps.
  const holds = [
    ['agent-hold / remind'],
    ['customer-hold / music'],
    ['customer-hold / music', 'customer-hold / words-alone'],
  ].map((steps) => ({ person: stranger, answers: ['0'], hold: true, attributes: breaks(switches, steps) }));
  await coverage.explores(centre, holds, switches);
  // Messages take minutes: with those of other calls they would last until the centre closes.
  await centre.passes(Date.parse(ANOTHER_MORNING) - centre.cloud.centre.nowMs());
  const withoutTone = breaks(switches, ['leave-voicemail / message']);
  await coverage.explores(centre, voicemailRoutes(withoutTone), switches);
  await centre.passes(Date.parse(THANKSGIVING) - centre.cloud.centre.nowMs());
  await coverage.explores(centre, [...closedRoutes, ...nobodyRoutes, ...closedVoicemailRoutes], switches);
  await centre.close();

  const broken = await openCentre({ mutate: breakEntry, demoWorld: false });
  await coverage.explores(broken, brokenEntryRoutes);
  await broken.close();

  const waiting = await openCentre({
    demoWorld: false,
    mutate: (template) => {
      chooseFigures(template);
      sendNoTexts(template);
      switches = putSwitchesIn(template);
    },
  });
  const queueNamed = (name: string) =>
    waiting.cloud.centre.instance.queues.find((queue) => queue.name === name)?.arn ?? '';
  const waits = queueRoutes(queueNamed('support'), queueNamed('orders'));
  await coverage.explores(waiting, [...waits, withoutTextsRoute], switches);
  await waiting.close();

  const left = coverage.left.filter((transition) => !WITH_LANGUAGES.test(transition));
  expect(left.toSorted()).toEqual([...Object.keys(impossible), ...TAKEN_ELSEWHERE].toSorted());
}, 600_000);
