/** Calls that between them take every way of hearing about a case, adding to it and having it raised. */
import type { ContactCentre, FunctionName } from '../../kit/centre.ts';
import { answers, type PlannedFault, throttled } from '../../kit/faults.ts';
import { imani, noor } from '../../kit/people.ts';
import { drive } from './drive.ts';
import type { ChangingAnswer, KnowingAnswer, Route } from './routes.ts';

const verified = { verified: 'true' };
const failing = (route: Route, name: FunctionName, planned: () => PlannedFault): Route => ({
  ...route,
  fault: { name, planned },
});

export const cases = (...keys: Route['answers']): Route => ({
  person: imani,
  answers: ['3', ...keys],
  attributes: verified,
});

const becomesOpen = (centre: ContactCentre): Promise<void> => centre.changeCases({ status: 'open' });
/** Tells of a problem that is a case already. */
const tellsAgain = (...keys: readonly string[]): Route => ({ ...cases('1', ...keys), before: becomesOpen });
/** Hears how a case stands, which is open. */
export const raises = (...keys: Route['answers']): Route => ({
  ...cases('5', ...keys),
  before: becomesOpen,
});
/** The same after longer than any promise of the escalation team holds, so that the case is raised, with a task. */
export const raisesAnew = (...keys: Route['answers']): Route => ({
  ...raises(...keys),
  before: async (centre) => {
    await centre.changeCases({ status: 'open' });
    await centre.passes(3 * 60 * 60_000);
  },
});

/** The same of a case that has been raised so often before. */
const raisedBefore = (times: number, route: Route): Route => ({
  ...route,
  before: async (centre) => {
    for (let time = 0; time < times; time += 1) {
      await drive(centre, raisesAnew('1'));
      await centre.everybodyLeaves({ promises: false });
    }
    await route.before?.(centre);
  },
});

/** Hears of a case that is resolved. */
const resolved = (...keys: Route['answers']): Route => ({
  ...cases('5', ...keys),
  before: (centre) => centre.changeCases({ status: 'resolved' }),
});
const itsNumber: KnowingAnswer = async (centre) => {
  const own = (await centre.cases()).find(({ customerId }) => customerId === imani.customerId);
  return `${own?.['caseNumber']}#`;
};
/** Names it, and it cannot be looked up. */
const isBroken =
  (fault: () => PlannedFault): KnowingAnswer =>
  async (centre) => {
    centre.fault('lookup-case', fault());
    return await itsNumber(centre);
  };
/** Names a case, which stands so from then on. */
const named = (status: string, ...keys: Route['answers']): Route =>
  raises(
    '4',
    async (centre) => {
      await centre.changeCases({ status });
      return await itsNumber(centre);
    },
    ...keys,
  );
const becomesClosed = (keys: string): ChangingAnswer => ({
  keys,
  first: (centre) => centre.changeCases({ status: 'closed' }),
});

/** The customer's problem is a case already. */
export const caseRoutes: readonly Route[] = [
  tellsAgain('1', '1'),
  tellsAgain('2', '9'),
  tellsAgain('0'),
  tellsAgain('', '7', ''),
  failing(cases('1', '9'), 'lookup-case', throttled),
  failing(cases('1', '9'), 'lookup-case', () => answers('empty-result')),
  // Somebody who has none yet.
  { ...cases('1', '9'), person: noor },
  { ...cases('5', '9'), person: noor },
  raises('0'),
  raises('9'),
  raises('3', '0'),
  raises('', '7', ''),
  raises('1'),
  { ...raisesAnew('1'), agent: true },
  ...[1, 2, 3].flatMap((times) => [
    raisedBefore(times, raisesAnew('1', '3', '0')),
    raisedBefore(times, { ...raisesAnew('1'), agent: true }),
  ]),
  raisesAnew('1'),
  raises('1'),
  raisesAnew('1', '3', '0'),
  raisesAnew('1', '', '5', ''),
  raisesAnew('1', '0'),
  raisesAnew('1', '9'),
  { ...raisesAnew('1', '3'), attributes: { ...verified, flowMainMenu: 'nowhere' } },
  raises({ keys: '1', first: (centre) => centre.changeCases({ status: 'closed' }) }, '3', '0'),
  raises('2', '1', '9'),
  raises('2', '2', '9'),
  raises('2', '3', '9'),
  raises('2', '0'),
  raises('2', '', '7', ''),
  raises('2', becomesClosed('1'), '9'),
  failing(raises('2', '1'), 'add-to-case', throttled),
  failing(raises('2', '1'), 'add-to-case', () => answers('empty-result')),
  raises('4', '', '99999999#', '#', ''),
  raises('4', '99999999#', '99999999#', '99999999#'),
  raises('4', '0#'),
  named('open', '4', '99999999#', '#', '#', '#'),
  named('open', ...[1, 2, 3, 4].flatMap((): Route['answers'] => ['4', itsNumber])),
  raises('4', isBroken(throttled)),
  raises(
    '4',
    isBroken(() => answers('empty-result')),
  ),
  named('open', '3', '0'),
  named('resolved', '4', '0#'),
  named('closed', '3', '0'),
  named('closed', '', '7', ''),
  named('closed', '4', '0#'),
  named('closed', '0'),
  named('closed', '9'),
  failing(resolved('1'), 'answer-case', throttled),
  failing(resolved('1'), 'answer-case', () => answers('empty-result')),
  resolved('0'),
  resolved('3', '0'),
  resolved('', '7', ''),
  resolved(becomesClosed('1'), '9'),
  resolved('2', '9'),
  resolved('1', '9'),
  failing(raises('1'), 'escalate', throttled),
  failing(raises('1'), 'escalate', () => answers('empty-result')),
];
