/** A day at the centre: a customer is angry, somebody listens, and quality control finds out why. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at, Booted, changes, contactIn, contactIs, EVENT_MS_MAX, presses, says, until } from './booted.ts';

/** Greta Moss had two desk lamps delivered weeks ago, order 1005. */
const GRETA = { from: '+12025550141', pin: '7350', customerId: 'c-1004' };
const NOTE = '0f0c7a52-6a0a-4a39-9c0e-6a86a5a4b6c1';
/** Messages go out every minute. */
const TWO_MINUTES_MS = 120_000;

const centre = new Booted();
beforeAll(() => centre.starts(), 60_000);
afterAll(() => centre.ends());

test('the conflict: listened to, apologised for, passed to quality control, and made good', async () => {
  const sam = await centre.works('sam');
  const line = await centre.calls(GRETA.from);
  await presses(line, '3', 'press 1');
  await presses(line, '2', 'If your problem is about');
  await presses(line, '4', 'If it does not switch on');
  await presses(line, '2', 'Two short steps often help');
  await line.hears(says('Your case number is'));
  await presses(line, '0', 'To speak with one of our team, press 0. To end the call');

  const ringing = await sam.hears(contactIs('ringing'));
  const contactId = String(at(contactIn(ringing), 'contactId'));
  sam.says({ type: 'accept', contactId });
  await line.hearsType('connected');
  await sam.hears(contactIs('connected'));
  const sams = await centre.desktop('sam');

  const mine = await until(
    () => sams('GET', '/contacts'),
    ({ body }) => at(body, 'contacts', 0, 'customerId') === GRETA.customerId,
    EVENT_MS_MAX,
  );
  expect(at(mine.body, 'contacts', 0, 'contactId')).toBe(contactId);
  const cases = await sams('GET', `/customers/${GRETA.customerId}/cases`);
  const caseNumber = String(at(cases.body, 'items', 0, 'caseNumber'));
  await changes(sams, caseNumber, { action: 'take' });
  await changes(sams, caseNumber, {
    action: 'describe',
    type: 'complaint',
    severity: 'high',
    details: { product: 'LAMP-01', cause: 'defect', wantedOutcome: 'replacement' },
  });
  const apology = { words: 'Both lamps flicker. Apologised for the company.', visibility: 'internal' };
  expect(await sams('PUT', `/cases/${caseNumber}/notes/${NOTE}`, apology)).toMatchObject({ status: 200 });
  await changes(sams, caseNumber, {
    action: 'pass-on',
    department: 'quality',
    handover: 'Two lamps of order 1005 flicker since the second week. Find out what it is.',
  });
  line.says({ type: 'hang-up' });
  await line.hearsType('ended');

  await centre.restarts();

  const robins = await centre.desktop('robin');
  const waiting = await robins('GET', '/departments/quality/cases');
  expect(at(waiting.body, 'items')).toMatchObject([{ caseNumber, type: 'complaint', severity: 'high' }]);
  const file = await robins('GET', `/cases/${caseNumber}`);
  expect(JSON.stringify(at(file.body, 'notes'))).toContain('Apologised for the company.');
  await changes(robins, caseNumber, { action: 'department-replied', words: 'A bad batch of switches.' });
  await changes(robins, caseNumber, {
    action: 'resolve',
    resolution: { words: 'We send two new lamps, and the courier takes the old ones.' },
  });

  const told = await until(
    async () => (await centre.runs('outbox')).out,
    (printed) => printed.includes('We send two new lamps'),
    TWO_MINUTES_MS,
  );
  expect(told).not.toContain('Apologised for the company');

  const call = await centre.dials(GRETA.from, `3,5,${GRETA.pin}#,1,9`);
  expect([call.exitCode, call.out]).toEqual([
    0,
    expect.stringContaining(caseNumber.slice(0, 4).split('').join(' ')),
  ]);
  const after = await robins('GET', `/cases/${caseNumber}`);
  expect(at(after.body, 'case', 'status')).toBe('verified');
  await changes(robins, caseNumber, { action: 'close' });
  const audit = await robins('GET', `/audit/customers/${GRETA.customerId}`);
  expect(JSON.stringify(audit.body)).toContain('changeCase');
}, 900_000);
