/** Files of test cases that the stack deploys. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { testCasesFolder } from '../../lib/paths.ts';
import { readTestCases } from '../../lib/test-cases.ts';

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-test-cases-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const input = {
    Name: 'a',
    EntryPoint: { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: { FlowId: 'f' } },
    InitializationData: {},
    Content: { Version: '2019-10-30' },
  };
  const read = (value: unknown) => {
    writeFileSync(join(folder, 'a.json'), typeof value === 'string' ? value : JSON.stringify(value));
    return readTestCases(folder);
  };

  test('of ours are many, each with a name of its own', () => {
    const names = readTestCases(testCasesFolder).map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(8);
    expect(new Set(names).size).toBe(names.length);
  });

  test('have the document as JSON or as its text', () => {
    const [asJson] = read(input);
    const [asText] = read({ ...input, Content: '{"Version":"2019-10-30"}', InitializationData: '{}' });
    expect(asJson?.content).toBe('{"Version":"2019-10-30"}');
    expect(asText).toEqual(asJson);
  });

  test.each([
    ['no JSON', '{', 'test case "a.json" cannot be read'],
    ['no name', { ...input, Name: undefined }, 'test case "a.json" cannot be deployed: Name'],
    ['a chat', { ...input, EntryPoint: { Type: 'CHAT' } }, 'EntryPoint.Type'],
    [
      'a number, which CloudFormation would refuse',
      {
        ...input,
        EntryPoint: {
          Type: 'VOICE_CALL',
          VoiceCallEntryPointParameters: { FlowId: 'f', SourcePhoneNumber: '+12025550123' },
        },
      },
      'SourcePhoneNumber',
    ],
    ['something else', { ...input, Colour: 'green' }, 'Colour'],
  ])('with %s are refused', (_what, value, words) => {
    expect(() => read(value)).toThrow(words);
  });
});
