/** Stacks inside a stack: their template comes from the assembly, their parameters go in, their outputs come out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Deployment, deploy } from '../../../local/assembly/deploy.ts';
import type { ResourceRequest } from '../../../local/assembly/provisioner.ts';
import { memoryStateStore } from '../../../local/assembly/stack-state.ts';
import { accountId, assemblyOf, recordingProvisioner, region } from './stack-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'nested-'));
afterAll(() => rmSync(folder, { recursive: true }));

const URL = 'https://s3.us-east-1.amazonaws.com/assets/inner.json';
const thing = (properties: object = {}) => ({ Type: 'Test::Thing', Properties: properties });
const inner = {
  Parameters: { Given: { Type: 'String' } },
  Resources: { Deep: thing({ Value: { Ref: 'Given' } }), Queue: { Type: 'AWS::SQS::Queue' } },
  Outputs: { DeepArn: { Value: { 'Fn::GetAtt': ['Deep', 'Arn'] } } },
};

async function deployed(
  outer: Readonly<Record<string, unknown>>,
  nested: unknown = inner,
  requests: ResourceRequest[] = [],
): Promise<Deployment> {
  writeFileSync(join(folder, 'inner.json'), typeof nested === 'string' ? nested : JSON.stringify(nested));
  const path = join(folder, 'inner.json');
  const destinations = [{ bucketName: 'assets', objectKey: 'inner.json' }];
  const assembly = { ...assemblyOf({ Resources: outer }), assets: [{ path, destinations }] };
  return deploy(assembly, {
    provisioners: [recordingProvisioner(requests)],
    accountId,
    region,
    state: memoryStateStore(),
  });
}

const stack = (
  properties: object = { TemplateURL: URL, Parameters: { Given: { 'Fn::GetAtt': ['First', 'Arn'] } } },
) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: properties,
});

test('what the outer stack gives comes first, then the inner one, then what takes its outputs', async () => {
  const requests: ResourceRequest[] = [];
  const deployment = await deployed(
    {
      Last: thing({ Value: { 'Fn::GetAtt': ['Inner', 'Outputs.DeepArn'] }, Id: { Ref: 'Inner' } }),
      Inner: stack(),
      First: thing(),
    },
    inner,
    requests,
  );
  expect(requests.map(({ logicalId }) => logicalId)).toEqual(['First', 'Deep', 'Last']);
  expect(requests[1]?.properties).toEqual({ Value: 'arn:test:::First' });
  expect(requests[2]?.properties).toEqual({
    Value: 'arn:test:::Deep',
    Id: expect.stringMatching(/^arn:aws:cloudformation:us-east-1:123456789012:stack\/Test-Inner-/),
  });
  expect(deployment.passive.map(({ logicalId }) => logicalId)).toEqual(['Queue']);
});

test('the inner stack has a name of its own, the same at every boot, so that two of one template are two', async () => {
  const names = async () => {
    const requests: ResourceRequest[] = [];
    await deployed({ First: thing(), One: stack(), Two: stack() }, inner, requests);
    return requests.map((request) => request.stack.stackName);
  };
  const [first, ...others] = await names();
  expect(first).toBe('Test');
  expect(new Set(others).size).toBe(2);
  expect(await names()).toEqual([first, ...others]);
});

test('the address may have the bucket in its host', async () => {
  const TemplateURL = 'https://assets.s3.us-east-1.amazonaws.com/inner.json';
  await deployed({ Inner: stack({ TemplateURL, Parameters: { Given: 'x' } }) });
});

describe('what is wrong names the stack and what is in it', () => {
  const where = "resource 'Inner' (AWS::CloudFormation::Stack)";
  test.each([
    [
      'another address',
      stack({ TemplateURL: 'https://s3.us-east-1.amazonaws.com/assets/other.json' }),
      inner,
      'none of the templates of the assembly',
    ],
    [
      'no address at all',
      stack({ TemplateURL: 'inner.json' }),
      inner,
      "its TemplateURL 'inner.json' is none",
    ],
    ['no property', stack({}), inner, 'a nested stack needs TemplateURL'],
    ['no JSON', stack({ TemplateURL: URL }), '{', 'cannot be read'],
    ['a parameter without a value', stack({ TemplateURL: URL }), inner, "parameter 'Given'"],
    [
      'a parameter too many',
      stack({ TemplateURL: URL, Parameters: { Given: 'x', More: 'y' } }),
      inner,
      "no parameter 'More'",
    ],
    [
      'a type that is not simulated',
      stack({ TemplateURL: URL }),
      { Resources: { Lake: { Type: 'AWS::Some::Lake' } } },
      'Lake (AWS::Some::Lake)',
    ],
    [
      'a secret',
      stack({ TemplateURL: URL }),
      { Resources: { S: { Type: 'AWS::SecretsManager::Secret' } } },
      "'S' (AWS::SecretsManager::Secret) is kept between boots",
    ],
    [
      'a custom resource',
      stack({ TemplateURL: URL }),
      { Resources: { C: { Type: 'Custom::Link' } } },
      "'C' (Custom::Link) is kept between boots",
    ],
    [
      'a reference to nothing',
      stack({ TemplateURL: URL }),
      { Resources: { A: thing({ X: { Ref: 'Bee' } }) } },
      "points to 'Bee'",
    ],
  ])('%s', async (_what, nested, template, why) => {
    const message = deployed({ Inner: nested }, template).then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(await message).toContain(where);
    expect(await message).toContain(why);
  });
  test('an output that it does not have', async () => {
    const outer = {
      First: thing(),
      Inner: stack(),
      Last: thing({ X: { 'Fn::GetAtt': 'Inner.Outputs.Deep' } }),
    };
    await expect(deployed(outer)).rejects.toThrow("for the attribute 'Outputs.Deep', which it does not have");
  });
});
