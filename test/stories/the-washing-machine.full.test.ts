/** A day at the centre: a new machine does not work, the right questions are asked, and the technical team takes over. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  at,
  Booted,
  changes,
  contactIn,
  contactIs,
  EVENT_MS_MAX,
  presses,
  says,
  taskRings,
  until,
} from './booted.ts';

/** Imani Whitlock calls from her second number. */
const IMANI = { from: '+12025550112', customerId: 'c-1001' };
const NOTES = ['5d9c1a34-0b1e-4f7e-9a53-0c6a5a0f1b01', '5d9c1a34-0b1e-4f7e-9a53-0c6a5a0f1b02'];
/** Tasks go out every minute, and find their way. */
const TWO_MINUTES_MS = 120_000;

const centre = new Booted();
beforeAll(() => centre.starts(), 60_000);
afterAll(() => centre.ends());

test('the washing machine: reassured, asked the right questions, restarted in vain, and taken over', async () => {
  const sam = await centre.works('sam');
  const line = await centre.calls(IMANI.from);
  await presses(line, '3', 'press 1');
  await presses(line, '2', 'If your problem is about');
  await presses(line, '1', 'If it does not switch on');
  await presses(line, '1', 'Two short steps often help');
  await presses(line, '2', 'Please plug it into another socket');
  await presses(line, '2', 'If it works now');
  await presses(line, '#', 'If it came with your latest order');
  await line.hears(says('Your case number is'));
  await presses(line, '0', 'To speak with one of our team, press 0. To end the call');
  const ringing = await sam.hears(contactIs('ringing'));
  const contactId = String(at(contactIn(ringing), 'contactId'));
  sam.says({ type: 'accept', contactId });
  await sam.hears(contactIs('connected'));

  const sams = await centre.desktop('sam');
  await until(
    () => sams('GET', '/contacts'),
    ({ body }) => at(body, 'contacts', 0, 'customerId') === IMANI.customerId,
    EVENT_MS_MAX,
  );
  const cases = await sams('GET', `/customers/${IMANI.customerId}/cases`);
  const caseNumber = String(at(cases.body, 'items', 0, 'caseNumber'));
  const path = `/cases/${caseNumber}`;
  await changes(sams, caseNumber, { action: 'take' });
  // What was pressed is there already; which machine it is she could not say.
  const opened = await sams('GET', path);
  expect(at(opened.body, 'case', 'details')).toEqual({ symptom: 'does-not-start' });
  const tooEarly = await sams('POST', `${path}/changes`, {
    version: at((await sams('GET', path)).body, 'case', 'version'),
    change: { action: 'resolve', resolution: { words: 'Restarted.' } },
  });
  expect(tooEarly).toMatchObject({ status: 422, body: { detail: expect.stringContaining('product') } });
  const steps = [
    'Plugged out for a minute and in again: the drum still does not turn.',
    'The door is shut and the tap is open.',
  ];
  for (const [index, words] of steps.entries()) {
    const note = { words, visibility: 'customer', contactId };
    expect(await sams('PUT', `${path}/notes/${NOTES[index]}`, note)).toMatchObject({ status: 200 });
  }
  await changes(sams, caseNumber, {
    action: 'describe',
    details: { product: 'WASH-05', symptom: 'Hums, and the drum does not turn.' },
  });
  line.says({ type: 'hang-up' });
  await line.hearsType('ended');
  sam.says({ type: 'clear', contactId });
  // The record of the contact is on the customer's own page before anything is lost.
  const timeline = `/customers/${IMANI.customerId}/timeline`;
  await until(
    () => sams('GET', timeline),
    ({ body }) => JSON.stringify(body).includes(contactId),
    TWO_MINUTES_MS,
  );
  // Last of all: its task is to go out after the restart, and not to be ringing while the centre is killed.
  await changes(sams, caseNumber, {
    action: 'pass-on',
    department: 'technical',
    handover: 'Restart, door and tap are done. It hums: perhaps the belt.',
  });

  await centre.restarts();

  const robin = await centre.works('robin');
  await Promise.race([
    taskRings(robin, `Case ${caseNumber}: your reply`),
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('no task came')), 2 * TWO_MINUTES_MS).unref();
    }),
  ]);
  const robins = await centre.desktop('robin');
  const file = await robins('GET', path);
  expect(JSON.stringify(at(file.body, 'notes'))).toContain('perhaps the belt');
  await changes(robins, caseNumber, {
    action: 'department-replied',
    words: 'The belt. A mechanic comes on Thursday.',
  });

  const theirs = await robins('GET', '/departments/technical/cases');
  expect(at(theirs.body, 'items')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ caseNumber, status: 'in-progress', type: 'technical' }),
    ]),
  );
  const event = JSON.stringify((await robins('GET', timeline)).body);
  expect([event.includes(contactId), event.includes(caseNumber)]).toEqual([true, true]);
}, 900_000);
