import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideAccess } from '../../../local/lambda/iam/evaluate.ts';
import { parseIdentityPolicy } from '../../../local/lambda/iam/policy-document.ts';
import { matchesArn, matchesWildcard } from '../../../local/lambda/iam/wildcard.ts';
import { localFunctions, trust } from './local-functions.ts';

const principal = 'arn:aws:sts::123456789012:assumed-role/LookupOrderRole/lookup-order';
const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/orders';
const index = `${table}/index/by-customer`;

function allowed(statements: unknown, action: string, resource: string, context = {}): boolean {
  const policy = parseIdentityPolicy({ Version: '2012-10-17', Statement: statements }, 'policy');
  return decideAccess(policy, { principal, action, resource, context }).allowed;
}

describe('a statement allows what it names and nothing else', () => {
  const cases: readonly [string, object, string, string, boolean][] = [
    [
      'the action on the table',
      { Action: 'dynamodb:GetItem', Resource: table },
      'dynamodb:GetItem',
      table,
      true,
    ],
    ['another action', { Action: 'dynamodb:GetItem', Resource: table }, 'dynamodb:PutItem', table, false],
    [
      'another table',
      { Action: 'dynamodb:GetItem', Resource: table },
      'dynamodb:GetItem',
      `${table}2`,
      false,
    ],
    [
      'the index, named by its own ARN',
      { Action: 'dynamodb:Query', Resource: index },
      'dynamodb:Query',
      index,
      true,
    ],
    [
      'the index, where only the table is named',
      { Action: 'dynamodb:Query', Resource: table },
      'dynamodb:Query',
      index,
      false,
    ],
    [
      'every index',
      { Action: 'dynamodb:Query', Resource: `${table}/index/*` },
      'dynamodb:Query',
      index,
      true,
    ],
    [
      'actions are compared without regard to case',
      { Action: 'DynamoDB:getitem', Resource: table },
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'resources with regard to case',
      { Action: '*', Resource: table.toUpperCase().replace('ARN', 'arn') },
      'dynamodb:GetItem',
      table,
      false,
    ],
    ['an action pattern', { Action: 'dynamodb:?etItem', Resource: '*' }, 'dynamodb:GetItem', table, true],
    ['NotAction', { NotAction: 'dynamodb:Delete*', Resource: '*' }, 'dynamodb:GetItem', table, true],
    [
      'NotAction, the excluded one',
      { NotAction: 'dynamodb:Delete*', Resource: '*' },
      'dynamodb:DeleteItem',
      table,
      false,
    ],
    ['NotResource', { Action: '*', NotResource: index }, 'dynamodb:Query', table, true],
    ['NotResource, the excluded one', { Action: '*', NotResource: index }, 'dynamodb:Query', index, false],
  ];
  for (const [name, statement, action, resource, expected] of cases) {
    test(`${name}: ${expected ? 'allowed' : 'refused'}`, () => {
      expect(allowed([{ Effect: 'Allow', ...statement }], action, resource)).toBe(expected);
      expect(allowed({ Effect: 'Allow', ...statement }, action, resource)).toBe(expected);
    });
  }
});

describe('a condition', () => {
  const holds = (condition: object, context: Record<string, string | string[]>) =>
    allowed({ Effect: 'Allow', Action: '*', Resource: '*', Condition: condition }, 'a:B', table, context);
  const key = (values: unknown) => ({ 'dynamodb:LeadingKeys': values });
  const cases: readonly [object, Record<string, string | string[]>, boolean][] = [
    [{ StringEquals: { 'aws:PrincipalAccount': '1' } }, { 'aws:principalaccount': '1' }, true],
    [{ StringEquals: { 'aws:PrincipalAccount': ['2', '1'] } }, { 'aws:PrincipalAccount': '1' }, true],
    [{ StringEquals: { 'aws:PrincipalAccount': '1' } }, { 'aws:PrincipalAccount': '2' }, false],
    [{ StringEquals: { 'aws:PrincipalAccount': '1' } }, {}, false],
    [{ StringEqualsIfExists: { 'aws:PrincipalAccount': '1' } }, {}, true],
    [{ StringEqualsIfExists: { 'aws:PrincipalAccount': '1' } }, { 'aws:PrincipalAccount': '2' }, false],
    [{ StringNotEquals: { a: ['1', '2'] } }, { a: '2' }, false],
    [{ StringNotEquals: { a: ['1', '2'] } }, { a: '3' }, true],
    [{ StringNotEquals: { a: '1' } }, {}, true],
    [{ StringLike: { a: 'or?ers-*' } }, { a: 'orders-7' }, true],
    [{ StringNotLike: { a: 'or*' } }, { a: 'orders' }, false],
    [{ StringEqualsIgnoreCase: { a: 'ABC' } }, { a: 'abc' }, true],
    [
      { ArnLike: { a: 'arn:aws:connect:*:1:instance/*' } },
      { a: 'arn:aws:connect:us-east-1:1:instance/x/flow/y' },
      true,
    ],
    [
      { ArnEquals: { a: 'arn:aws:connect:*:instance/*' } },
      { a: 'arn:aws:connect:us-east-1:1:instance/x' },
      false,
    ],
    [{ ArnNotLike: { a: 'arn:aws:connect:*:1:*' } }, { a: 'arn:aws:connect:us-east-1:2:instance/x' }, true],
    [{ Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'true' }, true],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': 'true' }, false],
    [{ Null: { a: 'true' } }, {}, true],
    [{ Null: { a: 'true' } }, { a: '1' }, false],
    [{ 'ForAllValues:StringEquals': key(['1', '2']) }, { 'dynamodb:LeadingKeys': ['1', '2', '1'] }, true],
    [{ 'ForAllValues:StringEquals': key(['1', '2']) }, { 'dynamodb:LeadingKeys': ['1', '3'] }, false],
    [{ 'ForAllValues:StringEquals': key('1') }, {}, true],
    [{ 'ForAnyValue:StringLike': key('1*') }, { 'dynamodb:LeadingKeys': ['2', '12'] }, true],
    [{ 'ForAnyValue:StringLike': key('1*') }, { 'dynamodb:LeadingKeys': [] }, false],
    [{ 'ForAnyValue:StringLike': key('1*') }, {}, false],
    [{ StringEquals: { a: '1', b: '2' } }, { a: '1', b: '3' }, false],
    [{ StringEquals: { a: '1' }, StringLike: { b: '*' } }, { a: '1', b: 'x' }, true],
  ];
  for (const [condition, context, expected] of cases) {
    test(`${JSON.stringify(condition)} with ${JSON.stringify(context)} ${expected ? 'holds' : 'does not hold'}`, () => {
      expect(holds(condition, context)).toBe(expected);
    });
  }
});

describe('refusals are in the words of AWS', () => {
  const decide = (statements: unknown) =>
    decideAccess(parseIdentityPolicy({ Statement: statements }, 'policy'), {
      principal,
      action: 'dynamodb:GetItem',
      resource: table,
    });
  const start = `User: ${principal} is not authorized to perform: dynamodb:GetItem on resource: ${table}`;
  test('nothing allows it', () => {
    expect(decide([])).toEqual({
      allowed: false,
      message: `${start} because no identity-based policy allows the dynamodb:GetItem action`,
    });
  });
  test('something denies it, whatever allows it', () => {
    const statements = [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'dynamodb:*', Resource: table },
    ];
    for (const order of [statements, [...statements].reverse()]) {
      expect(decide(order)).toEqual({
        allowed: false,
        message: `${start} with an explicit deny in an identity-based policy`,
      });
    }
  });
});

describe('a policy that AWS would refuse, or that is not simulated, stops the boot', () => {
  const good = { Effect: 'Allow', Action: 'a:B', Resource: '*' };
  const wrong: readonly [object, string][] = [
    [
      { ...good, Condition: { DateLessThan: { 'aws:CurrentTime': 'x' } } },
      "policy, statement 1 uses the condition operator 'DateLessThan', which is not simulated",
    ],
    [
      { ...good, Condition: { 'ForSomeValues:StringEquals': { a: 'b' } } },
      "'ForSomeValues:StringEquals', which is not simulated",
    ],
    [
      { ...good, Condition: { StringEquals: { a: `\${aws:username}` } } },
      'policy variables are not simulated',
    ],
    [{ ...good, Resource: `arn:aws:s3:::\${aws:username}` }, 'policy variables are not simulated'],
    [{ ...good, Resource: 'orders' }, "names the resource 'orders'; a resource is an ARN or *"],
    [{ ...good, Action: 'GetItem' }, "names the action 'GetItem'; an action looks like dynamodb:GetItem"],
    [{ ...good, NotAction: 'a:C' }, 'must have either Action or NotAction'],
    [{ Effect: 'Allow', Action: 'a:B' }, 'must have either Resource or NotResource'],
    [{ ...good, Effect: 'allow' }, 'malformed at Effect'],
    [{ ...good, Principal: '*' }, 'policy, statement 1 is malformed'],
    [{ ...good, Actions: 'a:B' }, 'policy, statement 1 is malformed'],
  ];
  for (const [statement, message] of wrong) {
    test(`${message}`, () => {
      expect(() => parseIdentityPolicy({ Statement: [statement] }, 'policy')).toThrow(message);
    });
  }
  test('whatever a document is, it parses or is refused in a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ Statement: fc.jsonValue() })), (value) => {
        try {
          parseIdentityPolicy(value, 'policy');
        } catch (error) {
          expect(error).toMatchObject({ name: 'PolicyError', message: expect.stringMatching(/^policy/) });
        }
      }),
    );
  });
});

describe('roles', () => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table }],
  };

  test('inline, attached and managed policies count together, for this role alone', async () => {
    const { runtime, create } = localFunctions();
    const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    const role = await create('AWS::IAM::Role', 'A', {
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: [basic],
      Policies: [{ PolicyName: 'inline', PolicyDocument: document }],
    });
    const other = await create('AWS::IAM::Role', 'B', { AssumeRolePolicyDocument: trust });
    await create('AWS::IAM::Policy', 'P', {
      PolicyName: 'attached',
      PolicyDocument: { Statement: { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: table } },
      Roles: [runtime.roles.nameOf(role)],
    });
    await create('AWS::IAM::ManagedPolicy', 'M', {
      PolicyDocument: { Statement: { Effect: 'Allow', Action: 'dynamodb:Query', Resource: index } },
      Roles: [runtime.roles.nameOf(role)],
    });
    const decide = (arn: string, action: string, resource = table) =>
      runtime.roles.decide(arn, principal, action, resource).allowed;
    expect(decide(role, 'dynamodb:GetItem')).toBe(true);
    expect(decide(role, 'dynamodb:PutItem')).toBe(true);
    expect(decide(role, 'dynamodb:Query', index)).toBe(true);
    expect(decide(role, 'logs:PutLogEvents', '*')).toBe(true);
    expect(decide(role, 'dynamodb:DeleteItem')).toBe(false);
    expect(decide(other, 'dynamodb:GetItem')).toBe(false);
  });

  test('an AWS-managed policy that is not simulated, and a role that is not there, are named', async () => {
    const { create } = localFunctions();
    const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';
    await expect(
      create('AWS::IAM::Role', 'A', { AssumeRolePolicyDocument: trust, ManagedPolicyArns: [administrator] }),
    ).rejects.toThrow(`the managed policy ${administrator} is not simulated`);
    await expect(
      create('AWS::IAM::Policy', 'P', { PolicyName: 'p', PolicyDocument: document, Roles: ['nobody'] }),
    ).rejects.toThrow('The role with name nobody cannot be found.');
    await expect(
      create('AWS::IAM::Role', 'A', { AssumeRolePolicyDocument: trust, PermissionsBoundary: 'arn:x' }),
    ).rejects.toThrow('PermissionsBoundary');
  });
});

describe('wildcards', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/', '*', '?', '.'), maxLength: 12 });
  const toExpression = (pattern: string) =>
    new RegExp(
      `^${pattern
        .replaceAll(/[.*+?^${'$'}{}()|[\]\\/]/g, '\\$&')
        .replaceAll('\\*', '.*')
        .replaceAll('\\?', '.')}$`,
      's',
    );

  test('match what the equivalent regular expression matches', () => {
    fc.assert(
      fc.property(text, text, (pattern, subject) => {
        expect(matchesWildcard(pattern, subject)).toBe(toExpression(pattern).test(subject));
      }),
      { numRuns: 2_000 },
    );
  });
  test('a text matches itself, and any part of it may become a star', () => {
    fc.assert(
      fc.property(text, fc.nat(12), fc.nat(12), (subject, from, length) => {
        expect(matchesWildcard(subject, subject)).toBe(true);
        expect(matchesWildcard(`${subject.slice(0, from)}*${subject.slice(from + length)}`, subject)).toBe(
          true,
        );
      }),
    );
  });
  test('many stars do not take long', () => {
    expect(matchesWildcard(`${'*a'.repeat(30)}b`, 'a'.repeat(3_000))).toBe(false);
  });
  test('ArnLike keeps to the six parts of an ARN', () => {
    const arn = 'arn:aws:connect:us-east-1:123456789012:instance/1:2';
    expect(matchesArn('arn:aws:connect:*:123456789012:instance/*', arn)).toBe(true);
    expect(matchesArn('arn:aws:*:123456789012:instance/*', arn)).toBe(false);
    expect(matchesArn('arn:aws:connect:us-east-1:12345678901?:*', arn)).toBe(true);
    expect(matchesArn('*', arn)).toBe(true);
    expect(matchesArn(arn, 'no arn')).toBe(false);
  });
});
