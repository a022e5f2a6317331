/**
 * Goes through every order in which a few invocations can run, with every crash: a request that is on its way when its
 * invocation dies may still land at any later moment, or never.
 */

import { type Basket, basketDigest } from '../../lambdas/domain/basket.ts';
import { type Confirmed, confirmIntent } from '../../lambdas/domain/order-confirming.ts';
import { type Intent, intentId } from '../../lambdas/domain/order-intent.ts';
import { type Placed, placeIntent } from '../../lambdas/domain/order-placing.ts';
import {
  type Referred,
  referIntent,
  type Settled,
  settleIntent,
} from '../../lambdas/domain/order-settling.ts';
import type { Step } from '../../lambdas/domain/order-steps.ts';
import { type OrderModel, perform } from './order-model.ts';

/** What a caller knows in the end: `unknown` where every invocation was lost, `asked` where the same was placed before. */
export type Told =
  | { readonly kind: 'nothing' | 'unknown' | 'asked' | 'settled' }
  | { readonly kind: 'placed'; readonly orderNumber: string }
  | { readonly kind: 'refused'; readonly intent: string }
  | { readonly kind: 'will-confirm'; readonly case: string };

/**
 * A line: confirms, then places, then refers what could not be placed; an invocation that is lost is repeated while
 * there are any left. One that settles is no line but runs of the schedule, at any moment.
 */
export interface LinePlan {
  readonly customerId: string;
  readonly basket: Basket;
  readonly confirms: number;
  readonly places: number;
  readonly refers?: number;
  readonly settles?: number;
  /** Where given, the intent was confirmed before the search begins. */
  readonly confirmed?: Intent;
}

type Invocation =
  | { readonly function: 'confirm'; readonly step: Step<Confirmed>; readonly trace: string }
  | { readonly function: 'place'; readonly step: Step<Placed>; readonly trace: string }
  | { readonly function: 'refer'; readonly step: Step<Referred>; readonly trace: string }
  | { readonly function: 'settle'; readonly step: Step<Settled>; readonly trace: string };

interface Line {
  readonly plan: LinePlan;
  readonly confirms: number;
  readonly places: number;
  readonly refers: number;
  readonly settles: number;
  readonly intent: Intent | undefined;
  readonly running: Invocation | undefined;
  readonly told: Told;
}

export interface SearchState {
  readonly model: OrderModel;
  readonly nowMs: number;
  readonly lines: readonly Line[];
  /** Requests of dead invocations that may still land. */
  readonly adrift: readonly Invocation[];
  /** What the world around may still do, once each. */
  readonly events: readonly WorldEvent[];
}

export interface WorldEvent {
  readonly name: string;
  happens(state: SearchState): Pick<SearchState, 'model' | 'nowMs'>;
}

export interface Found {
  readonly states: number;
  /** States in which nothing more can happen, by what the callers know. */
  readonly ends: ReadonlyMap<string, number>;
}

const TAX = 825;

export const orderNumbersIn = ({ number }: Pick<Intent, 'number'>): readonly [string, string] => [
  `${number}`,
  `other-${number}`,
];

/**
 * @param check is given every state, and throws where one must not be
 * @param tables performs requests; a test that breaks them shows that the search would notice
 */
export function searchAll(
  model: OrderModel,
  plans: readonly LinePlan[],
  events: readonly WorldEvent[],
  check: (state: SearchState) => void,
  tables: typeof perform = perform,
): Found {
  const first: SearchState = {
    model,
    nowMs: 1_000,
    lines: plans.map((plan) => ({
      plan,
      confirms: plan.confirms,
      places: plan.places,
      refers: plan.refers ?? 0,
      settles: plan.settles ?? 0,
      intent: plan.confirmed,
      running: undefined,
      told: { kind: 'nothing' },
    })),
    adrift: [],
    events,
  };
  const seen = new Set([keyOf(first)]);
  const waiting = [first];
  const ends = new Map<string, number>();
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    check(state);
    const after = [...successors(state, tables)];
    if (after.length === 0) {
      const end = state.lines
        .map(({ told }) => told.kind)
        .toSorted()
        .join(' ');
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    for (const next of after) {
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(next);
    }
  }
  return { states: seen.size, ends };
}

function* successors(state: SearchState, tables: typeof perform): Generator<SearchState> {
  for (const [index, line] of state.lines.entries()) {
    const put = (changed: Line, more: Partial<SearchState> = {}): SearchState => ({
      ...state,
      ...more,
      lines: state.lines.with(index, changed),
    });
    const { running } = line;
    if (running === undefined) {
      const next = started(line, state.nowMs);
      if (next !== undefined) yield put(next);
      continue;
    }
    const { kind } = running.step;
    // The invocation dies or its answer is lost; what it was asking for stays on its way.
    const isRequest = kind !== 'done' && kind !== 'give-up';
    const isWrite = kind === 'place' || kind === 'write-intent' || kind === 'open-case';
    const adrift = isRequest && isWrite ? [...state.adrift, running] : state.adrift;
    yield put(lost(line), { adrift });
    if (kind === 'done') yield put(heard(line, running));
    else if (isRequest)
      yield* performed(state, tables, running, (model, after) => put({ ...line, running: after }, { model }));
  }
  for (const [index, invocation] of state.adrift.entries()) {
    const adrift = state.adrift.toSpliced(index, 1);
    yield* performed(state, tables, invocation, (model) => ({ ...state, model, adrift }));
  }
  for (const [index, event] of state.events.entries())
    yield { ...state, ...event.happens(state), events: state.events.toSpliced(index, 1) };
}

/** Performs the request of an invocation; a transaction may also find an item held by another. */
function* performed(
  { model }: SearchState,
  tables: typeof perform,
  invocation: Invocation,
  put: (model: OrderModel, after: Invocation) => SearchState,
): Generator<SearchState> {
  const busy = invocation.step.kind === 'place' ? [false, true] : [false];
  for (const isBusy of busy) {
    const mark = isBusy ? 'b' : reply(model, invocation.step);
    const trace = `${invocation.trace}/${mark}`;
    switch (invocation.function) {
      case 'confirm': {
        const after = tables(model, invocation.step, isBusy);
        yield put(after.model, { function: 'confirm', step: after.next, trace });
        break;
      }
      case 'place': {
        const after = tables(model, invocation.step, isBusy);
        yield put(after.model, { function: 'place', step: after.next, trace });
        break;
      }
      case 'refer': {
        const after = tables(model, invocation.step, isBusy);
        yield put(after.model, { function: 'refer', step: after.next, trace });
        break;
      }
      case 'settle': {
        const after = tables(model, invocation.step, isBusy);
        yield put(after.model, { function: 'settle', step: after.next, trace });
        break;
      }
    }
  }
}

function started(line: Line, nowMs: number): Line | undefined {
  const { plan, intent, told } = line;
  if (told.kind !== 'nothing') return undefined;
  if (plan.settles !== undefined) {
    if (line.settles === 0) return { ...line, told: { kind: 'settled' } };
    const key = { customerId: plan.customerId, digest: basketDigest(plan.basket) };
    const running: Invocation = { function: 'settle', step: settleIntent(key, nowMs), trace: `s${nowMs}` };
    return { ...line, settles: line.settles - 1, running };
  }
  if (intent === undefined) {
    if (line.confirms === 0) return { ...line, told: { kind: 'unknown' } };
    const step = confirmIntent({ ...plan, contactId: 'contact', onceMoreAfter: undefined }, nowMs);
    return {
      ...line,
      confirms: line.confirms - 1,
      running: { function: 'confirm', step, trace: `c${nowMs}` },
    };
  }
  if (line.places === 0) return refers(line, intent, nowMs);
  const step = placeIntent({ ...intent, orderNumbers: orderNumbersIn(intent), taxBasisPoints: TAX, nowMs });
  return { ...line, places: line.places - 1, running: { function: 'place', step, trace: `p${nowMs}` } };
}

function refers(line: Line, intent: Intent, nowMs: number): Line {
  if (line.refers === 0) return { ...line, told: { kind: 'unknown' } };
  const step = referIntent({ ...intent, orderNumbers: orderNumbersIn(intent), opensCase: true, nowMs });
  return { ...line, refers: line.refers - 1, running: { function: 'refer', step, trace: `r${nowMs}` } };
}

const lost = (line: Line): Line => ({ ...line, running: undefined });

function heard(line: Line, running: Invocation): Line {
  const rest = { ...line, running: undefined };
  if (running.step.kind !== 'done') throw new Error('there is no answer to hear');
  if (running.function === 'confirm') {
    const { answer } = running.step;
    return answer.kind === 'confirmed'
      ? { ...rest, intent: answer.intent }
      : { ...rest, told: { kind: 'asked' } };
  }
  if (running.function === 'settle') return { ...rest, told: { kind: 'settled' } };
  const { answer } = running.step;
  switch (answer.kind) {
    case 'placed':
      return { ...rest, told: { kind: 'placed', orderNumber: answer.orderNumber } };
    case 'referred': {
      const opened = 'opened' in answer ? answer.opened : undefined;
      if (opened !== undefined) return { ...rest, told: { kind: 'will-confirm', case: opened.caseNumber } };
      // Whoever hears from place-order that it is referred goes on to refer-order.
      return line.refers > 0 ? { ...rest, places: 0 } : { ...rest, told: refused(line) };
    }
    default:
      return { ...rest, told: refused(line) };
  }
}

const refused = ({ intent }: Line): Told => ({
  kind: 'refused',
  intent: intent === undefined ? '' : intentId(intent),
});

const writtenAs = ({ number, status, settledAtMs, caseNumber, basket }: Intent): string =>
  `${number}${status}${settledAtMs ?? ''}${caseNumber ?? ''}${basket.taxMinor}`;

/** What of the tables an invocation has seen by a request: with its start, it decides how the invocation goes on. */
function reply(model: OrderModel, step: Step<unknown>): string {
  const intents = () => [...model.intents.values()].map(writtenAs).join();
  const stock = () =>
    [...model.products.values()].map(({ inStock, unitPriceMinor: p }) => `${inStock}@${p}`).join();
  switch (step.kind) {
    case 'read-products':
      return stock();
    case 'place':
      return `${intents()}|${stock()}`;
    case 'read-orders':
      return [...model.orders.keys()].join();
    case 'open-case':
      return [...model.cases.values()].map((one) => `${one.caseNumber}@${one.openedAtMs}`).join();
    default:
      return intents();
  }
}

/** Lines that run the same plan are interchangeable, so their order does not make another state. */
function keyOf({ model, nowMs, lines, adrift, events }: SearchState): string {
  const invocation = (one: Invocation | undefined) => one?.trace ?? '-';
  const tables = [...model.intents.values()].map(writtenAs).join();
  const cases = [...model.cases.keys()].join();
  const orders = [...model.orders.values()].map((o) => `${o.orderNumber}:${o.intentId}`).join();
  const stock = [...model.products.values()].map((p) => `${p.inStock}@${p.unitPriceMinor}`).join();
  const line = ({ plan, confirms, places, refers: left, settles, intent, running, told }: Line) =>
    [
      plan.customerId,
      plan.basket.taxMinor,
      confirms,
      places,
      left,
      settles,
      intent?.number,
      invocation(running),
      ...Object.values(told),
    ].join(' ');
  return [
    tables,
    cases,
    orders,
    stock,
    model.history.size,
    nowMs,
    lines.map(line).toSorted().join(';'),
    adrift.map(invocation).toSorted().join(';'),
    events.map(({ name }) => name).join(),
  ].join('|');
}
