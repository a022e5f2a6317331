/** Calls that between them take every way through appointments. */
import type { FunctionName } from '../../kit/centre.ts';
import { answers, throttled } from '../../kit/faults.ts';
import { imani, stranger, WRONG_PIN, withheld } from '../../kit/people.ts';
import { emptyBook, isAppointed, othersTake, othersTakeAll } from '../appointing.ts';
import type { ChangingAnswer, Route } from './routes.ts';

const calls = (...keys: Route['answers']): Route => ({
  person: imani,
  answers: ['5', ...keys],
  attributes: { verified: 'true' },
  before: emptyBook,
});
/** The caller has booked the first free time, and begins anew. */
const booked = (...keys: Route['answers']): Route => calls('1', '3', '5', ...keys);
const again = (times: number, key: string): readonly string[] => Array.from({ length: times }, () => key);
const failing = (route: Route, name: FunctionName): readonly Route[] => [
  { ...route, fault: { name, planned: throttled } },
  { ...route, fault: { name, planned: () => answers('empty-result') } },
];
/** Somebody else takes every free time while the caller thinks. */
const takenMeanwhile: ChangingAnswer = { keys: '1', first: othersTakeAll };
/** Nobody has the caller's appointment any more, as after a call on another line. */
const gone = (keys: string): ChangingAnswer => ({ keys, first: emptyBook });
/** The place that is offered goes to somebody else. */
const raced: ChangingAnswer = {
  keys: '1',
  async first(centre) {
    const [latest = ''] = centre.cloud.centre.recentContacts();
    await othersTake(centre, centre.cloud.centre.value(latest, '$.Attributes.appointmentSlot') ?? '');
  },
};
/** On another line the customer books a time that they were not told of here. */
const bookedElsewhere = (keys: string): ChangingAnswer => ({
  keys,
  first: (centre) => isAppointed(centre, imani.customerId),
});
const pins = (...keys: readonly string[]): Route => ({ person: stranger, answers: ['5', ...keys] });
const wrong = `${WRONG_PIN}#`;
const unknown: Route = { ...calls('1'), fault: { name: 'book-appointment', planned: throttled } };

export const appointmentRoutes: readonly Route[] = [
  calls('', '8', ''),
  calls('3'),
  calls('0'),
  calls('2', '4', '1', '', '8', ''),
  calls('1', '0'),
  calls('1', '9'),
  calls(...again(14, '2')),
  calls(takenMeanwhile),
  calls(raced, '0'),
  {
    ...calls(),
    before: async (centre) => {
      await emptyBook(centre);
      await othersTakeAll(centre);
    },
  },
  booked('', '8', ''),
  booked('3'),
  booked('0'),
  booked('1', '1'),
  booked('2', '', '8', ''),
  booked('2', '0'),
  booked('2', '2', '3'),
  booked('2', '1', '9'),
  booked('2', gone('1'), '0'),
  booked('1', gone('1'), bookedElsewhere('1'), '1', gone('1'), bookedElsewhere('1')),
  pins(wrong, wrong, wrong),
  pins('', '', ''),
  pins('0#'),
  { ...pins(wrong), fault: { name: 'verify-caller', planned: throttled } },
  { person: imani, answers: ['5', `${imani.pin}#`], before: emptyBook },
  ...failing(calls(), 'lookup-appointment'),
  ...failing(calls(), 'offer-appointment'),
  ...failing(calls('1'), 'book-appointment'),
  ...failing(booked('2', '1'), 'cancel-appointment'),
  { ...unknown, secondFault: { name: 'open-case', planned: throttled } },
  { ...unknown, secondFault: { name: 'open-case', planned: () => answers('empty-result') } },
  { ...unknown, person: withheld },
  { ...calls('3'), attributes: { verified: 'true', flowMainMenu: 'nowhere' } },
];
