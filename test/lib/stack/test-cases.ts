/** What the template says of test cases that the stack deploys. */
import { describe, expect, test } from '@jest/globals';
import { fixtureTestCase } from '../fixtures/parts.ts';
import { assemble, referencesIn } from '../fixtures/template.ts';
import { dev } from './assemblies.ts';

export function describeTestCases(): void {
  describe('a test case in the template', () => {
    test('is published, with ARNs where the references were', () => {
      const testCase = dev().where('AWS::Connect::TestCase', 'Name', 'asks-for-person').Properties;
      const [instance] = dev().ofType('AWS::Connect::Instance');
      const entry = dev().where('AWS::Connect::ContactFlow', 'Name', 'main-inbound');
      const queue = dev().where('AWS::Connect::Queue', 'Name', 'support');
      const closed = dev().where('AWS::Connect::HoursOfOperation', 'Name', 'tests-closed');
      expect(testCase).toMatchObject({
        InstanceArn: { 'Fn::GetAtt': [instance?.id, 'Arn'] },
        Status: 'PUBLISHED',
        EntryPoint: {
          Type: 'VOICE_CALL',
          VoiceCallEntryPointParameters: { FlowId: { 'Fn::GetAtt': [entry.id, 'ContactFlowArn'] } },
        },
        InitializationData: '{"Attributes":{},"SegmentAttributes":{}}',
      });
      expect(referencesIn(testCase['Content'])).toEqual([closed.id, queue.id]);
    });

    test('finds hours that are always open and hours that hardly ever are, for tests to substitute', () => {
      const days = (name: string) => {
        const { Config } = dev().where('AWS::Connect::HoursOfOperation', 'Name', name).Properties;
        return Array.isArray(Config) ? Config.length : undefined;
      };
      expect([days('tests-open'), days('tests-closed')]).toEqual([7, 1]);
    });

    test('is refused where a case names what the stack does not have', () => {
      const testCases = [{ ...fixtureTestCase, flow: `\${flow.nowhere}` }];
      expect(() => assemble('dev', {}, { testCases })).toThrow(
        `test case "asks-for-person" refers to \${flow.nowhere}, which the stack does not have`,
      );
    });
  });
}
