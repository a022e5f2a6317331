import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ContactCentre, openCentre } from '../kit/centre.ts';

let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

test('a customer hears how an order stands after giving the PIN', async () => {
  const call = centre.dial({ from: '+12025550111' });
  await call.hears('Welcome to Larkfield Supplies.');
  await call.presses('1');
  await call.presses('4711#');
  await call.hears('Thank you.');
  await call.presses('1002#');
  await call.hears(/Order 1 0 0 2 is on its way/);
  await call.presses('9');
  await call.endsIn('Goodbye.');
  expect(call.attributes['verified']).toBe('true');
});
