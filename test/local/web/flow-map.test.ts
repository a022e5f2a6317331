/** Layout, keyboard and the walk of a call: everything of the map that needs no browser. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ContactProgress, ShownMoment } from '../../../local/web/contact-shown.ts';
import type { ShownBranch, ShownFlow } from '../../../local/web/flow-shown.ts';
import { lookAt } from '../../../local/web/pages/map/around.ts';
import {
  layoutOf,
  lineId,
  pathThrough,
  STEP_HEIGHT,
  STEP_WIDTH,
} from '../../../local/web/pages/map/flow-layout.ts';
import { stepBeside } from '../../../local/web/pages/map/keys.ts';
import { wayThrough } from '../../../local/web/pages/map/map-state.ts';
import { placeOf, stretchesOf, type Walk, walkAfter } from '../../../local/web/pages/map/walk.ts';
import { isFull } from '../../calls/counts.ts';

const flowOf = (steps: Readonly<Record<string, readonly ShownBranch[]>>): ShownFlow => ({
  name: 'flow',
  type: 'CONTACT_FLOW',
  kind: 'Contact flow',
  answers: [],
  start: Object.keys(steps)[0] ?? '',
  steps: Object.entries(steps).map(([id, branches]) => ({
    id,
    title: id,
    block: 'Play prompt',
    purpose: '',
    sign: 'says',
    summary: '',
    parameters: [],
    branches: [...branches],
  })),
});
const to = (target: string, kind: ShownBranch['kind'] = 'next', label = ''): ShownBranch => ({
  kind,
  label,
  to: target,
});

const anyFlow = fc.integer({ min: 1, max: 25 }).chain((count) =>
  fc
    .array(
      fc.array(
        fc.record({
          kind: fc.constantFrom('next', 'condition', 'error'),
          label: fc.constantFrom('', '1', 'a longer label of a branch that is shortened'),
          to: fc.integer({ min: 0, max: count - 1 }).map((n) => `s${n}`),
        }),
        { maxLength: 4 },
      ),
      { minLength: count, maxLength: count },
    )
    .map((all) => flowOf(Object.fromEntries(all.map((branches, n) => [`s${n}`, branches])))),
);

test('no flow makes steps overlap or a line lose its ends, and the picture is always the same', () => {
  fc.assert(
    fc.property(anyFlow, (flow) => {
      const layout = layoutOf(flow);
      expect(layout.steps.map(({ id }) => id)).toEqual(flow.steps.map(({ id }) => id));
      for (const [index, a] of layout.steps.entries()) {
        for (const b of layout.steps.slice(index + 1)) {
          expect(Math.abs(a.x - b.x) >= STEP_WIDTH || Math.abs(a.y - b.y) >= STEP_HEIGHT).toBe(true);
        }
      }
      const wanted = new Set(
        flow.steps.flatMap(({ id, branches }) => branches.map((branch) => lineId(id, branch.to))),
      );
      expect(new Set(layout.lines.map(({ id }) => id))).toEqual(wanted);
      for (const { points } of layout.lines) expect(pathThrough(points)).toMatch(/^M-?\d+,-?\d+[QL]/);
      const { tookMs: _, ...again } = layoutOf(structuredClone(flow));
      expect(layout).toMatchObject(again);
    }),
    { numRuns: isFull ? 40 : 8 },
  );
});

test('a map looks at a step in the middle of its neighbours, at a size that can be read', () => {
  fc.assert(
    fc.property(
      anyFlow,
      fc.integer({ min: 300, max: 1600 }),
      fc.integer({ min: 260, max: 900 }),
      (flow, width, height) => {
        const layout = layoutOf(flow);
        for (const place of layout.steps) {
          const look = lookAt(flow, layout, place.id, { width, height });
          if (look === undefined) throw new Error('there is nothing to look at');
          expect(look.zoom).toBeGreaterThanOrEqual(0.6);
          expect(look.zoom).toBeLessThanOrEqual(0.9);
          const left = (place.x - look.x) * look.zoom + width / 2;
          const top = (place.y - look.y) * look.zoom + height / 2;
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect(left + STEP_WIDTH * look.zoom).toBeLessThanOrEqual(width);
          expect(top + STEP_HEIGHT * look.zoom).toBeLessThanOrEqual(height);
        }
        expect(lookAt(flow, layout, 'nowhere', { width, height })).toBeUndefined();
      },
    ),
    { numRuns: isFull ? 50 : 8 },
  );
});

test('what only the errors of a step reach stands in one column, so that a map stays narrow', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const errors = names.map((name) => [name, [to('end', 'next')]] as const);
  const { steps, width } = layoutOf(
    flowOf({
      ask: [to('on'), ...names.map((name) => to(name, 'error'))],
      on: [to('end')],
      ...Object.fromEntries(errors),
      end: [],
    }),
  );
  expect(width).toBeLessThan(4 * STEP_WIDTH);
  const rows = names.map((name) => steps.find(({ id }) => id === name)?.y);
  expect(new Set(rows).size).toBe(names.length);
});

test('a flow is laid out once', () => {
  const flow = flowOf({ a: [to('b')], b: [] });
  expect(layoutOf(flow)).toBe(layoutOf(flow));
});

test('a way that only errors take is quiet, and several branches to one step are one line', () => {
  const { lines } = layoutOf(
    flowOf({
      ask: [to('one', 'condition', '1'), to('one', 'condition', '2'), to('end', 'error', 'x')],
      one: [to('end')],
      end: [],
    }),
  );
  expect(lines).toMatchObject([
    { from: 'ask', to: 'one', label: '1, 2', quiet: false },
    { from: 'ask', to: 'end', label: '', quiet: true },
    { from: 'one', to: 'end', quiet: false },
  ]);
});

test('steps are right of those that lead to them, and what only an error reaches is on the map too', () => {
  const { steps } = layoutOf(
    flowOf({ a: [to('b'), to('c', 'error')], b: [to('a', 'condition')], c: [], lost: [] }),
  );
  const x = new Map(steps.map((step) => [step.id, step.x]));
  expect(x.get('b')).toBeGreaterThan(x.get('a') ?? 0);
  expect(x.get('c')).toBeGreaterThan(x.get('a') ?? 0);
  expect(x.has('lost')).toBe(true);
});

test('a target that does not exist draws no line', () => {
  expect(layoutOf(flowOf({ a: [to('nowhere')] })).lines).toEqual([]);
});

test('arrow keys walk along transitions: the main way to the right, back to the left, up and down to the other branches', () => {
  const flow = flowOf({
    ask: [to('broken', 'error'), to('left', 'condition', '1'), to('right', 'condition', '2')],
    left: [],
    right: [],
    broken: [],
  });
  const layout = layoutOf(flow);
  const go = (from: string, key: string, cameFrom?: string) => stepBeside(flow, layout, from, key, cameFrom);
  expect(go('ask', 'ArrowRight')).toBe('left');
  expect(go('left', 'ArrowLeft', 'ask')).toBe('ask');
  const row = [...layout.steps]
    .filter(({ id }) => id !== 'ask')
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .map(({ id }) => id);
  expect(go(row[0] ?? '', 'ArrowDown', 'ask')).toBe(row[1]);
  expect(go(row[1] ?? '', 'ArrowUp', 'ask')).toBe(row[0]);
  expect(go(row[0] ?? '', 'ArrowUp', 'ask')).toBeUndefined();
  expect(go('left', 'Home')).toBe('ask');
  expect(go('ask', 'ArrowLeft')).toBeUndefined();
  expect(go('ask', 'x')).toBeUndefined();
});

test('from any step of any flow every arrow key leads to a step or nowhere', () => {
  fc.assert(
    fc.property(anyFlow, fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'), (flow, key) => {
      const ids = new Set(flow.steps.map(({ id }) => id));
      for (const id of ids) {
        const next = stepBeside(flow, layoutOf(flow), id, key, undefined);
        expect(next === undefined || (ids.has(next) && next !== id)).toBe(true);
      }
    }),
    { numRuns: isFull ? 50 : 8 },
  );
});

const step = (
  flow: string,
  name: string,
  more: Partial<Extract<ShownMoment, { kind: 'step' }>> = {},
): ShownMoment => ({
  kind: 'step',
  atMs: 0,
  flow,
  step: name,
  branch: 'NextAction',
  calls: false,
  ...more,
});
const news = (moments: ShownMoment[], more: Partial<ContactProgress> = {}): ContactProgress => ({
  contact: { contactId: 'c', startedAtMs: 0, caller: '••• 0187', phase: 'In a menu', going: true },
  nowMs: 0,
  attributes: {},
  recorded: [],
  fresh: false,
  leftOut: 0,
  moments,
  lines: [],
  ...more,
});
const walkOf = (...moments: ShownMoment[]): Walk => walkAfter(undefined, news(moments, { fresh: true }));

test('a function call ends with the step that made it, with its outcome and what it answered', () => {
  const { calls } = walkOf(
    { kind: 'call', atMs: 100, function: 'look-up', attempt: 1, parameters: { phone: '•' } },
    { kind: 'call', atMs: 400, function: 'look-up', attempt: 2 },
    step('a', 'look-up', { atMs: 450, calls: true }),
    {
      kind: 'log',
      atMs: 450,
      flow: 'a',
      step: 'look-up',
      block: '',
      parameters: {},
      returned: { outcome: 'found' },
    },
  );
  expect(calls).toEqual([
    {
      function: 'look-up',
      attempt: 1,
      startedAtMs: 100,
      endedAtMs: 400,
      outcome: 'tried again',
      parameters: { phone: '•' },
      visit: 1,
    },
    {
      function: 'look-up',
      attempt: 2,
      startedAtMs: 400,
      endedAtMs: 450,
      outcome: 'answered',
      visit: 1,
      returned: { outcome: 'found' },
    },
  ]);
});

test('the flow log of another step says nothing about this one', () => {
  const { visits } = walkOf(step('a', 'one'), {
    kind: 'log',
    atMs: 0,
    flow: 'a',
    step: 'two',
    block: '',
    parameters: { x: '1' },
  });
  expect(visits[0]?.parameters).toEqual({});
});

test('a walk told in pieces is the walk told at once', () => {
  const moments = fc.array(
    fc.constantFrom(step('a', 'one', { to: 'two' }), step('b', 'x'), step('a', 'two', { calls: true }), {
      kind: 'call',
      atMs: 5,
      function: 'f',
      attempt: 1,
    } as const),
  );
  fc.assert(
    fc.property(moments, fc.nat(), (all, cut) => {
      const at = all.length === 0 ? 0 : cut % all.length;
      const pieces = walkAfter(walkOf(...all.slice(0, at)), news(all.slice(at)));
      expect(pieces).toEqual(walkOf(...all));
    }),
  );
});

test('a walk that is told from its beginning again replaces what was known', () => {
  const again = walkAfter(walkOf(step('a', 'one')), news([step('a', 'one')], { fresh: true }));
  expect(again.visits).toHaveLength(1);
});

test('lines carry the order in which the call went along them, in this flow only', () => {
  const walk = walkOf(
    step('a', 'one', { to: 'two' }),
    step('b', 'one', { to: 'two' }),
    step('a', 'one', { to: 'two' }),
  );
  const { walked, passed } = wayThrough('a', walk);
  expect([walked.get(lineId('one', 'two')), passed.get('one')]).toEqual([[1, 3], 2]);
});

test('the trail has each stretch of a flow once, and the flow that the call is in at its end', () => {
  const walk = walkAfter(
    undefined,
    news([step('in', 'a'), step('menu', 'b'), step('menu', 'c'), step('in', 'd')], {
      fresh: true,
      where: { flow: 'module', step: 'x' },
    }),
  );
  expect(stretchesOf(walk).map(({ flow }) => flow)).toEqual(['in', 'menu', 'in', 'module']);
  expect(placeOf(walk)).toEqual({ flow: 'module', step: 'x' });
  expect(placeOf(walkOf(step('a', 'one', { to: 'two' })))).toEqual({ flow: 'a', step: 'two' });
  expect(placeOf(walkOf())).toBeUndefined();
});
