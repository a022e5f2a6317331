/** What of a person an agent is not shown whole: marked in the schema of an answer, and nowhere else. */

import * as z from 'zod/mini';

/** Stands for what is left out, in all masks; nobody has it in a number or an address. */
const LEFT_OUT = '…';

interface Mask {
  /** For docs/field-masks.md. */
  readonly shows: string;
  readonly of: (value: string) => string;
}

const known = {
  'last-four': { shows: 'the last four signs', of: (value) => `${LEFT_OUT}${value.slice(-4)}` },
  mailbox: {
    shows: 'the first sign and the domain',
    of: (value) => `${[...value][0] ?? ''}${LEFT_OUT}${value.slice(value.lastIndexOf('@'))}`,
  },
  nothing: { shows: 'nothing', of: () => LEFT_OUT },
} as const satisfies Readonly<Record<string, Mask>>;

export type MaskName = keyof typeof known;
export const MASKS: Readonly<Record<MaskName, Mask>> = known;

const marks = z.registry<{ readonly mask: MaskName }>();

/** Text that supervisors see whole and agents by the mask. */
export function masked(mask: MaskName): z.ZodMiniString {
  const text = z.string();
  marks.add(text, { mask });
  return text;
}

/**
 * The one of several values that somebody means who writes it whole or as they see it; undefined where there are
 * several. What none of them is, is what was written.
 */
export function meant(values: readonly string[], written: string, mask: MaskName): string | undefined {
  if (values.includes(written)) return written;
  const alike = values.filter((value) => MASKS[mask].of(value) === written);
  return alike.length > 1 ? undefined : (alike[0] ?? written);
}

/** The mask of one schema, if it has one. */
export const maskOf = (schema: z.core.$ZodType): Mask | undefined => {
  const mark = marks.get(schema);
  return mark === undefined ? undefined : MASKS[mark.mask];
};

export interface MaskedField {
  /** E.g. `items[].before.emails[]`. */
  readonly path: string;
  readonly mask: Mask;
}

/** Every place in an answer that agents are not shown whole. */
export function maskedFields(schema: z.core.$ZodType, path = ''): readonly MaskedField[] {
  const mask = maskOf(schema);
  if (mask !== undefined) return [{ path, mask }];
  const { inner = [], fields = {} } = partsOf(schema);
  const under = schema instanceof z.ZodMiniArray ? `${path}[]` : path;
  return [
    ...inner.flatMap((one) => maskedFields(one, under)),
    ...Object.entries(fields).flatMap(([name, one]) =>
      maskedFields(one, path === '' ? name : `${path}.${name}`),
    ),
  ];
}

type Masker = (value: unknown) => unknown;

/** Makes of an answer what an agent is shown of it; undefined where that is all of it. */
export function maskerOf(schema: z.core.$ZodType): Masker | undefined {
  const mask = maskOf(schema);
  if (mask !== undefined) return (value) => (typeof value === 'string' ? mask.of(value) : value);
  if (maskedFields(schema).length === 0) return undefined;
  const { inner = [], fields = {} } = partsOf(schema);
  if (schema instanceof z.ZodMiniArray) {
    const [masks] = inner.map(maskerOf);
    return (value) => (Array.isArray(value) && masks !== undefined ? value.map(masks) : value);
  }
  if (inner.length > 0) {
    // Of several, the one that the value is.
    const options = inner.map((option) => ({ option, masks: maskerOf(option) }));
    return (value) => {
      const found = options.find(({ option }) => z.safeParse(option, value).success);
      return found?.masks === undefined ? value : found.masks(value);
    };
  }
  const maskers = Object.entries(fields).flatMap(([name, field]) => {
    const masks = maskerOf(field);
    return masks === undefined ? [] : [[name, masks] as const];
  });
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const shown = maskers.filter(([name]) => Reflect.get(value, name) !== undefined);
    return {
      ...value,
      ...Object.fromEntries(shown.map(([name, masks]) => [name, masks(Reflect.get(value, name))])),
    };
  };
}

function partsOf(schema: z.core.$ZodType): {
  readonly inner?: readonly z.core.$ZodType[];
  readonly fields?: Readonly<Record<string, z.core.$ZodType>>;
} {
  if (schema instanceof z.ZodMiniObject) return { fields: schema.def.shape };
  if (schema instanceof z.ZodMiniArray) return { inner: [schema.def.element] };
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable)
    return { inner: [schema.def.innerType] };
  if (schema instanceof z.ZodMiniUnion) return { inner: schema.def.options };
  return {};
}
