/** Calls that between them take every way of trying what helps a product that does not work. */
import { answers, type PlannedFault, throttled } from '../../kit/faults.ts';
import { imani, stranger, withheld } from '../../kit/people.ts';
import { keying } from './callback-routes.ts';
import type { Route } from './routes.ts';

const tells = (...keys: Route['answers']): Route => ({ person: stranger, answers: ['3', '2', ...keys] });
const failing = (planned: () => PlannedFault, route = tells('1', '2')): Route => ({
  ...route,
  fault: { name: 'open-technical', planned },
});
/** Somebody whom we know names an order. */
const names = (...keys: readonly string[]): Route => ({ ...tells('1', '2', ...keys), person: imani });
/** Once more than it is said again. */
const again = Array.from({ length: 5 }, () => '3');

/** What may come of a step, after what came before it. */
const step = (...before: readonly string[]): readonly Route[] =>
  [['1', '9'], ['0'], ['', '7', '', '9'], [...again, '9']].map((keys) => tells(...before, ...keys));

export const troubleRoutes: readonly Route[] = [
  tells('', '8', ''),
  tells('0'),
  tells('1', '', '7', ''),
  tells('1', '0'),
  ...['1', '2', '3', '4'].flatMap((symptom) => [
    tells(symptom, '1', '2', '2', '9'),
    ...step(symptom, '1'),
    ...step(symptom, '1', '2'),
  ]),
  ...keying((...keys) => ({ ...tells('1', '2', ...keys), person: withheld })),
  failing(throttled),
  failing(() => answers('empty-result')),
  ...['1#', '1002#', '#'].flatMap((order) => [
    names(order, '9'),
    failing(throttled, names(order)),
    failing(() => answers('empty-result'), names(order)),
  ]),
  names('', '9'),
  names('0#'),
  { ...tells('', '', '', '1#', '9'), person: imani },
  tells('2', '2', '', '1', ''),
  tells('2', '2', '3', '0'),
  tells('2', '2', '0'),
  { ...tells('2', '2', '3'), attributes: { flowMainMenu: 'nowhere' } },
];
