/** A small vocabulary in which a block declares the shape of its parameters, once, for checking, typing and docs. */

/**
 * How far a value may be dynamic (devguide/flow-language-actions-parameter-restrictions):
 * `static`: no JSONPath at all; `reference`: static or one whole JSONPath; `text`: JSONPaths anywhere in it.
 */
export type Dynamic = 'static' | 'reference' | 'text';

export type Shape = TextShape | NumberShape | ChoiceShape | MapShape | ListShape | ObjectShape | JsonShape;

export interface TextShape {
  readonly kind: 'text';
  readonly dynamic: Dynamic;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
}

/** A number on the wire is a string of digits; `min` and `max` are inclusive. */
export interface NumberShape {
  readonly kind: 'number';
  readonly dynamic: Dynamic;
  readonly min?: number;
  readonly max?: number;
}

export interface ChoiceShape<C extends string = string> {
  readonly kind: 'choice';
  readonly dynamic: Dynamic;
  readonly choices: readonly C[];
}

export interface MapShape<V extends Shape = Shape> {
  readonly kind: 'map';
  readonly value: V;
  readonly minEntries?: number;
  readonly maxEntries?: number;
}

export interface ListShape<I extends Shape = Shape> {
  readonly kind: 'list';
  readonly item: I;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface ObjectShape<F extends Fields = Fields> {
  readonly kind: 'object';
  readonly fields: F;
  /** Of each group exactly one (or at most one) field may be given. */
  readonly groups: readonly FieldGroup[];
  /** Other names may stand beside the fields, where the documentation gives no list. */
  readonly open?: true;
}

export interface OpenObjectShape<F extends Fields = Fields> extends ObjectShape<F> {
  readonly open: true;
}

/** Nested JSON with real types, as in ShowView's ViewData. */
export interface JsonShape {
  readonly kind: 'json';
}

export type Fields = { readonly [name: string]: Field };
export interface Field<S extends Shape = Shape, R extends boolean = boolean> {
  readonly shape: S;
  readonly required: R;
}
export interface FieldGroup {
  readonly names: readonly string[];
  readonly rule: 'exactly-one' | 'at-most-one' | 'at-least-one';
}

export const required = <S extends Shape>(shape: S): Field<S, true> => ({ shape, required: true });
export const optional = <S extends Shape>(shape: S): Field<S, false> => ({ shape, required: false });

export const text = (dynamic: Dynamic, limits: { maxLength?: number; pattern?: RegExp } = {}): TextShape => ({
  kind: 'text',
  dynamic,
  ...limits,
});
export const number = (dynamic: Dynamic, limits: { min?: number; max?: number } = {}): NumberShape => ({
  kind: 'number',
  dynamic,
  ...limits,
});
export const choice = <const C extends string>(
  choices: readonly C[],
  dynamic: Dynamic = 'static',
): ChoiceShape<C> => ({ kind: 'choice', dynamic, choices });
export const map = <V extends Shape>(
  value: V,
  limits: { minEntries?: number; maxEntries?: number } = {},
): MapShape<V> => ({ kind: 'map', value, ...limits });
export const list = <I extends Shape>(
  item: I,
  limits: { minItems?: number; maxItems?: number } = {},
): ListShape<I> => ({ kind: 'list', item, ...limits });
export const object = <F extends Fields>(fields: F, groups: readonly FieldGroup[] = []): ObjectShape<F> => ({
  kind: 'object',
  fields,
  groups,
});
/** An object whose other names are not known to anybody but the service. */
export const openObject = <F extends Fields>(fields: F): OpenObjectShape<F> => ({
  ...object(fields),
  open: true,
});
export const json = (): JsonShape => ({ kind: 'json' });

/** The TypeScript type of a value of the shape, as an author writes it. */
export type ValueOf<S extends Shape> = S extends TextShape
  ? string
  : S extends NumberShape
    ? number | string
    : S extends ChoiceShape<infer C>
      ? S['dynamic'] extends 'static'
        ? C
        : C | `$.${string}`
      : S extends MapShape<infer V>
        ? { readonly [key: string]: ValueOf<V> }
        : S extends ListShape<infer I>
          ? readonly ValueOf<I>[]
          : S extends OpenObjectShape<infer F>
            ? ValuesOf<F> & { readonly [name: string]: unknown }
            : S extends ObjectShape<infer F>
              ? ValuesOf<F>
              : unknown;

export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F as F[K]['required'] extends true ? K : never]: ValueOf<F[K]['shape']>;
} & {
  readonly [K in keyof F as F[K]['required'] extends true ? never : K]?: ValueOf<F[K]['shape']>;
};
