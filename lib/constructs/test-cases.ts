/** Test cases in Amazon's Testing language, deployed beside the flows, and the hours that they put in place of ours. */
import { NestedStack } from 'aws-cdk-lib';
import { CfnTestCase } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';
import { resolveReferences } from '../flow-references.ts';
import type { TestCaseSource } from '../test-cases.ts';
import { OpeningHours } from './opening-hours.ts';

export interface TestCasesProps {
  readonly instanceArn: string;
  readonly sources: readonly TestCaseSource[];
  /** Reference → ARN of everything that flows name, and of the flows themselves. */
  readonly references: ReadonlyMap<string, string>;
}

type Hours = Configuration['openingHours'];

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const ALWAYS: Hours = {
  timeZone: 'UTC',
  days: DAYS.map((day) => ({ day, start: '00:00', end: '24:00' })),
  holidays: [],
};

/** One minute a week: hours without any period may be refused. */
const NEVER: Hours = {
  timeZone: 'UTC',
  days: [{ day: 'SUNDAY', start: '03:00', end: '03:01' }],
  holidays: [],
};

/**
 * A test substitutes the hours, because mocked ones are reported to be refused
 * (devguide/testing-language-actions-override-system-behavior).
 */
export class TestCases extends Construct {
  constructor(scope: Construct, id: string, { instanceArn, sources, references }: TestCasesProps) {
    super(scope, id);
    // Nothing of the centre needs them: they have a template of their own.
    const stack = new NestedStack(this, 'Stack', { description: 'Callwright: test cases of the flows' });
    const hours = (name: string, description: string, openingHours: Hours): readonly [string, string] => [
      `hours.${name}`,
      new OpeningHours(stack, name, { instanceArn, name, description, openingHours }).arn,
    ];
    const values = new Map([
      ...references,
      hours('tests-open', 'Open at all times, for test cases', ALWAYS),
      hours('tests-closed', 'Closed but for a minute a week, for test cases', NEVER),
    ]);
    for (const { name, description, flow, initializationData, content } of sources) {
      const put = (text: string): string => resolveReferences({ name, content: text }, values, 'test case');
      new CfnTestCase(stack, name, {
        instanceArn,
        name,
        ...(description === undefined ? {} : { description }),
        entryPoint: {
          type: 'VOICE_CALL',
          voiceCallEntryPointParameters: { flowId: put(flow) },
        },
        initializationData: put(initializationData),
        content: put(content),
        status: 'PUBLISHED',
      });
    }
  }
}
