/** Turns what zod found in cdk.json into one sentence: the key, the value, and what is accepted there. */
import * as z from 'zod';

type Path = readonly PropertyKey[];

/** What a JSON Schema says of one place: the part that a message needs. */
const placeSchema = z.looseObject({
  description: z.optional(z.string()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  additionalProperties: z.optional(z.unknown()),
  items: z.optional(z.unknown()),
});
type Place = z.infer<typeof placeSchema>;

/** `callwright.agents[1].username`, as a person would write it. */
function written(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return `callwright${steps.join('')}`;
}

/** Follows a path through the schema; undefined where the schema says nothing of it. */
function placeAt(schema: z.ZodType, path: Path): Place | undefined {
  let place = placeSchema.safeParse(z.toJSONSchema(schema, { io: 'input' }));
  for (const step of path) {
    if (!place.success) return undefined;
    const { properties, additionalProperties, items } = place.data;
    place = placeSchema.safeParse(
      typeof step === 'number' ? items : (properties?.[String(step)] ?? additionalProperties),
    );
  }
  return place.data;
}

function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function accepted(place: Place | undefined, fallback: string): string {
  if (place?.description !== undefined) return `it must be ${place.description}`;
  if (fallback.startsWith('must ')) return `it ${fallback}`;
  if (place?.properties !== undefined) {
    return `it must be an object with the keys ${Object.keys(place.properties).join(', ')}`;
  }
  return fallback;
}

/**
 * One sentence for the first of the issues: later ones are often its consequences.
 * @param issue as zod reports it for `document`
 * @param document the value of the context key `callwright`
 */
export function explain(issue: z.core.$ZodIssue, document: unknown, schema: z.ZodType): string {
  const at = `cdk.json: ${written(issue.path)}`;
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(placeAt(schema, issue.path)?.properties ?? {});
    return `${at} has the unknown key ${shown(issue.keys[0])}; the keys accepted there are ${known.join(', ')}.`;
  }
  if (issue.code === 'invalid_key') {
    const place = placeAt(schema, issue.path.slice(0, -1));
    const above = `cdk.json: ${written(issue.path.slice(0, -1))}`;
    return `${above} has the name ${shown(issue.path.at(-1))}; ${accepted(place, issue.message)}.`;
  }
  const value = valueAt(document, issue.path);
  const state = value === undefined ? 'is missing' : `is ${shown(value)}`;
  return `${at} ${state}; ${accepted(placeAt(schema, issue.path), issue.message)}.`;
}
