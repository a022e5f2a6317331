/** What the template says of test cases that the stack deploys. */
import { describe, expect, test } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TestCases } from '../../../lib/constructs/test-cases.ts';
import type { TestCaseSource } from '../../../lib/test-cases.ts';
import { fixtureTestCase } from '../fixtures/parts.ts';

const INSTANCE = 'arn:aws:connect:us-east-1:123456789012:instance/i1';

export function describeTestCases(): void {
  describe('a test case in the template', () => {
    const synthesize = (...sources: readonly TestCaseSource[]) => {
      const stack = new Stack(new App(), 'Centre');
      const references = new Map([
        ['flow.main-inbound', `${INSTANCE}/contact-flow/f1`],
        ['queue.support', `${INSTANCE}/queue/q1`],
      ]);
      new TestCases(stack, 'TestCases', { instanceArn: INSTANCE, sources, references });
      return Template.fromStack(stack);
    };

    test('is published, with ARNs where the references were', () => {
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

    test('finds hours that are always open and hours that hardly ever are, for tests to substitute', () => {
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
}
