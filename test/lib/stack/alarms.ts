/** What wakes somebody up: what is watched, who is told, and that whoever is woken finds what to do. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { contactFunctions, eventFunctions, scheduledFunctions } from '../../../lib/functions.ts';
import { tables } from '../../../lib/tables.ts';
import { atLength } from '../../calls/at-length.ts';
import { assemble, referencesIn } from '../fixtures/template.ts';
import { configuredOtherwise, dev } from './assemblies.ts';

const PREFIX = 'callwright-dev-';
const alarms = () => dev().ofType('AWS::CloudWatch::Alarm');
const nameOf = ({ Properties }: ReturnType<typeof alarms>[number]): string =>
  String(Properties['AlarmName']).slice(PREFIX.length);
/** Of several alarms that are one the number is left out; so is the table's own name. */
const familyOf = (name: string): string =>
  name.replace(/-\d+$/, '').replace(/^(table|indexes|late|wait-too-long)-.*/, '$1-…');
/** Everything under a name that an alarm looks at, `namespace metric value of a dimension`. */
const watchedIn = (name: RegExp): string[] =>
  alarms()
    .filter((one) => name.test(nameOf(one)))
    .flatMap(({ Properties }) => {
      const metrics = Properties['Metrics'] ?? [{ MetricStat: { Metric: Properties } }];
      return (Array.isArray(metrics) ? metrics : []).flatMap(({ MetricStat }) => {
        if (MetricStat === undefined) return [];
        const { Namespace, MetricName, Dimensions = [] } = MetricStat.Metric;
        const values = Dimensions.map(({ Value }: { Value: unknown }) =>
          typeof Value === 'string' ? Value : '…',
        );
        return [`${Namespace} ${MetricName} ${values.join(' ')}`.trim()];
      });
    });

export function describeAlarms(): void {
  describe('alarms', () => {
    test('look at every function that flows call, once, and at every one that works behind calls', () => {
      const errors = (names: readonly { readonly name: string }[]) =>
        names.map(({ name }) => `AWS/Lambda Errors ${PREFIX}${name}`).toSorted();
      expect(watchedIn(/^flow-functions-fail-/).toSorted()).toEqual(errors(contactFunctions));
      expect(watchedIn(/^back-office-fails-/)).toEqual(
        expect.arrayContaining(errors([...scheduledFunctions, ...eventFunctions])),
      );
      expect(watchedIn(/^functions-throttled$/)).toEqual(['AWS/Lambda Throttles']);
    });
    test('look at every table and each of its indexes, every stream that is read, the API and what was given up', () => {
      expect(
        alarms()
          .map(nameOf)
          .filter((name) => name.startsWith('table-')),
      ).toEqual(tables.map(({ name }) => `table-${name}`));
      expect(watchedIn(/^table-orders$/)).toEqual(
        expect.arrayContaining(['AWS/DynamoDB WriteThrottleEvents …', 'AWS/DynamoDB SystemErrors … Query']),
      );
      for (const { name, indexes } of tables)
        expect([name, ...watchedIn(new RegExp(`^indexes-${name}-\\d+$`))]).toEqual([
          name,
          ...indexes.flatMap((index) => [
            `AWS/DynamoDB ReadThrottleEvents … ${index.name}`,
            `AWS/DynamoDB WriteThrottleEvents … ${index.name}`,
          ]),
        ]);
      expect(watchedIn(/^indexes-/).length).toBeGreaterThan(20);
      expect(watchedIn(/^late-/)).toEqual([
        `AWS/Lambda IteratorAge ${PREFIX}keep-contact-record`,
        `AWS/Lambda IteratorAge ${PREFIX}keep-agent-state`,
        `AWS/Lambda IteratorAge ${PREFIX}follow-cases`,
      ]);
      expect(watchedIn(/^api-fails$/)).toEqual(['AWS/ApiGateway 5xx …']);
      const [queue] = dev().ofType('AWS::SQS::Queue');
      const given = alarms().filter((one) => nameOf(one).startsWith('given-up'));
      expect(given).toHaveLength(2);
      for (const { Properties } of given) expect(referencesIn(Properties)).toContain(queue?.id);
    });
    test('look at what Amazon Connect turns away, and at every queue of ours', () => {
      expect(watchedIn(/^calls-near-quota$/)).toEqual(['AWS/Connect ConcurrentCallsPercentage … VoiceCalls']);
      expect(watchedIn(/^calls-missed$/)).toEqual(['AWS/Connect MissedCalls … VoiceCalls']);
      expect(watchedIn(/^queue-full$/)).toEqual(
        dev()
          .ofType('AWS::Connect::Queue')
          .map(({ Properties }) => Properties['Name'])
          .filter((name) => name !== 'quick-connects')
          .map((name) => `AWS/Connect QueueCapacityExceededError … Queue ${name}`),
      );
    });
    test('go off when callers wait longer than cdk.json wants, in each queue by its own time', () => {
      expect(watchedIn(/^wait-too-long-/)).toEqual(
        ['support', 'orders', 'escalations'].map(
          (name) => `AWS/Connect LongestQueueWaitTime … Queue ${name}`,
        ),
      );
      const secondsOf = (assembly: ReturnType<typeof dev>) =>
        assembly
          .ofType('AWS::CloudWatch::Alarm')
          .filter((one) => nameOf(one).startsWith('wait-too-long-'))
          .map(({ Properties }) => [
            Properties['Threshold'],
            Properties['Period'],
            Properties['EvaluationPeriods'],
            Properties['Statistic'],
          ]);
      expect(secondsOf(dev())).toEqual([180, 180, 90].map((seconds) => [seconds, 60, 3, 'Maximum']));
      expect(secondsOf(configuredOtherwise()).map(([seconds]) => seconds)).toEqual([20, 30, 40]);
    });
    test('tell one topic when they begin and when they are over, and are silent where nothing is counted', () => {
      const [topic, ...others] = dev().ofType('AWS::SNS::Topic');
      expect(others).toEqual([]);
      for (const { Properties } of alarms()) {
        expect(Properties).toMatchObject({
          AlarmActions: [{ Ref: topic?.id }],
          OKActions: [{ Ref: topic?.id }],
          TreatMissingData: 'notBreaching',
        });
        // More metrics than ten no alarm takes, and one of several gives the answer.
        const metrics = Array.isArray(Properties['Metrics']) ? Properties['Metrics'] : [];
        expect(metrics.length).toBeLessThanOrEqual(11);
        expect(metrics.filter(({ ReturnData }) => ReturnData === true)).toHaveLength(
          Math.min(1, metrics.length),
        );
      }
      const [policy] = dev().ofType('AWS::SNS::TopicPolicy');
      expect(JSON.stringify(policy?.Properties['PolicyDocument'])).toMatch(
        /SecureTransport.*cloudwatch\.amazonaws\.com/,
      );
    });
    test('cost what docs/deploy.md says', () => {
      const metrics = watchedIn(/./).length;
      expect(readFileSync('docs/deploy.md', 'utf8')).toContain(
        `about ${Math.round(metrics / 10)} dollars a month for the alarms (they look at ${metrics} metrics,`,
      );
    });
    test('wake nobody by e-mail unless cdk.json says whom', () => {
      expect(dev().ofType('AWS::SNS::Subscription')).toEqual([]);
    });
    atLength('wake by e-mail whom cdk.json says', () => {
      expect(configuredOtherwise().ofType('AWS::SNS::Subscription')).toMatchObject([
        { Properties: { Protocol: 'email', Endpoint: 'night@example.com' } },
      ]);
    });
    atLength('are not there where cdk.json switches them off', () => {
      const without = assemble('dev', { alarms: { on: false, email: 'night@example.com' } });
      expect(without.resources.filter(({ Type }) => /CloudWatch|SNS/.test(Type))).toEqual([]);
      expect(Object.keys(without.outputs)).not.toContain('AlarmTopic');
      expect(Object.keys(without.outputs)).toContain('GivenUpQueue');
    });
    test('are all in docs/deploy.md with what to do, and nothing else is', () => {
      const page = readFileSync('docs/deploy.md', 'utf8');
      const [, section = ''] = page.split('\n## What wakes somebody up\n');
      const [table = ''] = section.split('\n## ');
      const rows = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
      const known = [...new Set(alarms().map((one) => familyOf(nameOf(one))))];
      expect(rows.toSorted()).toEqual(known.toSorted());
    });
  });
}
