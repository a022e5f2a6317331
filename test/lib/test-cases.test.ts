/** Test cases that the stack deploys: their files, and what becomes of them in the template. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TestCases } from '../../lib/constructs/test-cases.ts';
import { testCasesFolder } from '../../lib/paths.ts';
import { readTestCases, type TestCaseSource } from '../../lib/test-cases.ts';
import { fixtureTestCase } from './fixtures/parts.ts';

const INSTANCE = 'arn:aws:connect:us-east-1:123456789012:instance/i1';

describe('the template', () => {
  const synthesize = (...sources: readonly TestCaseSource[]) => {
    const stack = new Stack(new App(), 'Centre');
    const references = new Map([
      ['flow.main-inbound', `${INSTANCE}/contact-flow/f1`],
      ['queue.support', `${INSTANCE}/queue/q1`],
    ]);
    new TestCases(stack, 'TestCases', { instanceArn: INSTANCE, sources, references });
    return Template.fromStack(stack);
  };

  test('has the published case, with ARNs where the references were', () => {
    const template = synthesize(fixtureTestCase);
    template.hasResourceProperties('AWS::Connect::TestCase', {
      InstanceArn: INSTANCE,
      Name: 'asks-for-person',
      Status: 'PUBLISHED',
      EntryPoint: {
        Type: 'VOICE_CALL',
        VoiceCallEntryPointParameters: { FlowId: `${INSTANCE}/contact-flow/f1` },
      },
      InitializationData: '{"Attributes":{},"SegmentAttributes":{}}',
    });
    const [testCase] = Object.values(template.findResources('AWS::Connect::TestCase'));
    const content = JSON.stringify(testCase?.['Properties'].Content);
    expect(content).toContain('queue/q1');
    expect(content).toContain('HoursOfOperationArn');
  });

  test('has hours that are always open and hours that hardly ever are, for tests to substitute', () => {
    const hours = Object.values(synthesize().findResources('AWS::Connect::HoursOfOperation')).map(
      ({ Properties: { Name, Config } }) => [Name, Config.length],
    );
    expect(hours).toEqual([
      ['tests-open', 7],
      ['tests-closed', 1],
    ]);
  });

  test('is refused where a case names what the stack does not have', () => {
    expect(() => synthesize({ ...fixtureTestCase, flow: `\${flow.nowhere}` })).toThrow(
      `test case "asks-for-person" refers to \${flow.nowhere}, which the stack does not have`,
    );
  });
});

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
