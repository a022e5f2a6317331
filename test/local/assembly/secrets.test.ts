import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ResourceRequest } from '../../../local/assembly/provisioner.ts';
import { generateSecret } from '../../../local/assembly/secrets.ts';
import { emptyState, fileStateStore, memoryStateStore } from '../../../local/assembly/stack-state.ts';
import { deployTemplate, recordingProvisioner } from './stack-of.ts';

const secret = (generate: object) => ({
  Type: 'AWS::SecretsManager::Secret',
  Properties: { GenerateSecretString: generate },
});
const password = {
  SecretStringTemplate: '{"username":"sam"}',
  GenerateStringKey: 'password',
  PasswordLength: 20,
};

async function used(reference: unknown, more: Record<string, unknown> = {}): Promise<unknown> {
  const requests: ResourceRequest[] = [];
  await deployTemplate(
    {
      Resources: {
        Password: secret(password),
        User: { Type: 'Test::Thing', Properties: { Value: reference } },
        ...more,
      },
    },
    { provisioners: [recordingProvisioner(requests)], ssmParameters: { '/given': 'from the store' } },
  );
  return requests[0]?.properties['Value'];
}

describe('a generated secret', () => {
  test('stays the same from boot to boot, until its recipe changes or the state is gone', async () => {
    const state = fileStateStore(join(mkdtempSync(join(tmpdir(), 'callwright-')), 'deep', 'state.json'));
    const boot = async (recipe: object) =>
      (await deployTemplate({ Resources: { Password: secret(recipe) } }, { state })).secrets[0]?.value;
    const first = await boot(password);
    expect(await boot(password)).toBe(first);
    expect(await boot({ ...password, PasswordLength: 21 })).not.toBe(first);
    expect(JSON.parse(first ?? '')).toMatchObject({
      username: 'sam',
      password: expect.stringMatching(/^.{20}$/s),
    });
  });

  test('can be read with its ARN', async () => {
    const { secrets } = await deployTemplate({ Resources: { Password: secret({}) } });
    expect(secrets[0]).toMatchObject({
      logicalId: 'Password',
      arn: expect.stringMatching(
        /^arn:aws:secretsmanager:us-east-1:123456789012:secret:Test-Password-\w+-\w{6}$/,
      ),
    });
    expect(secrets[0]?.value).toHaveLength(32);
  });

  test('follows its recipe, whatever it is', () => {
    const recipe = fc.record({
      PasswordLength: fc.integer({ min: 4, max: 64 }),
      ExcludeCharacters: fc.string(),
      ExcludePunctuation: fc.boolean(),
      ExcludeUppercase: fc.boolean(),
    });
    fc.assert(
      fc.property(recipe, (made) => {
        const value = generateSecret(made, 'secret');
        expect(value).toHaveLength(made.PasswordLength);
        expect([...made.ExcludeCharacters].some((character) => value.includes(character))).toBe(false);
        if (made.ExcludePunctuation) expect(value).toMatch(/^[a-zA-Z0-9]*$/);
        if (made.ExcludeUppercase) expect(value).not.toMatch(/[A-Z]/);
      }),
    );
  });

  test('contains each kind of character where that is asked for', () => {
    for (let run = 0; run < 50; run += 1) {
      const value = generateSecret({ PasswordLength: 4 }, 'secret');
      for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]) expect(value).toMatch(kind);
    }
  });

  const wrong: readonly [string, object, string][] = [
    [
      'nothing left',
      { ExcludeLowercase: true, ExcludeUppercase: true, ExcludeNumbers: true, ExcludePunctuation: true },
      'excludes every character',
    ],
    ['too short for each kind', { PasswordLength: 3 }, 'a length of 3 has no room for each of 4 kinds'],
    [
      'a key without a template',
      { GenerateStringKey: 'x' },
      'needs SecretStringTemplate and GenerateStringKey together',
    ],
    [
      'a template that is not JSON',
      { SecretStringTemplate: 'x', GenerateStringKey: 'y' },
      'SecretStringTemplate is not JSON',
    ],
    [
      'a template that is a list',
      { SecretStringTemplate: '[]', GenerateStringKey: 'y' },
      'is not a JSON object',
    ],
    ['an unknown property', { Length: 3 }, "secret 'Password', GenerateSecretString"],
  ];
  for (const [name, recipe, message] of wrong) {
    test(`is refused: ${name}`, async () => {
      await expect(deployTemplate({ Resources: { Password: secret(recipe) } })).rejects.toThrow(message);
    });
  }
});

describe('a dynamic reference', () => {
  const join = (...rest: string[]) => ({
    'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Password' }, ...rest, '}}']],
  });
  test('gives one key of a secret, in the form that CDK writes', async () => {
    expect(await used(join(':SecretString:password::'))).toMatch(/^.{20}$/s);
    expect(await used(join(':SecretString:username'))).toBe('sam');
  });
  test('gives the whole secret', async () => {
    expect(await used(join())).toContain('"username":"sam"');
  });
  test('gives a parameter of the store, or one that the stack makes', async () => {
    expect(await used('a {{resolve:ssm:/given:3}} b')).toBe('a from the store b');
    const made = {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/made', Type: 'String', Value: 'here' },
    };
    const waiting = {
      Type: 'Test::Thing',
      DependsOn: 'Made',
      Properties: { Value: '{{resolve:ssm:/made}}' },
    };
    expect(await used(undefined, { Made: made, User: waiting })).toBe('here');
  });
  const wrong: readonly [unknown, string][] = [
    [join(':SecretString:pasword'), `has no key "pasword". Did you mean 'password'?`],
    [join(':SecretBinary:x'), "reads the SecretString of a secret, not 'SecretBinary'"],
    ['{{resolve:secretsmanager:nothing}}', "Properties.Value: there is no secret 'nothing' locally"],
    ['{{resolve:ssm:/nothing}}', "the parameter store has no '/nothing' locally"],
    ['{{resolve:ssm-secure:/x}}', 'cannot be read locally; only secretsmanager and ssm can'],
    ['{{resolve:}}', 'cannot be read locally'],
  ];
  for (const [reference, message] of wrong) {
    test(`is refused: ${message}`, async () => {
      await expect(used(reference)).rejects.toThrow(message);
    });
  }
});

describe('the state of a stack', () => {
  test('is written whole: no half-written file is ever the state', () => {
    const folder = mkdtempSync(join(tmpdir(), 'callwright-'));
    const store = fileStateStore(join(folder, 'state.json'));
    expect(store.load()).toEqual(emptyState());
    store.save({ ...emptyState(), secrets: { a: { recipe: 'r', value: 'v' } } });
    expect(store.load().secrets).toEqual({ a: { recipe: 'r', value: 'v' } });
    expect(readdirSync(folder)).toEqual(['state.json']);
  });
  test('that cannot be read is one sentence', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'callwright-')), 'state.json');
    for (const content of ['{"version":', '{"version":2}', '']) {
      writeFileSync(file, content);
      expect(() => fileStateStore(file).load()).toThrow(
        'does not hold the state of a local stack; delete it or start with --fresh',
      );
    }
  });
  test('in memory is not shared with whoever loaded it', () => {
    const store = memoryStateStore();
    store.load().secrets['a'] = { recipe: 'r', value: 'v' };
    expect(store.load()).toEqual(emptyState());
  });
});
