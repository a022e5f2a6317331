import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deploy } from '../../../local/assembly/deploy.ts';
import type { ResourceRequest } from '../../../local/assembly/provisioner.ts';
import { memoryStateStore } from '../../../local/assembly/stack-state.ts';
import { accountId, assemblyOf, deployTemplate, recordingProvisioner, region } from './stack-of.ts';

const thing = (properties: object = {}, more: object = {}) => ({
  Type: 'Test::Thing',
  Properties: properties,
  ...more,
});

async function order(resources: Record<string, unknown>): Promise<string[]> {
  const requests: ResourceRequest[] = [];
  await deployTemplate({ Resources: resources }, { provisioners: [recordingProvisioner(requests)] });
  return requests.map(({ logicalId }) => logicalId);
}

describe('the order of creation', () => {
  test('a resource comes after everything it refers to in any way', async () => {
    expect(
      await order({
        A: thing({ X: { Ref: 'B' } }),
        B: thing({ X: [{ 'Fn::GetAtt': ['C', 'Arn'] }] }),
        C: thing({ X: { 'Fn::Sub': `\${D}` } }),
        D: thing({ X: { 'Fn::Sub': [`\${V}`, { V: { 'Fn::GetAtt': 'E.Arn' } }] } }),
        E: thing({}, { DependsOn: ['F'] }),
        F: thing({ X: { 'Fn::Join': ['', ['a', { 'Fn::Select': [0, { 'Fn::GetAtt': ['G', 'List'] }] }]] } }),
        G: thing(),
      }),
    ).toEqual(['G', 'F', 'E', 'D', 'C', 'B', 'A']);
  });

  test('a circle is named resource by resource', async () => {
    const circle = order({
      Start: thing({ X: { Ref: 'A' } }),
      A: thing({ X: { Ref: 'B' } }),
      B: thing({}, { DependsOn: 'C' }),
      C: thing({ X: { 'Fn::GetAtt': ['A', 'Arn'] } }),
    });
    await expect(circle).rejects.toThrow('resources need each other in a circle: A -> B -> C -> A');
  });

  test('a resource that needs itself is a circle', async () => {
    await expect(order({ A: thing({ X: { Ref: 'A' } }) })).rejects.toThrow('in a circle: A -> A');
  });

  test('DependsOn on nothing is named', async () => {
    await expect(order({ A: thing({}, { DependsOn: 'Bee' }), Be: thing() })).rejects.toThrow(
      "resource 'A' (Test::Thing), DependsOn: names 'Bee', which is not a resource of the template. Did you mean 'Be'?",
    );
  });

  test('any acyclic template is created with every need before its user', async () => {
    const graph = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(graph, fc.boolean(), async (needs, reversed) => {
        const entries = needs.map((to, index) => {
          const targets = index === 0 ? [] : to.map((target) => `R${target % index}`);
          return [`R${index}`, thing({ X: targets.map((name) => ({ Ref: name })) })] as const;
        });
        const created = await order(Object.fromEntries(reversed ? [...entries].reverse() : entries));
        expect(created).toHaveLength(needs.length);
        needs.forEach((to, index) => {
          for (const target of index === 0 ? [] : to) {
            expect(created.indexOf(`R${target % index}`)).toBeLessThan(created.indexOf(`R${index}`));
          }
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('types', () => {
  test('every type that is neither simulated nor passive stops the boot, all named at once', async () => {
    await expect(
      order({ A: { Type: 'AWS::EC2::Instance' }, B: thing(), C: { Type: 'AWS::Lex::Bot' } }),
    ).rejects.toThrow(
      'neither simulates these resources nor knows them as passive: A (AWS::EC2::Instance), C (AWS::Lex::Bot)',
    );
  });

  test('nothing is created when a later resource is of an unknown type or refers to nothing', async () => {
    for (const bad of [
      { Type: 'AWS::EC2::Instance' },
      thing({ X: { Ref: 'Nowhere' } }),
      thing({ X: { 'Fn::Nope': 1 } }),
    ]) {
      const requests: ResourceRequest[] = [];
      await expect(
        deployTemplate(
          { Resources: { A: thing(), Bad: bad } },
          { provisioners: [recordingProvisioner(requests)] },
        ),
      ).rejects.toThrow('Bad');
      expect(requests).toEqual([]);
    }
  });

  test('passive resources have their references and attributes, are listed, and are the same at every boot', async () => {
    const template = {
      Resources: {
        Recordings: { Type: 'AWS::S3::Bucket' },
        Key: { Type: 'AWS::KMS::Key' },
        Logs: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/aws/lambda/x' } },
        Topic: { Type: 'AWS::SNS::Topic' },
        Simulated: thing(),
      },
      Outputs: {
        Bucket: { Value: { Ref: 'Recordings' } },
        BucketArn: { Value: { 'Fn::GetAtt': ['Recordings', 'Arn'] } },
        KeyArn: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } },
        LogsArn: { Value: { 'Fn::GetAtt': ['Logs', 'Arn'] } },
        Topic: { Value: { Ref: 'Topic' } },
      },
    };
    const stack = await deployTemplate(template);
    expect(stack.passive.map(({ logicalId }) => logicalId)).toEqual(['Recordings', 'Key', 'Logs', 'Topic']);
    const { Bucket: bucket = '', BucketArn, KeyArn, LogsArn, Topic } = stack.outputs;
    expect(bucket).toMatch(/^test-recordings-[0-9a-f]{12}$/);
    expect(BucketArn).toBe(`arn:aws:s3:::${bucket}`);
    expect(KeyArn).toMatch(/^arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]{36}$/);
    expect(LogsArn).toBe('arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/x:*');
    expect(Topic).toMatch(/^arn:aws:sns:us-east-1:123456789012:Test-Topic-/);
    expect((await deployTemplate(template)).outputs).toEqual(stack.outputs);
  });

  test('an attribute that a passive type does not have is refused', async () => {
    await expect(
      order({ B: { Type: 'AWS::S3::Bucket' }, A: thing({ X: { 'Fn::GetAtt': ['B', 'Name'] } }) }),
    ).rejects.toThrow("asks 'B' (AWS::S3::Bucket) for the attribute 'Name'");
  });

  test('a provisioner that refuses is named with the logical id', async () => {
    const refusing = { type: 'Test::Thing', create: () => Promise.reject(new Error('no key schema')) };
    await expect(deployTemplate({ Resources: { A: thing() } }, { provisioners: [refusing] })).rejects.toThrow(
      "resource 'A' (Test::Thing): no key schema",
    );
  });
});

describe('the stack', () => {
  test('a mutation changes a copy, is checked, and leaves the assembly alone', async () => {
    const assembly = assemblyOf({ Resources: { A: thing({ X: 1 }) } });
    const requests: ResourceRequest[] = [];
    const options = {
      accountId,
      region,
      state: memoryStateStore(),
      provisioners: [recordingProvisioner(requests)],
    };
    await deploy(assembly, {
      ...options,
      mutate: (template) => {
        template.Resources['A'] = { Type: 'Test::Thing', Properties: { X: 2 } };
      },
    });
    await deploy(assembly, options);
    expect(requests.map(({ properties }) => properties['X'])).toEqual([2, 1]);
    await expect(
      deploy(assembly, { ...options, mutate: (template) => Object.assign(template, { Resources: 7 }) }),
    ).rejects.toThrow('template of stack Test (changed): Resources');
  });

  test('outputs are texts, conditional ones may be missing, and a list is refused', async () => {
    const withOutput = (output: object) =>
      deployTemplate({
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { A: thing() },
        Outputs: { O: output },
      });
    expect((await withOutput({ Value: 3 })).outputs).toEqual({ O: '3' });
    expect((await withOutput({ Value: 3, Condition: 'Never' })).outputs).toEqual({});
    await expect(withOutput({ Value: { 'Fn::GetAtt': ['A', 'List'] } })).rejects.toThrow(
      `output 'O': an output is a text, not ["first","second"]`,
    );
  });

  test('several stacks must be told apart by name', async () => {
    const one = assemblyOf({ Resources: {} }, 'One');
    const two = { ...one, stacks: [...one.stacks, ...assemblyOf({ Resources: {} }, 'Two').stacks] };
    const options = { accountId, region, state: memoryStateStore(), provisioners: [] };
    await expect(deploy(two, options)).rejects.toThrow('has 2 stacks (One, Two); name one');
    await expect(deploy(two, { ...options, stackName: 'Tow' })).rejects.toThrow(
      "has no stack 'Tow'; it has One, Two. Did you mean 'Two'?",
    );
    expect((await deploy(two, { ...options, stackName: 'Two' })).stackName).toBe('Two');
  });

  test('a template with a macro is refused by name', async () => {
    await expect(deployTemplate({ Transform: 'AWS::Serverless-2016-10-31', Resources: {} })).rejects.toThrow(
      "Transform 'AWS::Serverless-2016-10-31' cannot run locally",
    );
  });

  test('a template without resources, or of another shape, is refused with the place', async () => {
    await expect(deployTemplate({})).rejects.toThrow('template Test: Resources');
    await expect(deployTemplate({ Resources: { A: {} } })).rejects.toThrow('template Test: Resources.A.Type');
  });
});
