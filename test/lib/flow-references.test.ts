import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ConfigurationError } from '../../lib/config-error.ts';
import { inOrderOfCreation, referencesOf, resolveReferences } from '../../lib/flow-references.ts';
import { fixtureEntries, fixtureFlows, flowNaming } from './fixtures/parts.ts';

const plain = (name: string, ...references: string[]) => flowNaming(name, 'CONTACT_FLOW', references);

describe('references of a flow', () => {
  test('are found once each, in the order of the text', () => {
    expect(referencesOf(plain('a', 'queue.orders', 'flow.b', 'queue.orders'))).toEqual([
      'queue.orders',
      'flow.b',
    ]);
  });
  test('are not the JSONPath of the flow language', () => {
    expect(referencesOf({ ...plain('a'), content: '{"Text":"$.Attributes.name $ {x} {y}"}' })).toEqual([]);
  });
  test('become values, each wherever it stands', () => {
    const flow = { ...plain('a'), content: `["\${queue.orders}","\${queue.orders}","\${flow.b}"]` };
    const values = new Map([
      ['queue.orders', 'arn:queue'],
      ['flow.b', 'arn:$&flow'],
    ]);
    expect(resolveReferences(flow, values)).toBe('["arn:queue","arn:queue","arn:$&flow"]');
  });
  test.each(['queue.sales', 'queue', '', 'flow.a b', '__proto__'])(
    'that nothing answers to stop synthesis: %j',
    (reference) => {
      const values = new Map([
        ['queue.support', 'x'],
        ['queue.orders', 'y'],
      ]);
      expect(() => resolveReferences(plain('main-menu', reference), values)).toThrow(
        new ConfigurationError(
          `flow "main-menu" refers to \${${reference}}, which the stack does not have; it has queue.orders, queue.support.`,
        ),
      );
    },
  );
  test('leave everything else of any text as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('${')),
        (text) => resolveReferences({ ...plain('a'), content: text }, new Map()) === text,
      ),
    );
  });
});

describe('the order of creation', () => {
  test('has every flow after those it names', () => {
    const flows = [...fixtureEntries, ...fixtureFlows];
    const names = inOrderOfCreation(flows).map(({ name }) => name);
    expect(names.indexOf('verify-caller')).toBeLessThan(names.indexOf('main-menu'));
    expect(names.indexOf('main-menu')).toBeLessThan(names.indexOf('main-inbound'));
    expect(names.sort()).toEqual(flows.map(({ name }) => name).sort());
  });
  test('does not exist for a flow that names itself', () => {
    expect(() => inOrderOfCreation([plain('a', 'flow.a')])).toThrow(
      'flows refer to each other in a circle, a → a; let one of them transfer by an attribute instead.',
    );
  });
  test('does not exist for a circle of three, which is named from where it closes', () => {
    const flows = [
      plain('start', 'flow.a'),
      plain('a', 'flow.b'),
      plain('b', 'flow.c'),
      plain('c', 'flow.a'),
    ];
    expect(() => inOrderOfCreation(flows)).toThrow('a → b → c → a;');
  });
  test('tells a flow from a module of the same name', () => {
    const module = flowNaming('a', 'MODULE', []);
    expect(inOrderOfCreation([plain('a', 'module.a'), module])).toHaveLength(2);
  });
  test('exists for every set of flows that name earlier ones only', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 20 }), (named) => {
        const flows = named.map((indexes, at) =>
          plain(`f${at}`, ...indexes.filter((index) => index < at).map((index) => `flow.f${index}`)),
        );
        const ordered = inOrderOfCreation(flows.toReversed()).map(({ name }) => name);
        expect(ordered).toHaveLength(flows.length);
        for (const flow of flows) {
          for (const reference of referencesOf(flow)) {
            expect(ordered.indexOf(reference.slice(5))).toBeLessThan(ordered.indexOf(flow.name));
          }
        }
      }),
    );
  });
});
