/** References to what a flow needs of its instance; the deployment puts ARNs in their place. */

export const RESOURCE_KINDS = [
  'queue',
  'hours',
  'function',
  'flow',
  'module',
  'prompt',
  /** The id of a key under which input is encrypted, and its certificate. */
  'security-key',
  'certificate',
  /** The language itself where callers wait first for agents who speak it, else `none`. */
  'speakers',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** As it stands in a rendered flow, e.g. `${queue.orders}`. */
export type ResourceReference<
  Kind extends ResourceKind = ResourceKind,
  Name extends string = string,
> = `$\{${Kind}.${Name}}`;

export interface Resource {
  readonly kind: ResourceKind;
  readonly name: string;
}

export const resource = <const Kind extends ResourceKind, const Name extends string>(
  kind: Kind,
  name: Name,
): ResourceReference<Kind, Name> => `$\{${kind}.${name}}`;

const REFERENCE = new RegExp(String.raw`\$\{(${RESOURCE_KINDS.join('|')})\.([\w-]+)\}`, 'g');

/** Everything of the form `${…}` in a rendered flow, each once. Throws on a kind that there is not. */
export function resourcesIn(content: string, placeholders: readonly string[] = []): readonly Resource[] {
  const known = [...content.matchAll(REFERENCE)];
  const all = content.match(/\$\{[^}]*\}?/g) ?? [];
  const unknown = all.find(
    (text) => !known.some(([reference]) => reference === text) && !placeholders.includes(text),
  );
  if (unknown !== undefined)
    throw new Error(
      `'${unknown}' is no reference; write $\{kind.name} with one of: ${RESOURCE_KINDS.join(', ')}`,
    );
  const found = new Map<string, Resource>();
  for (const [reference, kindText, name = ''] of known) {
    const kind = RESOURCE_KINDS.find((candidate) => candidate === kindText);
    if (kind !== undefined) found.set(reference, { kind, name });
  }
  return [...found.values()];
}
