/** Calls that between them take every way through the flows that a caller and the world outside can bring about. */
import type { Call } from '../../kit/call.ts';
import type { ContactCentre, FunctionName } from '../../kit/centre.ts';
import { answers, type PlannedFault, throttled } from '../../kit/faults.ts';
import { greta, imani, noor, stranger, WRONG_PIN, withheld } from '../../kit/people.ts';

import { keying } from './callback-routes.ts';
import { cases, raises, raisesAnew } from './case-routes.ts';
import { drive } from './drive.ts';

export interface RouteFault {
  readonly name: FunctionName;
  readonly planned: () => PlannedFault;
}

export interface ChangingAnswer {
  readonly keys: string;
  readonly first: (centre: ContactCentre) => Promise<void>;
}

/** What a caller keys who knows what has just become of it. */
export type KnowingAnswer = (centre: ContactCentre) => Promise<string>;

export interface Route {
  readonly person: { readonly from?: string };
  /** As in a plan: one for each question, empty for silence; before some of them the world changes. */
  readonly answers: readonly (string | ChangingAnswer | KnowingAnswer)[];
  /** Attributes set as soon as the call has begun, as the API would. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly fault?: RouteFault;
  readonly secondFault?: RouteFault;
  /** From its nth invocation in the call on, counted from 1 and without retries, this function is too slow for its step. */
  readonly slow?: { readonly functionArn: string; readonly invocation: number };
  /** An agent answers, talks and hangs up. */
  readonly agent?: boolean;
  /** An agent answers, puts the caller on hold and hangs up. */
  readonly hold?: boolean;
  /** The only agent talks to somebody else. */
  readonly busy?: boolean;
  /** With `busy`: callers have left the queue with this time between them. */
  readonly paceMs?: number;
  /** Somebody else waits in the support queue already. */
  readonly full?: boolean;
  /** Attributes that lead somebody else who asks for a person into the queue of escalations. */
  readonly fullOfEscalations?: Readonly<Record<string, string>>;
  /** An agent answers, transfers the call by this quick connect, and leaves: after a while, unless it says otherwise, in ms. */
  readonly transfer?: string;
  readonly leaves?: 'at-once' | number;
  /** What happens beside the call, as often as anything has happened in it. */
  readonly meanwhile?: (centre: ContactCentre, call: Call) => Promise<void>;
  /** What happens before the call. */
  readonly before?: (centre: ContactCentre) => Promise<void>;
}

const verified = { verified: 'true' };
const pins = (...keys: readonly string[]): Route => ({ person: stranger, answers: ['1', ...keys] });
const orders = (...keys: readonly string[]): Route => ({
  person: imani,
  answers: ['1', ...keys],
  attributes: verified,
});
const failing = (route: Route, name: FunctionName, planned: () => PlannedFault): Route => ({
  ...route,
  fault: { name, planned },
});
const wrong = `${WRONG_PIN}#`;
const full: Route = { person: stranger, answers: ['0'], full: true };

const leaves: Route = { person: stranger, answers: ['0', '1'] };
const leavesLater: Route = { person: stranger, answers: ['0', '', '1'] };

const problems = (...keys: Route['answers']): Route => ({ person: stranger, answers: ['3', ...keys] });
/** By somebody whom we know: a damage, which is none that cannot wait. */
const complains = (...keys: readonly string[]): Route => ({
  person: imani,
  answers: ['3', '6', '2', '2', ...keys],
});

/** While the office is open. */
export const routes: readonly Route[] = [
  { person: stranger, answers: ['0'] },
  { person: stranger, answers: ['0'], agent: true },
  { person: stranger, answers: ['0', '5'], agent: true },
  { person: stranger, answers: ['0', '3'], agent: true },
  { person: stranger, answers: ['0', '9', '2'], agent: true },
  { person: stranger, answers: ['0', '9', '0'], agent: true },
  { person: stranger, answers: ['0', '#', '0'], agent: true },
  failing({ person: stranger, answers: ['0', '4'], agent: true }, 'keep-feedback', throttled),
  failing({ person: stranger, answers: ['0', '4'], agent: true }, 'keep-feedback', () =>
    answers('empty-result'),
  ),
  { person: stranger, answers: ['0'], hold: true },
  { person: stranger, answers: ['0', '5', '7'] },
  { person: stranger, answers: ['', '7', ''] },
  { person: greta, answers: ['1', `${greta.pin}#`, '1006#', '0'], agent: true },
  pins(wrong, wrong, wrong),
  pins('', '', ''),
  pins('#', '', '#'),
  pins('0#'),
  pins('', '0#'),
  pins('', wrong, '0#'),
  pins(wrong, '', '#'),
  pins(wrong, '#', '#'),
  pins(wrong, '', wrong),
  orders('', '#', '', ''),
  orders('0#'),
  orders('9999#', '9999#', '9999#'),
  orders('1#', '1', '1', '1', '1', '1', '1'),
  orders('1#', '2', '1#', '2', '1#', '2', '1#', '2', '1#', '2', '1#', '2'),
  orders('1002#', '', '8', ''),
  orders('1002#', '3', '0'),
  orders('1002#', '0'),
  orders('1002#', '9'),
  ...[['', '5', ''], ['1', '2', '1006#', '9'], ['3', '0'], ['4', '0'], ['0']].map((keys) => ({
    ...orders('1006#', ...keys),
    person: greta,
  })),
  { ...orders('1#'), person: noor },
  failing({ person: imani, answers: [] }, 'lookup-customer', throttled),
  failing({ person: imani, answers: [] }, 'lookup-customer', () => answers('empty-result')),
  failing(pins(wrong), 'verify-caller', throttled),
  failing(pins(wrong), 'verify-caller', () => answers('empty-result')),
  failing(orders('1#'), 'lookup-order', throttled),
  failing(orders('1002#'), 'lookup-order', throttled),
  failing(orders('1#'), 'lookup-order', () => answers('empty-result')),
  failing(orders('1002#'), 'lookup-order', () => answers('empty-result')),
  { ...full, answers: ['0', '', '1'] },
  { ...full, answers: ['0', '', '3', '3', '9'] },
  { ...full, answers: ['0', '', '3', '0#'], person: withheld },
  failing({ ...full, answers: ['0', '', '3'] }, 'offer-callback', throttled),
  { ...full, answers: ['0', '', '2', '0', '', '', '5', ''] },
  { ...full, answers: ['0', '', '1'], person: withheld },
  { ...full, answers: ['0', '', '2'], attributes: { flowMainMenu: 'nowhere' } },
  { ...orders('1002#', '3'), attributes: { ...verified, flowMainMenu: 'nowhere' } },
  failing({ ...full, answers: ['0', '', '1'] }, 'open-case', throttled),
  failing({ ...full, answers: ['0', '', '1'] }, 'open-case', () => answers('empty-result')),
  problems('', '9', ''),
  problems('0'),
  problems('1', '', '1', ''),
  problems('4', '3', '3', '3', '9'),
  problems('4', '0'),
  ...['1', '2', '3', '4'].flatMap((cause) => [
    problems('6', '1', cause, '4', '9'),
    problems('6', '2', cause, '', '9'),
  ]),
  ...['1#', '1002#', '#'].flatMap((order) => [
    complains('2', order, '9'),
    failing(complains('3', order), 'open-complaint', throttled),
    failing(complains('3', order), 'open-complaint', () => answers('empty-result')),
  ]),
  { ...complains('1'), person: withheld },
  complains('7', '1', '', '9'),
  complains('7', '8', '0#'),
  // The same is a case already, and this is another one.
  {
    ...complains('2', '1#', '9'),
    answers: ['3', '6', '2', '3', '2', '2', '1#', '9'],
    attributes: verified,
    before: async (centre) => {
      await drive(centre, { ...complains('1', '1#', '9'), answers: ['3', '6', '2', '3', '1', '1#', '9'] });
      await centre.everybodyLeaves({ promises: false });
    },
  },
  problems('6', '0'),
  problems('6', '', '7', ''),
  problems('6', '1', '', '7', ''),
  problems('6', '2', '', '7', ''),
  ...keying((...keys) => ({ ...problems('1', ...keys), person: withheld })),
  failing(problems('1'), 'open-case', throttled),
  failing(problems('1'), 'open-case', () => answers('empty-result')),
  { ...problems('1', '3'), attributes: { flowMainMenu: 'nowhere' } },
  { ...cases('5', '9'), person: stranger },
  failing(problems('5', wrong), 'verify-caller', throttled),
  problems('5', wrong, wrong, wrong),
  problems('5', '', '', ''),
  problems('5', '0#'),
  { ...problems('5', `${greta.pin}#`, '9'), person: greta },
  { ...cases('1', '3', '3', '5', '9') },
  ...['one', 'two', 'three'].map(
    (escalationLevel): Route => ({
      person: stranger,
      answers: ['0'],
      agent: true,
      attributes: { escalationLevel, escalationTask: 'not-started' },
    }),
  ),
  failing(cases('5'), 'lookup-case', throttled),
  failing(cases('5'), 'lookup-case', () => answers('empty-result')),
  ...[leaves, leavesLater].flatMap((route) => [
    route,
    { ...route, person: withheld },
    failing(route, 'open-case', throttled),
    failing(route, 'open-case', () => answers('empty-result')),
  ]),
];

/** While it is closed. */
export const closedRoutes: readonly Route[] = [
  { person: stranger, answers: ['0'] },
  raises('1', '9'),
  raises('1', '0'),
];

type Attributes = Readonly<Record<string, string>>;

/**
 * Tasks and callers whom the escalation team cannot take.
 * @param full attributes that lead somebody else into its queue
 * @param broken attributes with which callers or tasks meet what is out of order
 */
export const escalationRoutes = (full: Attributes, broken: readonly Attributes[]): readonly Route[] => [
  { ...raisesAnew('1'), fullOfEscalations: full },
  { ...raisesAnew('1'), fullOfEscalations: full, full: true },
  ...broken.map((attributes) => ({ ...raisesAnew('1'), attributes: { ...verified, ...attributes } })),
];

const leftIn = (
  transfer: string,
  leaves: NonNullable<Route['leaves']>,
  ...keys: readonly string[]
): Route => ({
  person: stranger,
  answers: ['0', ...keys],
  transfer,
  leaves,
});

const UNFIT = ['shut', 'crowded', 'off'] as const;

/** An agent transfers the call: to a team that is there, and to teams that {@link withTransferQueues} made. */
export const transferRoutes: readonly Route[] = [
  ...['support', ...UNFIT].map((transfer) => ({ person: stranger, answers: ['0'], transfer })),
  ...['support', ...UNFIT].map((transfer) => leftIn(transfer, 'at-once')),
  // In the middle of the words that tell the agent so: where the team is open, after those that nobody of it is there.
  leftIn('shut', 500),
  leftIn('crowded', 8_500),
  leftIn('off', 8_500),
  ...['1', '2', '3', '9'].map((key) => leftIn('shut', 'at-once', key)),
  { ...leftIn('shut', 'at-once', '3'), attributes: { flowMainMenu: 'nowhere' } },
  { ...leftIn('shut', 'at-once'), attributes: { flowTeamAway: 'nowhere' } },
];

/** Through an entry flow that is broken for everybody, and more so for those whose number is withheld. */
export const brokenEntryRoutes: readonly Route[] = [
  { person: stranger, answers: ['0'], agent: true },
  { person: stranger, answers: ['0'], transfer: 'support' },
  { person: withheld, answers: [] },
];

/** Beside other callers, and in a queue whose figures may be those of another queue or of none. */
export const queueRoutes = (support: string, other: string): readonly Route[] => {
  const waits = (figures: string, staff: string): Route => ({
    person: withheld,
    answers: ['0'],
    attributes: { figures, staff },
  });
  return [
    { ...waits(support, support), full: true },
    ...[60_000, 150_000, 260_000, 500_000, 1_200_000].map(
      (paceMs): Route => ({ ...waits(support, support), busy: true, paceMs }),
    ),
    { ...waits('nowhere', support), busy: true },
    waits(other, support),
    waits('nowhere', 'nowhere'),
  ];
};
