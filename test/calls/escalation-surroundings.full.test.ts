/** Escalation where the team is not there or has no room, and where Connect refuses the task. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { WEEKDAYS } from '../../lambdas/domain/opening-hours.ts';
import { spokenDigits } from '../../lambdas/domain/spoken.ts';
import type { Template } from '../../local/assembly/template.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { forbid, resourceOf } from '../kit/templates.ts';
import { atCase, escalates, goesHome, hasCase, kept, owner } from './escalation/people.ts';

const HOUR_MS = 60 * 60_000;
const QUEUE = 'AWS::Connect::Queue';

let centre: ContactCentre | undefined;
afterEach(async () => {
  await centre?.everybodyLeaves();
  await centre?.close();
  centre = undefined;
});

async function opens(mutate: (template: Template) => void): Promise<ContactCentre> {
  centre = await openCentre({ demoWorld: false, mutate });
  return centre;
}

/** On weekdays from nine to five, as in production. */
function nineToFive(template: Template): void {
  const days = WEEKDAYS.slice(1, 6).map((day) => ({ day, start: '09:00', end: '17:00' }));
  const [, , hours] = resourceOf(template, 'AWS::Connect::HoursOfOperation', 'EscalationHours');
  hours['Config'] = days.map(({ day }) => ({
    Day: day,
    StartTime: { Hours: 9, Minutes: 0 },
    EndTime: { Hours: 17, Minutes: 0 },
  }));
  const [, , properties] = resourceOf(template, 'AWS::Lambda::Function', 'escalate');
  const environment: unknown = properties['Environment'];
  const variables: unknown =
    typeof environment === 'object' && environment !== null && Reflect.get(environment, 'Variables');
  if (typeof variables !== 'object' || variables === null) throw new Error('escalate has no environment');
  const ESCALATION_HOURS = JSON.stringify({ timeZone: 'America/New_York', days, holidays: [] });
  properties['Environment'] = { Variables: { ...variables, ESCALATION_HOURS } };
}

test('outside its hours the caller hears when the team takes the case up, which is raised all the same', async () => {
  const open = await opens(nineToFive);
  const one = await hasCase(open, owner());
  await open.passes(7 * HOUR_MS);
  const call = await escalates(open, one);
  await call.hears('Your case is raised to level one.');
  await call.hears(prompts.escalationClosed({ promisedTime: 'nine A M on Wednesday' }));
  expect(await kept(open, one)).toMatchObject({
    escalations: 1,
    escalationTask: 'started',
    escalationPromisedAt: '2026-11-11T14:00:00.000Z',
  });

  // The rest of the team is there, and hears what has been raised.
  const sam = open.agent('sam');
  sam.becomesAvailable();
  await call.presses('0');
  await sam.accepts(call);
  await sam.hears(
    call,
    `Escalation, level one. It is about a delivery. Case ${spokenDigits(one.caseNumber)}.`,
  );
  await sam.hears(call, 'Verified. The caller has a question about a case.');
  await sam.talksTo(call);
  sam.hangsUp(call);
  sam.finishes(call);
  sam.signsOut();

  const later = await atCase(open, one);
  expect(later.heard.join()).toContain('our escalation team takes it up by nine A M on Wednesday');
  later.hangsUp();

  // The morning after, the same wish goes to the team.
  await open.passes(14.5 * HOUR_MS);
  const morning = await escalates(open, one);
  await morning.hears('Your case is raised to level one.');
  await morning.isQueuedIn('escalations');
  expect(open.tasks()).toHaveLength(1);
});

describe('a full queue', () => {
  const one = (template: Template): void => {
    resourceOf(template, QUEUE, 'escalations')[2]['MaxContacts'] = 1;
  };

  test('is said, with the time by which the team takes the case up; no second case is opened', async () => {
    const open = await opens(one);
    const first = await hasCase(open, owner());
    const call = await escalates(open, first);
    await call.hears(/^All lines of our escalation team are busy\. .* by .* today\.$/);
    await call.presses('3');
    await call.hears(prompts.mainMenu);
    expect(await open.cases()).toHaveLength(1);
    call.hangsUp();

    // The second task finds no room either, and waits for the agents of support.
    const second = await escalates(open, await hasCase(open, owner()));
    await second.hears(/^All lines of our escalation team are busy/);
    expect(open.tasks().map((task) => task.path.at(-1))).toEqual([
      'department-task / join-queue → Success',
      'department-task / join-support → Success',
    ]);
    const sam = open.agent('sam');
    sam.becomesAvailable();
    for (const task of open.tasks()) {
      await sam.accepts(task);
      sam.hangsUp(task);
      sam.finishes(task);
    }
  });
});

test('where the task may not be started, the caller goes first all the same, and case, log and agent say so', async () => {
  const open = await opens((template) => forbid(template, 'escalate', 'connect:StartTaskContact'));
  const one = await hasCase(open, owner());
  const call = await escalates(open, one);
  await call.isQueuedIn('escalations');
  expect(open.tasks()).toEqual([]);
  expect(await kept(open, one)).toMatchObject({
    escalations: 1,
    escalationTask: 'not-started',
    escalationTaskFault: 'AccessDeniedException',
  });
  expect(call.functionLog.join('\n')).toMatch(
    /AccessDeniedException.*escalate is not authorized to perform: connect:StartTaskContact on resource: arn:aws:connect:us-east-1:123456789012:instance\/.*\/contact-flow\//,
  );
  const sam = open.agent('sam');
  sam.becomesAvailable();
  await sam.accepts(call);
  await sam.hears(call, 'The task about it could not be started.');
  await sam.talksTo(call);
  call.hangsUp();
  sam.finishes(call);
  // Tried again by the next call, and still refused.
  await goesHome(await escalates(open, one));
  expect(await kept(open, one)).toMatchObject({ escalations: 1, escalationTask: 'not-started' });
});
