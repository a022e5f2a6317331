import { describe, expect, test } from '@jest/globals';
import { deployTemplate } from './stack-of.ts';

const thing = { Type: 'Test::Thing' };
const bootstrap = {
  Parameters: {
    BootstrapVersion: {
      Type: 'AWS::SSM::Parameter::Value<String>',
      Default: '/cdk-bootstrap/hnb659fds/version',
    },
  },
  Rules: {
    CheckBootstrapVersion: {
      Assertions: [
        {
          Assert: {
            'Fn::Not': [{ 'Fn::Contains': [['1', '2', '3', '4', '5'], { Ref: 'BootstrapVersion' }] }],
          },
          AssertDescription: 'CDK bootstrap stack version 6 required.',
        },
      ],
    },
  },
};

describe('conditions', () => {
  const holds = async (condition: unknown, more: Record<string, unknown> = {}) => {
    const stack = await deployTemplate({
      Conditions: { Subject: condition, ...more },
      Resources: { A: { ...thing, Condition: 'Subject' }, B: thing },
    });
    return stack.resources.has('A');
  };
  const yes = { 'Fn::Equals': ['a', 'a'] };
  const no = { 'Fn::Equals': ['a', 'b'] };
  const table: readonly [string, unknown, boolean][] = [
    ['equal texts', yes, true],
    ['different texts', no, false],
    ['the number 1 equals the text 1', { 'Fn::Equals': [1, '1'] }, true],
    ['And of two that hold', { 'Fn::And': [yes, yes] }, true],
    ['And with one that does not', { 'Fn::And': [yes, no] }, false],
    ['Or with one that holds', { 'Fn::Or': [no, yes] }, true],
    ['Or of none', { 'Fn::Or': [no, no] }, false],
    ['Not', { 'Fn::Not': [no] }, true],
    ['a condition by name', { Condition: 'Known' }, true],
  ];
  for (const [name, condition, expected] of table) {
    test(`${name}: the resource is ${expected ? 'made' : 'left out'}`, async () => {
      expect(await holds(condition, { Known: yes })).toBe(expected);
    });
  }

  test('one condition alone is too few for And', async () => {
    await expect(holds({ 'Fn::And': [yes] })).rejects.toThrow(
      "condition 'Subject', Fn::And: Fn::And takes a list of 2 to 10 values",
    );
  });
  test('conditions in a circle are named', async () => {
    const circle = holds({ Condition: 'Other' }, { Other: { 'Fn::Not': [{ Condition: 'Subject' }] } });
    await expect(circle).rejects.toThrow('conditions depend on each other: Subject -> Other -> Subject');
  });
  test('a condition that refers to a resource is refused', async () => {
    await expect(holds({ 'Fn::Equals': [{ Ref: 'B' }, 'x'] })).rejects.toThrow(
      "condition 'Subject', Fn::Equals.0.Ref: Ref points to 'B', which does not exist here",
    );
  });
  test('a condition that is no condition is refused', async () => {
    await expect(holds('yes')).rejects.toThrow(`condition 'Subject': gives "yes", not true or false`);
  });
  test('a reference to a resource that was left out is refused, in DependsOn it is ignored', async () => {
    const template = (user: object) => ({
      Conditions: { Never: no },
      Resources: { A: { ...thing, Condition: 'Never' }, B: { ...thing, ...user } },
    });
    await expect(deployTemplate(template({ Properties: { X: { Ref: 'A' } } }))).rejects.toThrow(
      "resource 'B' (Test::Thing), Properties.X.Ref: points to 'A', whose condition 'Never' does not hold",
    );
    expect([...(await deployTemplate(template({ DependsOn: 'A' }))).resources.keys()]).toEqual(['B']);
  });
});

describe('parameters', () => {
  const withParameter = (parameter: object, given?: string) =>
    deployTemplate(
      { Parameters: { P: parameter }, Resources: { A: thing }, Outputs: { P: { Value: { Ref: 'P' } } } },
      given === undefined ? {} : { parameters: { P: given } },
    );

  test('a given value beats the default', async () => {
    expect((await withParameter({ Type: 'String', Default: 'x' }, 'y')).outputs).toEqual({ P: 'y' });
  });
  test('a number is passed on as text', async () => {
    expect((await withParameter({ Type: 'Number', Default: 10 })).outputs).toEqual({ P: '10' });
  });
  const refused: readonly [string, object, string | undefined, string][] = [
    ['no value', { Type: 'String' }, undefined, "parameter 'P': has neither a value nor a default"],
    ['no number', { Type: 'Number' }, 'ten', `parameter 'P': "ten" is not a number`],
    ['too small', { Type: 'Number', MinValue: 3 }, '2', '"2" is less than 3'],
    ['too large', { Type: 'Number', MaxValue: '3' }, '4', '"4" is more than 3'],
    ['not allowed', { Type: 'String', AllowedValues: ['a', 'b'] }, 'c', '"c" is not one of a, b'],
    ['no match', { Type: 'String', AllowedPattern: '[a-z]+' }, 'ab1', '"ab1" does not match [a-z]+'],
    ['too short', { Type: 'String', MinLength: 2 }, 'a', '"a" is shorter than 2 characters'],
    ['too long', { Type: 'String', MaxLength: 2 }, 'abc', '"abc" is longer than 2 characters'],
    [
      'described',
      { Type: 'String', MaxLength: 2, ConstraintDescription: 'be brief' },
      'abc',
      '"abc" is refused: be brief',
    ],
    [
      'an unknown SSM parameter',
      { Type: 'AWS::SSM::Parameter::Value<String>' },
      '/nowhere',
      "the parameter store has no '/nowhere' locally",
    ],
  ];
  for (const [name, parameter, given, message] of refused) {
    test(`refuses: ${name}`, async () => {
      await expect(withParameter(parameter, given)).rejects.toThrow(message);
    });
  }
  test('a parameter that the template does not have is refused', async () => {
    await expect(deployTemplate({ Resources: { A: thing } }, { parameters: { Q: '1' } })).rejects.toThrow(
      "the template has no parameter 'Q'",
    );
  });
  test('a list in the parameter store becomes a list', async () => {
    const stack = await deployTemplate(
      {
        Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/list' } },
        Resources: { A: thing },
        Outputs: { P: { Value: { 'Fn::Select': [1, { Ref: 'P' }] } } },
      },
      { ssmParameters: { '/list': 'a,b' } },
    );
    expect(stack.outputs).toEqual({ P: 'b' });
  });
});

describe('rules', () => {
  test("CDK's bootstrap version has a local value that its rule accepts", async () => {
    await expect(deployTemplate({ ...bootstrap, Resources: { A: thing } })).resolves.toBeDefined();
  });
  test('a rule that does not hold stops with its description', async () => {
    await expect(
      deployTemplate(
        { ...bootstrap, Resources: { A: thing } },
        { ssmParameters: { '/cdk-bootstrap/hnb659fds/version': '4' } },
      ),
    ).rejects.toThrow("rule 'CheckBootstrapVersion': CDK bootstrap stack version 6 required.");
  });
  const rule = (body: object) =>
    deployTemplate({
      Parameters: {
        Zones: { Type: 'CommaDelimitedList', Default: 'a,b' },
        One: { Type: 'String', Default: 'a' },
      },
      Rules: { R: body },
      Resources: { A: thing },
    });
  const table: readonly [string, object, boolean][] = [
    ['Contains', { 'Fn::Contains': [{ Ref: 'Zones' }, 'b'] }, true],
    ['Contains not', { 'Fn::Contains': [{ Ref: 'Zones' }, 'c'] }, false],
    ['EachMemberIn', { 'Fn::EachMemberIn': [{ Ref: 'Zones' }, ['a', 'b', 'c']] }, true],
    ['EachMemberIn not', { 'Fn::EachMemberIn': [{ Ref: 'Zones' }, ['a']] }, false],
    ['EachMemberEquals not', { 'Fn::EachMemberEquals': [{ Ref: 'Zones' }, 'a'] }, false],
    ['RefAll', { 'Fn::EachMemberEquals': [{ 'Fn::RefAll': 'String' }, 'a'] }, true],
  ];
  for (const [name, Assert, holds] of table) {
    test(`${name} ${holds ? 'holds' : 'stops the boot'}`, async () => {
      const deployed = rule({ Assertions: [{ Assert }] });
      if (holds) await expect(deployed).resolves.toBeDefined();
      else await expect(deployed).rejects.toThrow("rule 'R': the assertion");
    });
  }
  test('a rule that does not apply is not asserted', async () => {
    const never = { 'Fn::Equals': [{ Ref: 'One' }, 'z'] };
    await expect(rule({ RuleCondition: never, Assertions: [{ Assert: never }] })).resolves.toBeDefined();
  });
  test('ValueOf asks AWS and is refused by name', async () => {
    await expect(rule({ Assertions: [{ Assert: { 'Fn::ValueOf': ['One', 'x'] } }] })).rejects.toThrow(
      'Fn::ValueOf asks AWS',
    );
  });
});
