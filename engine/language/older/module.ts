/** One block of the console's older export, with its parameters by name and its branches by condition. */
import type { Json } from '../flow.ts';
import { isList, isObject, type JsonObject } from '../json.ts';

export interface OlderModule {
  readonly id: string;
  readonly type: string;
  /** What Transfer and GetUserInput transfer to and ask with: `Queue`, `Flow`, `Lex`, … */
  readonly target: string;
  readonly parameters: readonly OlderParameter[];
  readonly branches: readonly OlderBranch[];
  readonly metadata: JsonObject;
}

export interface OlderParameter {
  readonly name: string;
  /** Of entries of a map, e.g. the name of an attribute. */
  readonly key: string;
  /** A single value as text, or empty. */
  readonly value: string;
  readonly namespace: string | undefined;
  /** A resource's name, where the export leaves out its ARN. */
  readonly resourceName: string;
  readonly all: JsonObject;
}

export interface OlderBranch {
  readonly condition: string;
  readonly operator: string;
  readonly operand: string;
  readonly to: string;
}

export function readModule(value: Json): OlderModule | undefined {
  if (!isObject(value)) return undefined;
  const { id, type, target, parameters, branches, metadata } = value;
  if (typeof id !== 'string' || typeof type !== 'string') return undefined;
  return {
    id,
    type,
    target: textOf(target),
    parameters: objects(parameters).map((entry) => ({
      name: textOf(entry['name']),
      key: textOf(entry['key']),
      value: textOf(entry['value']),
      namespace: typeof entry['namespace'] === 'string' ? entry['namespace'] : undefined,
      resourceName: textOf(entry['resourceName']),
      all: entry,
    })),
    branches: objects(branches).map((entry) => ({
      condition: textOf(entry['condition']),
      operator: textOf(entry['conditionType']),
      operand: textOf(entry['conditionValue']),
      to: textOf(entry['transition']),
    })),
    metadata: isObject(metadata) ? metadata : {},
  };
}

const objects = (value: Json | undefined): readonly JsonObject[] =>
  isList(value) ? value.filter((entry) => isObject(entry)) : [];

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const SYSTEM: Readonly<Record<string, string>> = {
  'Customer Number': '$.CustomerEndpoint.Address',
  'Dialed Number': '$.SystemEndpoint.Address',
  'Stored customer input': '$.StoredCustomerInput',
  'Customer callback number': '$.CallbackNumber',
  'Text to speech voice': '$.TextToSpeechVoiceId',
};
const ROOTS: Readonly<Record<string, string>> = { 'User Defined': 'Attributes', System: '' };

/** The reference that a namespace and a name stand for: `External` and `status` are `$.External.status`. */
export function reference(namespace: string, name: string): string {
  const system = namespace === 'System' ? SYSTEM[name] : undefined;
  if (system !== undefined) return system;
  const root = ROOTS[namespace] ?? namespace;
  const plain = /^[\w.-]+$/.test(name);
  const place = root === '' ? '$' : `$.${root}`;
  return plain ? `${place}.${name}` : `${place}['${name}']`;
}

/** The value of a parameter today: what it says, or the reference that its namespace makes of it. */
export const valueToday = ({ value, namespace, resourceName }: OlderParameter): string =>
  namespace === undefined || namespace === '' ? value || resourceName : reference(namespace, value);
