/** How flows look in Connect's designer: against the layouts of the authors of real flows, and for any flow at all. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BLOCK_WIDTH, blockHeight, layOut } from '../../../engine/authoring/layout.ts';
import type { FlowAction, FlowDocument, Json } from '../../../engine/language/flow.ts';
import { isObject } from '../../../engine/language/json.ts';
import { parseFlow } from '../../../engine/language/parse.ts';
import { isFull } from '../../calls/counts.ts';
import { countCrossings, type Point } from './count-crossings.ts';

type Places = ReadonlyMap<string, Point>;

/** Upper left corners, of what has one. */
function placesIn(metadata: Json | undefined): Places {
  const places = new Map<string, Point>();
  const actions = isObject(metadata) ? metadata['ActionMetadata'] : undefined;
  if (!isObject(actions)) return places;
  for (const [name, of] of Object.entries(actions)) {
    const position = isObject(of) ? of['position'] : undefined;
    if (!isObject(position)) continue;
    const { x, y } = position;
    if (typeof x === 'number' && typeof y === 'number') places.set(name, { x, y });
  }
  return places;
}

const laidOut = (start: string, actions: readonly FlowAction[]): Places => placesIn(layOut(start, actions));
const targetsOf = ({ Transitions: { NextAction, Errors = [], Conditions = [] } }: FlowAction): string[] => [
  ...[...Conditions, ...Errors].map((branch) => branch.NextAction),
  ...(NextAction === undefined ? [] : [NextAction]),
];

function crossingsOf(actions: readonly FlowAction[], places: Places): number {
  const centres = new Map<string, Point>();
  for (const action of actions) {
    const at = places.get(action.Identifier);
    if (at !== undefined)
      centres.set(action.Identifier, { x: at.x + BLOCK_WIDTH / 2, y: at.y + blockHeight(action) / 2 });
  }
  const ways = actions.flatMap((action) =>
    targetsOf(action).map((to): [string, string] => [action.Identifier, to]),
  );
  return countCrossings(centres, ways);
}

function expectNoOverlap(actions: readonly FlowAction[], places: Places): void {
  for (const [index, one] of actions.entries()) {
    const a = places.get(one.Identifier) ?? { x: Number.NaN, y: Number.NaN };
    for (const other of actions.slice(index + 1)) {
      const b = places.get(other.Identifier) ?? { x: Number.NaN, y: Number.NaN };
      const isApart =
        Math.abs(a.x - b.x) >= BLOCK_WIDTH ||
        (b.y >= a.y ? b.y - a.y >= blockHeight(one) : a.y - b.y >= blockHeight(other));
      if (!isApart) throw new Error(`'${one.Identifier}' and '${other.Identifier}' overlap`);
    }
  }
}

/** A flow with a step more between a step and where it goes next. */
function withOneMore(actions: readonly FlowAction[], after: number): readonly FlowAction[] | undefined {
  const next = actions[after]?.Transitions.NextAction;
  if (next === undefined) return undefined;
  const Identifier = 'one more';
  return [
    ...actions.map((action, place) =>
      place === after
        ? { ...action, Transitions: { ...action.Transitions, NextAction: Identifier } }
        : action,
    ),
    { Identifier, Type: 'MessageParticipant', Parameters: {}, Transitions: { NextAction: next } },
  ];
}

/** Pairs that stand in one column in both pictures, and how many of them in the same order. */
function orderKept(before: Places, after: Places): { pairs: number; kept: number } {
  let pairs = 0;
  let kept = 0;
  const all = [...before];
  for (const [index, [one, a]] of all.entries())
    for (const [other, b] of all.slice(index + 1)) {
      const [p, q] = [after.get(one), after.get(other)];
      if (a.x !== b.x || p === undefined || q === undefined || p.x !== q.x) continue;
      pairs += 1;
      if (a.y < b.y === p.y < q.y) kept += 1;
    }
  return { pairs, kept };
}

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'flows');
const index = join(folder, 'INDEX.tsv');
const documents: readonly FlowDocument[] = existsSync(index)
  ? readFileSync(index, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([, , , quality]) => quality === 'ok')
      .filter((_line, place) => isFull || place % 12 === 0)
      .flatMap(([file = '']) => parseFlow(readFileSync(join(folder, file), 'utf8')).document ?? [])
  : [];
const describeFlows = documents.length > 0 ? describe : describe.skip;
const reason =
  documents.length > 0 ? '' : ' (skipped: there is no folder ../shared/flows beside the repository)';

describeFlows(`real flows${reason}`, () => {
  const pictures = documents.map(({ StartAction, Actions }) => laidOut(StartAction, Actions));

  test('none crosses more lines than its author did, and all together cross less than half as many', () => {
    let ours = 0;
    let authors = 0;
    let compared = 0;
    for (const [place, { Actions, Metadata }] of documents.entries()) {
      const theirs = placesIn(Metadata);
      // Seven of the 233 have no place for some of their steps.
      if (Actions.some(({ Identifier }) => !theirs.has(Identifier))) continue;
      const counts = [
        crossingsOf(Actions, pictures[place] ?? new Map()),
        crossingsOf(Actions, theirs),
      ] as const;
      expect(counts[0]).toBeLessThanOrEqual(counts[1]);
      ours += counts[0];
      authors += counts[1];
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(isFull ? 226 : 15);
    expect(2 * ours).toBeLessThan(authors);
  });

  test('no two blocks overlap', () => {
    for (const [place, { Actions }] of documents.entries())
      expectNoOverlap(Actions, pictures[place] ?? new Map());
  });

  test('nine choices in ten stand in the order of their menu', () => {
    let pairs = 0;
    let inOrder = 0;
    for (const [place, { Actions }] of documents.entries())
      for (const { Identifier, Transitions } of Actions) {
        const at = (name: string): Point => pictures[place]?.get(name) ?? { x: 0, y: 0 };
        const choices = [...new Set((Transitions.Conditions ?? []).map(({ NextAction }) => NextAction))]
          .map(at)
          .filter(({ x }) => x > at(Identifier).x);
        for (const [index, one] of choices.entries())
          for (const other of choices.slice(index + 1)) {
            pairs += 1;
            if (one.y < other.y) inOrder += 1;
          }
      }
    expect(pairs).toBeGreaterThan(20);
    expect(inOrder / pairs).toBeGreaterThan(0.9);
  });

  test('with one step more, 97 in 100 pairs of a column keep their order, and nine flows in ten all of theirs', () => {
    let all = { pairs: 0, kept: 0 };
    let flows = 0;
    let same = 0;
    for (const [place, { StartAction, Actions }] of documents.entries())
      for (const after of [1, Math.floor(Actions.length / 2)]) {
        const more = withOneMore(Actions, after);
        if (more === undefined) continue;
        const { pairs, kept } = orderKept(pictures[place] ?? new Map(), laidOut(StartAction, more));
        all = { pairs: all.pairs + pairs, kept: all.kept + kept };
        flows += 1;
        if (kept === pairs) same += 1;
      }
    expect(flows).toBeGreaterThan(15);
    expect(all.kept / all.pairs).toBeGreaterThan(0.97);
    expect(same / flows).toBeGreaterThan(0.9);
  });
});

const action = (
  Identifier: string,
  to: { readonly next?: string; readonly choices?: readonly string[]; readonly errors?: readonly string[] },
): FlowAction => ({
  Identifier,
  Type: 'Compare',
  Parameters: {},
  Transitions: {
    ...(to.next === undefined ? {} : { NextAction: to.next }),
    Errors: (to.errors ?? []).map((NextAction, place) => ({ NextAction, ErrorType: `Error${place}` })),
    Conditions: (to.choices ?? []).map((NextAction, place) => ({
      NextAction,
      Condition: { Operator: 'Equals', Operands: [`${place}`] },
    })),
  },
});

/** Steps that lead anywhere: to themselves, back, to no step, and some that nothing leads to. */
const anyActions = fc.integer({ min: 1, max: 16 }).chain((count) => {
  const target = fc.integer({ min: 0, max: count }).map((n) => `s${n}`);
  const ways = fc.record({
    next: fc.option(target, { nil: undefined }),
    choices: fc.array(target, { maxLength: 3 }),
    errors: fc.array(target, { maxLength: 1 }),
  });
  return fc
    .array(ways, { minLength: count, maxLength: count })
    .map((all) =>
      all.map(({ next, ...rest }, n) => action(`s${n}`, next === undefined ? rest : { next, ...rest })),
    );
});

test('any flow has a place for each step on whole pixels, none over another, and always the same', () => {
  fc.assert(
    fc.property(anyActions, (actions) => {
      const places = laidOut('s0', actions);
      expect([...places.keys()]).toEqual(actions.map(({ Identifier }) => Identifier));
      for (const { x, y } of places.values()) expect([x, y].every(Number.isInteger) && y >= 20).toBe(true);
      expectNoOverlap(actions, places);
      expect(laidOut('s0', structuredClone(actions))).toEqual(places);
    }),
    { numRuns: isFull ? 200 : 15 },
  );
});

test('where no way leads back, every branch leads to the right', () => {
  const forwards = anyActions.map((actions) => {
    const later = (from: string, to: string): boolean => Number(to.slice(1)) > Number(from.slice(1));
    return actions.map(({ Transitions: { NextAction = '', Errors = [], Conditions = [] }, ...rest }) => {
      const isLater = (way: { readonly NextAction: string }): boolean =>
        later(rest.Identifier, way.NextAction);
      const ways = { Errors: Errors.filter(isLater), Conditions: Conditions.filter(isLater) };
      return {
        ...rest,
        Transitions: later(rest.Identifier, NextAction) ? { NextAction, ...ways } : ways,
      };
    });
  });
  fc.assert(
    fc.property(forwards, (actions) => {
      const places = laidOut('s0', actions);
      for (const each of actions)
        for (const to of targetsOf(each)) {
          const target = places.get(to);
          if (target !== undefined) expect(target.x).toBeGreaterThan(places.get(each.Identifier)?.x ?? 0);
        }
    }),
    { numRuns: isFull ? 200 : 15 },
  );
});

test('a menu is fanned out: choices below each other in their order, then what only an error reaches', () => {
  const choices = ['one', 'two', 'three', 'four', 'five'];
  const places = laidOut('menu', [
    action('menu', { choices, errors: ['broken'] }),
    action('broken', { next: 'bye' }),
    ...choices.toReversed().map((name) => action(name, { next: 'bye' })),
    action('bye', {}),
  ]);
  const fan = [...choices, 'broken'].map((name) => places.get(name) ?? { x: 0, y: 0 });
  expect(new Set(fan.map(({ x }) => x)).size).toBe(1);
  expect(fan.map(({ y }) => y)).toEqual(fan.map(({ y }) => y).toSorted((a, b) => a - b));
});

test('steps one after the other stand in one line', () => {
  const chain = [action('a', { next: 'b' }), action('b', { next: 'c' }), action('c', {})];
  const places = laidOut('a', chain);
  const middles = chain.map((each) => (places.get(each.Identifier)?.y ?? 0) + blockHeight(each) / 2);
  for (const middle of middles) expect(Math.abs(middle - (middles[0] ?? 0))).toBeLessThan(1);
  expect([...places.values()].map(({ x }) => x)).toEqual([300, 580, 860]);
});

test('as many steps as a flow may have are laid out, in one long chain and in one wide fan', () => {
  const names = Array.from({ length: 249 }, (_, n) => `s${n}`);
  const chain = names.map((name, n) => action(name, { next: `s${n + 1}`, errors: ['s248'] }));
  expectNoOverlap(chain, laidOut('s0', chain));
  const fan = [action('menu', { choices: names }), ...names.map((name) => action(name, {}))];
  expectNoOverlap(fan, laidOut('menu', fan));
});
