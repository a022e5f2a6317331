import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deployTemplate, resolved } from './stack-of.ts';

const template = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
  },
  Mappings: { Numbers: { dev: { Country: 'US', Sizes: ['1', '2'] } } },
  Conditions: {
    Yes: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
  },
};

describe('an intrinsic function becomes what CloudFormation makes of it', () => {
  const table: readonly [string, unknown, unknown][] = [
    ['Ref to a parameter', { Ref: 'Stage' }, 'dev'],
    ['Ref to a list parameter', { Ref: 'Zones' }, ['a', 'b', 'c']],
    ['Ref to a resource', { Ref: 'Other' }, 'Other-ref'],
    ['the account', { Ref: 'AWS::AccountId' }, '123456789012'],
    ['the region', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['the partition', { Ref: 'AWS::Partition' }, 'aws'],
    ['the URL suffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    ['the stack name', { Ref: 'AWS::StackName' }, 'Test'],
    ['no notification topics', { Ref: 'AWS::NotificationARNs' }, []],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Other', 'Arn'] }, 'arn:test:::Other'],
    ['GetAtt with a dot', { 'Fn::GetAtt': 'Other.Arn' }, 'arn:test:::Other'],
    ['GetAtt of a nested attribute', { 'Fn::GetAtt': 'Other.Nested.Name' }, 'inside'],
    [
      'GetAtt whose attribute is computed',
      { 'Fn::GetAtt': ['Other', { 'Fn::Sub': 'Arn' }] },
      'arn:test:::Other',
    ],
    [
      'Sub of everything',
      { 'Fn::Sub': `\${Stage}/\${Other}/\${Other.Arn}/\${AWS::Region}` },
      'dev/Other-ref/arn:test:::Other/us-east-1',
    ],
    ['Sub of a literal', { 'Fn::Sub': `\${!queue.support} \${Stage}` }, `\${queue.support} dev`],
    [
      'Sub with variables of its own',
      { 'Fn::Sub': [`\${A}-\${Stage}`, { A: { Ref: 'Other' } }] },
      'Other-ref-dev',
    ],
    ['Sub whose variable hides a parameter', { 'Fn::Sub': [`\${Stage}`, { Stage: 7 }] }, '7'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 3]] }, 'a-dev-3'],
    ['Join of a list that is referred to', { 'Fn::Join': ['', { Ref: 'Zones' }] }, 'abc'],
    ['Join leaves NoValue out', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a-b'],
    ['Split', { 'Fn::Split': ['/', 'a/b//c'] }, ['a', 'b', '', 'c']],
    ['Select', { 'Fn::Select': ['1', { 'Fn::GetAtt': ['Other', 'List'] }] }, 'second'],
    [
      'Select of Split',
      { 'Fn::Select': [4, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Other', 'Arn'] }] }] },
      'Other',
    ],
    ['If that holds', { 'Fn::If': ['Yes', 'then', { Ref: 'Nowhere' }] }, 'then'],
    ['If that does not', { 'Fn::If': ['No', { 'Fn::GetAtt': ['Nowhere', 'Arn'] }, 'else'] }, 'else'],
    ['FindInMap', { 'Fn::FindInMap': ['Numbers', { Ref: 'Stage' }, 'Country'] }, 'US'],
    ['FindInMap of a list', { 'Fn::FindInMap': ['Numbers', 'dev', 'Sizes'] }, ['1', '2']],
    [
      'FindInMap with a default',
      { 'Fn::FindInMap': ['Numbers', 'prod', 'Country', { DefaultValue: { Ref: 'Stage' } }] },
      'dev',
    ],
    ['Base64', { 'Fn::Base64': 'Grüße' }, Buffer.from('Grüße').toString('base64')],
    ['Length', { 'Fn::Length': { Ref: 'Zones' } }, 3],
    [
      'ToJsonString',
      { 'Fn::ToJsonString': { a: { Ref: 'Stage' }, b: [1, true] } },
      '{"a":"dev","b":[1,true]}',
    ],
    ['GetAZs', { 'Fn::GetAZs': '' }, ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    ['Cidr', { 'Fn::Cidr': ['10.0.5.0/16', 3, 8] }, ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
    [
      'NoValue in an object and a list',
      { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] },
      { b: [1] },
    ],
    ['plain data with a key named Ref beside others', { Ref: 'Stage', Other: 1 }, { Ref: 'Stage', Other: 1 }],
    [
      'a policy condition, which is data here',
      { Condition: { StringEquals: { a: 'b' } } },
      { Condition: { StringEquals: { a: 'b' } } },
    ],
  ];
  for (const [name, value, expected] of table) {
    test(name, async () => {
      expect(await resolved(value, template)).toEqual(expected);
    });
  }
});

describe('a wrong intrinsic is named with its logical id, its place and its value', () => {
  const table: readonly [string, unknown, string][] = [
    [
      'a Ref to nothing',
      { a: [{ Ref: 'Othr' }] },
      `resource 'Subject' (Test::Thing), Properties.Value.a.0.Ref: points to 'Othr', which does not exist. Did you mean 'Other'?`,
    ],
    [
      'a GetAtt of nothing',
      { 'Fn::GetAtt': ['Stage', 'Arn'] },
      `Properties.Value.Fn::GetAtt: points to 'Stage', which does not exist.`,
    ],
    [
      'a missing attribute',
      { 'Fn::GetAtt': ['Other', 'Arm'] },
      `asks 'Other' (Test::Thing) for the attribute 'Arm', which it does not have (it has Arn, List, Nested.Name). Did you mean 'Arn'?`,
    ],
    [
      'an attribute that every object has',
      { 'Fn::GetAtt': ['Other', 'constructor'] },
      `attribute 'constructor', which it does not have`,
    ],
    ['a malformed GetAtt', { 'Fn::GetAtt': ['Other'] }, 'takes a logical id and an attribute, not ["Other"]'],
    [
      'an unknown function',
      { 'Fn::Jion': ['', []] },
      `Properties.Value: Fn::Jion is not an intrinsic function: {"Fn::Jion":["",[]]}. Did you mean 'Fn::Join'?`,
    ],
    [
      'a function beside data',
      { 'Fn::Sub': 'x', More: 1 },
      'Fn::Sub stands beside More; it must stand alone',
    ],
    [
      'Transform',
      { 'Fn::Transform': { Name: 'X' } },
      'Fn::Transform runs a macro in AWS and cannot run locally',
    ],
    ['ForEach', { 'Fn::ForEach::Loop': [] }, 'cannot run locally'],
    ['Sub of an unknown name', { 'Fn::Sub': `\${Missing}` }, `points to 'Missing', which does not exist.`],
    [
      'Sub of an unknown attribute',
      { 'Fn::Sub': `\${Other.Nope}` },
      `Fn::Sub asks 'Other' (Test::Thing) for the attribute 'Nope'`,
    ],
    [
      'Sub of something that is no name',
      { 'Fn::Sub': `\${$.Attributes}` },
      `which names nothing; write \${!$.Attributes} for the text itself`,
    ],
    ['Sub of a list', { 'Fn::Sub': `\${Zones}` }, `takes a text for \${Zones} here, not ["a","b","c"]`],
    [
      'Join of an object',
      { 'Fn::Join': ['', [{ a: 1 }]] },
      'Fn::Join takes a list of texts here, not {"a":1}',
    ],
    ['Join without a delimiter', { 'Fn::Join': [['a']] }, 'Fn::Join takes a list of 2 values'],
    ['Select beyond the end', { 'Fn::Select': [3, ['a']] }, 'Fn::Select asks for entry 3 of a list of 1'],
    ['Select with a negative index', { 'Fn::Select': [-1, ['a']] }, 'takes a whole number here, not -1'],
    [
      'FindInMap of nothing',
      { 'Fn::FindInMap': ['Number', 'dev', 'Country'] },
      `finds no mapping 'Number'. Did you mean 'Numbers'?`,
    ],
    [
      'FindInMap of a missing key',
      { 'Fn::FindInMap': ['Numbers', 'prod', 'Country'] },
      `finds no entry prod.Country in mapping 'Numbers'.`,
    ],
    [
      'If of an unknown condition',
      { 'Fn::If': ['Yess', 1, 2] },
      `there is no condition 'Yess'. Did you mean 'Yes'?`,
    ],
    ['Equals outside conditions', { 'Fn::Equals': [1, 1] }, 'Fn::Equals works only in conditions and rules'],
    [
      'ImportValue of nothing',
      { 'Fn::ImportValue': 'Elsewhere' },
      `asks for the export 'Elsewhere', which no stack here gives`,
    ],
    ['Cidr of nonsense', { 'Fn::Cidr': ['10.0.0/16', 1, 8] }, 'takes a block of IPv4 addresses'],
    ['Cidr of too many', { 'Fn::Cidr': ['10.0.0.0/24', 3, 8] }, 'cannot cut 3 blocks'],
    ['ToJsonString of a text', { 'Fn::ToJsonString': 'x' }, 'takes an object or a list'],
  ];
  for (const [name, value, message] of table) {
    test(name, async () => {
      await expect(resolved(value, template)).rejects.toThrow(message);
      await expect(resolved(value, template)).rejects.toThrow(
        "resource 'Subject' (Test::Thing), Properties.Value",
      );
    });
  }
});

test('an import takes the export of another stack', async () => {
  const imported = {
    Resources: { A: { Type: 'Test::Thing' } },
    Outputs: { O: { Value: { 'Fn::ImportValue': 'X' } } },
  };
  expect((await deployTemplate(imported, { exports: { X: 'from elsewhere' } })).outputs).toEqual({
    O: 'from elsewhere',
  });
});

/** JSON without anything that looks like a function call. */
const plainJson = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !/"(?:Fn::|Ref"|__proto__)/.test(JSON.stringify(value)));

describe('properties', () => {
  test('plain data passes through unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(plainJson, async (value) => {
        expect(JSON.stringify(await resolved(value))).toBe(JSON.stringify(value));
      }),
      { numRuns: 100 },
    );
  });

  test('Split undoes Join', async () => {
    const word = fc.string().filter((text) => !text.includes('|') && !text.includes('{{'));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1 }), async (words) => {
        expect(await resolved({ 'Fn::Split': ['|', { 'Fn::Join': ['|', words] }] })).toEqual(words);
      }),
      { numRuns: 100 },
    );
  });

  test('any text can be written literally in Sub', async () => {
    const text = fc.string().filter((made) => !/[${}]/.test(made));
    await fc.assert(
      fc.asyncProperty(text, text, async (before, inside) => {
        expect(await resolved({ 'Fn::Sub': `${before}\${!${inside}}` })).toBe(`${before}\${${inside}}`);
      }),
      { numRuns: 100 },
    );
  });

  test('whatever stands in a function call ends in a value or in one sentence', async () => {
    const name = fc.constantFrom(
      'Ref',
      'Fn::GetAtt',
      'Fn::Sub',
      'Fn::Join',
      'Fn::Select',
      'Fn::Split',
      'Fn::If',
      'Fn::FindInMap',
      'Fn::Base64',
      'Fn::Cidr',
      'Fn::GetAZs',
      'Fn::Length',
      'Fn::ToJsonString',
      'Fn::ImportValue',
      'Fn::And',
    );
    await fc.assert(
      fc.asyncProperty(name, plainJson, async (key, argument) => {
        try {
          await resolved({ [key]: argument }, template);
        } catch (error) {
          expect(error).toMatchObject({
            name: 'TemplateError',
            message: expect.stringContaining("resource 'Subject'"),
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});
