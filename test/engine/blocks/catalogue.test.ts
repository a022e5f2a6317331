/** Every block declares itself completely, and limits stand in the right relation. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isExecutable } from '../../../engine/blocks/block.ts';
import { BLOCKS, blockOf, CATALOGUE } from '../../../engine/blocks/catalogue.ts';
import { utf8Bytes } from '../../../engine/blocks/utf8-bytes.ts';
import { compileFlow } from '../../../engine/contact/compiled-flow.ts';
import type { Json } from '../../../engine/language/flow.ts';
import * as limits from '../../../engine/limits.ts';

const kebab = (type: string) => type.replaceAll(/(?<=[a-z])([A-Z])/g, '-$1').toLowerCase();

describe('the catalogue', () => {
  test.each(Object.entries(BLOCKS))('lists %s under its own name, from its own file', (name, block) => {
    expect(block.type).toBe(name);
    expect(blockOf(name)).toBe(block);
    expect(readdirSync('engine/blocks')).toContain(`${kebab(name)}.ts`);
    expect(block.purpose).toMatch(/^[A-Z].*\.$/);
    expect(block.see).toMatch(/^(devguide|adminguide|APIReference)\//);
    expect(block.flowTypes.length).toBeGreaterThan(0);
    expect(block.channels.length).toBeGreaterThan(0);
  });
  test.each(CATALOGUE)(
    '$type ends the flow exactly where it has no next step, or hands the caller over',
    (block) => {
      const { next } = block.branches({});
      if (next === 'none') expect(block.facts.terminal).toBe(true);
      if (block.facts.terminal && next !== 'none') expect(block.type).toMatch(/Transfer/);
    },
  );
  test.each(CATALOGUE.filter((block) => !isExecutable(block)))(
    '$type is refused with its reason when a flow with it is loaded',
    (block) => {
      const [type = 'CONTACT_FLOW'] = block.flowTypes;
      const content = JSON.stringify({
        Version: '2019-10-30',
        StartAction: 'it',
        Actions: [{ Identifier: 'it', Type: block.type, Parameters: {}, Transitions: {} }],
      });
      expect('notRunBecause' in block && block.notRunBecause).toMatch(/^[a-z].*[^.]$/);
      expect(() => compileFlow({ id: 'x', arn: 'arn:x', name: 'demo', type, content })).toThrow(
        `flow 'demo', step 'it': ${block.type} cannot be run offline: `,
      );
    },
  );
  test.each<[string, Json, string]>([
    [
      'Wait',
      { TimeLimitSeconds: '60', ContinueExecution: 'True' },
      'what becomes of a flow that goes on while it waits (ContinueExecution) is not published',
    ],
    [
      'UpdateContactRoutingBehavior',
      { RoutingProficiencies: {} },
      'the form of RoutingProficiencies is not published; use UpdateContactRoutingCriteria',
    ],
  ])('%s is refused with its reason in a form that cannot be run: %j', (type, parameters, because) => {
    const load = (Parameters: Json) => {
      const content = JSON.stringify({
        Version: '2019-10-30',
        StartAction: 'it',
        Actions: [{ Identifier: 'it', Type: type, Parameters, Transitions: {} }],
      });
      return compileFlow({ id: 'x', arn: 'arn:x', name: 'demo', type: 'CONTACT_FLOW', content });
    };
    expect(() => load(parameters)).toThrow(
      `flow 'demo', step 'it': ${type} cannot be run offline: ${because}`,
    );
    expect(() => load({})).not.toThrow();
  });
  test('knows no type that was never real', () => {
    for (const type of ['TransferToQueue', 'PlayPrompt', 'Disconnect', 'toString', '__proto__', '']) {
      expect(blockOf(type)).toBeUndefined();
    }
  });
});

describe('limits', () => {
  test('nest', () => {
    expect(limits.FUNCTION_BLOCK_SECONDS_DEFAULT).toBeLessThanOrEqual(limits.FUNCTION_BLOCK_SECONDS_MAX);
    expect(limits.FUNCTION_BLOCK_SECONDS_MAX * 1000).toBeLessThan(limits.FUNCTION_CHAIN_MS_MAX);
    expect(limits.FUNCTION_BLOCK_SECONDS_MAX).toBeLessThan(limits.FUNCTION_BLOCK_ASYNC_SECONDS_MAX);
    expect(limits.INTERDIGIT_SECONDS_DEFAULT).toBeGreaterThanOrEqual(limits.INTERDIGIT_SECONDS_MIN);
    expect(limits.INTERDIGIT_SECONDS_DEFAULT).toBeLessThanOrEqual(limits.INTERDIGIT_SECONDS_MAX);
    expect(limits.TERMINATOR_DEFAULT.length).toBeLessThanOrEqual(limits.TERMINATOR_KEYS_MAX);
    expect(limits.STORED_KEYS_MAX).toBeLessThanOrEqual(limits.KEY_BUFFER_MAX);
    expect(limits.PROMPT_BILLED_CHARACTERS_MAX).toBeLessThan(limits.PROMPT_CHARACTERS_MAX);
    expect(limits.FUNCTION_RESULT_BYTES_MAX).toBeLessThanOrEqual(limits.ATTRIBUTES_BYTES_MAX);
    expect(limits.ACTIONS_PER_FLOW_MAX).toBeLessThan(limits.BLOCKS_PER_INSTANT_MAX);
  });
  test('count bytes as UTF-8 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});
