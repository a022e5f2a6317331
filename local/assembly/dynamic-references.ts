/** Dynamic references (`{{resolve:…}}`): values that CloudFormation reads from secrets and parameters when it deploys. */
import { didYouMean, type Place, shown, within, wrongAt } from './template-error.ts';

/** Where the values come from. */
export interface DynamicSources {
  /** The text of a secret, by ARN or name. */
  secret(id: string): string | undefined;
  ssmParameter(name: string): string | undefined;
}

/**
 * Replaces the dynamic references in every text of a resolved value.
 * @throws TemplateError naming a reference that is malformed or points to nothing
 */
export function resolveDynamicReferences(value: unknown, at: Place, sources: DynamicSources): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\{\{resolve:([^{}]*)\}\}/g, (_, reference: string) =>
      lookUp(reference, at, sources),
    );
  }
  if (Array.isArray(value)) {
    return value.map((entry, index) => resolveDynamicReferences(entry, within(at, index), sources));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      resolveDynamicReferences(entry, within(at, key), sources),
    ]),
  );
}

function lookUp(reference: string, at: Place, sources: DynamicSources): string {
  const colon = reference.indexOf(':');
  const service = reference.slice(0, Math.max(colon, 0));
  const rest = reference.slice(colon + 1);
  if (service === 'secretsmanager') return secretValue(rest, at, sources);
  if (service === 'ssm') {
    const name = rest.replace(/:\d+$/, '');
    const found = sources.ssmParameter(name);
    if (found === undefined)
      throw wrongAt(at, `the parameter store has no '${name}' locally; give it a value`);
    return found;
  }
  throw wrongAt(at, `'{{resolve:${reference}}}' cannot be read locally; only secretsmanager and ssm can`);
}

/** `secret-id:SecretString:json-key:version-stage:version-id`, where the id may be an ARN of seven parts. */
function secretValue(text: string, at: Place, sources: DynamicSources): string {
  const pieces = text.split(':');
  const id = pieces.splice(0, pieces[0] === 'arn' ? 7 : 1).join(':');
  const [kind = '', key = ''] = pieces;
  if (kind !== '' && kind !== 'SecretString') {
    throw wrongAt(at, `a dynamic reference reads the SecretString of a secret, not '${kind}'`);
  }
  const secret = sources.secret(id);
  if (secret === undefined) throw wrongAt(at, `there is no secret '${id}' locally`);
  if (key === '') return secret;
  const fields = jsonObject(secret);
  const value = fields?.[key];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw wrongAt(
    at,
    `the secret '${id}' has no key ${shown(key)}.${didYouMean(key, Object.keys(fields ?? {}))}`,
  );
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
