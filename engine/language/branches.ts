/** The branches that an action of a type may and must have, as data. */

/** Which branches an action of the type has. Forms of one type (menu, store) differ: hence functions of parameters. */
export interface Branches {
  /** `required`: a NextAction must be there; `none`: terminal, `Transitions` is `{}`; `optional`: may be left out. */
  readonly next: 'required' | 'optional' | 'none';
  readonly errors: { readonly required: readonly string[]; readonly optional: readonly string[] };
  readonly conditions: ConditionRule;
}

export type ConditionRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'any'; readonly operators: readonly string[]; readonly atLeast?: number }
  /** Exactly these operands, each once, compared with Equals. */
  | { readonly kind: 'exactly'; readonly operands: readonly string[] }
  /** Equals with operands among these. */
  | { readonly kind: 'among'; readonly operands: readonly string[] }
  | { readonly kind: 'matching'; readonly operators: readonly string[]; readonly operand: RegExp };
