/** AWS::SecretsManager::Secret on this machine: values are made once and kept with the stack's state. */
import { createHash, randomInt } from 'node:crypto';
import * as z from 'zod';
import { physicalName } from './physical-name.ts';
import type { Provisioner } from './provisioner.ts';
import type { StackState } from './stack-state.ts';
import { TemplateError } from './template-error.ts';

/** A secret of the running stack. */
export interface Secret {
  readonly logicalId: string;
  readonly arn: string;
  readonly name: string;
  readonly value: string;
}

const flag = z.union([z.boolean(), z.stringbool()]).optional();

const generation = z.strictObject({
  PasswordLength: z.coerce.number().int().min(1).max(4096).optional(),
  ExcludeCharacters: z.string().optional(),
  ExcludeLowercase: flag,
  ExcludeUppercase: flag,
  ExcludeNumbers: flag,
  ExcludePunctuation: flag,
  IncludeSpace: flag,
  RequireEachIncludedType: flag,
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});

const secretProperties = z.looseObject({
  Name: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: generation.optional(),
});

export type SecretGeneration = z.infer<typeof generation>;

/** Chooses a whole number from 0 up to, not including, the limit. */
export type Choose = (limit: number) => number;

/**
 * Makes secrets and collects them.
 * @param kept values from earlier boots, by ARN; new ones are added to it
 * @param made where the secrets of this boot are put
 */
export function secretProvisioner(kept: StackState['secrets'], made: Map<string, Secret>): Provisioner {
  return {
    type: 'AWS::SecretsManager::Secret',
    create(request) {
      const owner = `secret '${request.logicalId}'`;
      const parsed = secretProperties.safeParse(request.properties);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new TemplateError(`${owner}, ${issue?.path.join('.')}: ${issue?.message}`);
      }
      const { SecretString: given, GenerateSecretString: generate, Name: name } = parsed.data;
      if (given !== undefined && generate !== undefined) {
        throw new TemplateError(`${owner} has both SecretString and GenerateSecretString; remove one`);
      }
      const { region, accountId, partition } = request.stack;
      const secretName = name ?? physicalName(request);
      const suffix = createHash('sha256').update(secretName).digest('hex').slice(0, 6);
      const arn = `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${secretName}-${suffix}`;
      // As in CloudFormation, a changed recipe makes a new value; an unchanged one keeps it.
      const recipe = createHash('sha256')
        .update(JSON.stringify([given, generate]))
        .digest('hex');
      const before = kept[arn];
      const value =
        before?.recipe === recipe
          ? before.value
          : (given ?? (generate === undefined ? '' : generateSecret(generate, owner)));
      kept[arn] = { recipe, value };
      made.set(arn, { logicalId: request.logicalId, arn, name: secretName, value });
      return { physicalId: arn, attributes: { Id: arn } };
    },
  };
}

const alphabets = {
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  numbers: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  space: ' ',
};

/**
 * The value that `GenerateSecretString` describes
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-secretsmanager-secret-generatesecretstring.html).
 * @throws TemplateError where nothing is left to choose from, or a template is not a JSON object
 */
export function generateSecret(recipe: SecretGeneration, owner: string, choose: Choose = randomInt): string {
  const password = generatePassword(recipe, owner, choose);
  const { SecretStringTemplate: template, GenerateStringKey: key } = recipe;
  if (template === undefined && key === undefined) return password;
  if (template === undefined || key === undefined) {
    throw new TemplateError(`${owner} needs SecretStringTemplate and GenerateStringKey together`);
  }
  let fields: unknown;
  try {
    fields = JSON.parse(template);
  } catch {
    throw new TemplateError(`${owner}: SecretStringTemplate is not JSON`);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw new TemplateError(`${owner}: SecretStringTemplate is not a JSON object`);
  }
  return JSON.stringify({ ...fields, [key]: password });
}

function generatePassword(recipe: SecretGeneration, owner: string, choose: Choose): string {
  const excluded = new Set(recipe.ExcludeCharacters ?? '');
  const types = [
    recipe.ExcludeLowercase === true ? '' : alphabets.lowercase,
    recipe.ExcludeUppercase === true ? '' : alphabets.uppercase,
    recipe.ExcludeNumbers === true ? '' : alphabets.numbers,
    recipe.ExcludePunctuation === true ? '' : alphabets.punctuation,
    recipe.IncludeSpace === true ? alphabets.space : '',
  ]
    .map((alphabet) => [...alphabet].filter((character) => !excluded.has(character)))
    .filter((alphabet) => alphabet.length > 0);
  const all = types.flat();
  const length = recipe.PasswordLength ?? 32;
  const forced = recipe.RequireEachIncludedType === false ? [] : types;
  if (all.length === 0) throw new TemplateError(`${owner} excludes every character`);
  if (forced.length > length) {
    throw new TemplateError(
      `${owner}: a length of ${length} has no room for each of ${forced.length} kinds of character`,
    );
  }
  const chosen = Array.from({ length }, (_, index) => pick(forced[index] ?? all, choose));
  for (let index = length - 1; index > 0; index -= 1) {
    const other = choose(index + 1);
    const swapped = chosen[other] ?? '';
    chosen[other] = chosen[index] ?? '';
    chosen[index] = swapped;
  }
  return chosen.join('');
}

function pick(alphabet: readonly string[], choose: Choose): string {
  return alphabet[choose(alphabet.length)] ?? '';
}
