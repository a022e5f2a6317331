/** What a supervisor mistypes in `callwright announce` is told with the option, its value and what is taken there. */
import { expect, test } from '@jest/globals';
import { announce } from '../../../lib/commands/announce.ts';

const NOW_MS = Date.parse('2026-11-10T17:00:00Z');
const wanted = {
  id: 'storm',
  kind: 'announcement',
  topic: undefined,
  from: '+0m',
  until: '+2h',
  texts: { en: 'We are closed for the storm.' },
  fallback: undefined,
};
const target = { name: 'Callwright-dev', outputs: {} };

test.each([
  [{ kind: 'rumour' }, "--kind is 'rumour'; choose one of announcement, outage, closed."],
  [
    { kind: 'outage', topic: 'weather' },
    "--topic is 'weather'; choose one of order-status, place-order, report-problem, product-information, appointments, call-back.",
  ],
  [{ fallback: 'fr' }, "--fallback is 'fr'; choose one of en, el, hu, ro."],
  [{ texts: { en: 'x'.repeat(301) } }, '--en has 301 characters; give at most 300.'],
  [{ texts: { en: ' hello' } }, "--en is ' hello', and must not begin or end with a space."],
  [{ id: 'The Storm' }, "The name 'The Storm' must be small letters, digits and hyphens."],
  [{ from: '+3h' }, 'It ends (2026-11-10T19:00:00.000Z) before it begins (2026-11-10T20:00:00.000Z).'],
  [{ until: 'tomorrow' }, "'tomorrow' is no moment: give one with its time zone"],
])('%j is refused', async (change, sentence) => {
  await expect(announce(target, { ...wanted, ...change }, NOW_MS)).rejects.toThrow(sentence);
});

test('what is in order goes on to the tables', async () => {
  await expect(announce(target, wanted, NOW_MS)).rejects.toThrow('has no output CustomersTable');
});
