/** AWS::Connect::TestCase: refused where the service would not publish it; `callwright test-cases` runs the same files. */
import * as z from 'zod';
import { readTestCase } from '../../../engine/testing-language/read-test-case.ts';
import type { Provisioner } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { identify, keep, ownerOf } from './owner.ts';
import { instanceReference, oneOf, readProperties, tags, text } from './properties.ts';
import { refuse } from './refused.ts';

// Characters of Content (AWS::Connect::TestCase).
const LONGEST_CONTENT = 256_000;

const schema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: text(127),
  Description: z.optional(text(500)),
  Content: text(LONGEST_CONTENT),
  EntryPoint: z.optional(z.record(z.string(), z.json())),
  InitializationData: z.optional(text(LONGEST_CONTENT)),
  Status: z.optional(oneOf('PUBLISHED', 'SAVED')),
  Tags: tags(),
});

export const testCaseProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::TestCase',
  create(request) {
    const properties = readProperties(schema, request);
    const owner = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    const { Name, Content, EntryPoint, InitializationData, Status } = properties;
    // A saved test case is a draft, and may say anything.
    if (Status !== 'SAVED') {
      const input = JSON.stringify({ Name, Content, EntryPoint, InitializationData });
      const [number] = state.numbers.list();
      const options = { name: Name, ...(number === undefined ? {} : { to: number.number }) };
      const errors = readTestCase(input, options).diagnostics.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) {
        const problems = errors.map(({ message, path }) => (path === '' ? message : `${message} (${path})`));
        throw refuse(
          request,
          `Connect refuses the test case '${Name}' (InvalidTestCaseException): ${problems.join('; ')}`,
        );
      }
    }
    const identity = identify(owner, request, 'testCase');
    keep(state.testCases, request, { ...identity, name: Name });
    return { physicalId: identity.arn, attributes: { TestCaseArn: identity.arn } };
  },
});
