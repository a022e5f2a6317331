/** What an author has to say about a step of each action type, as the compiler derives it from the block's declaration. */
import type { BLOCKS, BlockType } from '../blocks/catalogue.ts';
import type { Branches, ConditionRule } from '../language/branches.ts';
import type { Fields, ValuesOf } from '../language/parameters.ts';

type FieldsOf<K extends BlockType> = (typeof BLOCKS)[K]['parameters']['fields'];
type BranchesOf<K extends BlockType> = ReturnType<(typeof BLOCKS)[K]['branches']>;

/** Flow types in which the block may stand. */
export type FlowTypesOf<K extends BlockType> = (typeof BLOCKS)[K]['flowTypes'][number];

/** The members of a list that the compiler knows one by one, or `string`. */
type Names<List> = List extends readonly (infer Name extends string)[] ? Name : never;

type ParametersTerm<F extends Fields> = [keyof F] extends [never]
  ? { readonly parameters?: { readonly [name: string]: never } }
  : SomeParametersTerm<F>;

type SomeParametersTerm<F extends Fields> =
  Partial<ValuesOf<F>> extends ValuesOf<F>
    ? { readonly parameters?: ValuesOf<F> }
    : { readonly parameters: ValuesOf<F> };

/** A step that only branches may leave `next` out: it then mirrors a branch, as the console writes it. */
type NextTerm<B extends Branches, Target> = B['next'] extends 'required'
  ? { readonly next: Target }
  : B['next'] extends 'none'
    ? { readonly next?: never }
    : { readonly next?: Target };

type Required<B extends Branches> = Names<B['errors']['required']>;
type Optional<B extends Branches> = Names<B['errors']['optional']>;

type ErrorsTerm<B extends Branches, Target> = [Required<B>] extends [never]
  ? [Optional<B>] extends [never]
    ? { readonly errors?: never }
    : { readonly errors?: { readonly [E in Optional<B>]?: Target } }
  : { readonly errors: { readonly [E in Required<B>]: Target } & { readonly [E in Optional<B>]?: Target } };

/** In the order in which they are asked: the first that holds is taken. */
export type ConditionTerm<Target, Operator extends string = string> = readonly [
  operator: Operator,
  operand: string,
  to: Target,
];

type ConditionsTerm<C extends ConditionRule, Target> = C extends { readonly kind: 'none' }
  ? { readonly conditions?: never }
  : C extends { readonly kind: 'exactly'; readonly operands: infer Operands }
    ? { readonly conditions: { readonly [Operand in Names<Operands>]: Target } }
    : C extends { readonly kind: 'among'; readonly operands: infer Operands }
      ? { readonly conditions?: { readonly [Operand in Names<Operands>]?: Target } }
      : C extends { readonly atLeast: number; readonly operators: infer Operators }
        ? { readonly conditions: readonly ConditionTerm<Target, Names<Operators>>[] }
        : C extends { readonly operators: infer Operators }
          ? { readonly conditions?: readonly ConditionTerm<Target, Names<Operators>>[] }
          : never;

/** One member for each form of the type: a menu has other errors than stored input. */
type TermsOfForms<K extends BlockType, B extends Branches, Target> = B extends Branches
  ? ParametersTerm<FieldsOf<K>> &
      NextTerm<B, Target> &
      ErrorsTerm<B, Target> &
      ConditionsTerm<B['conditions'], Target>
  : never;

/** Every error that any block knows. */
type AnyError = Required<BranchesOf<BlockType>> | Optional<BranchesOf<BlockType>>;

/** The ways out of any step, from which the compiler learns the targets. */
export interface Ways<Target> {
  readonly next?: Target;
  readonly errors?: { readonly [E in AnyError]?: Target };
  readonly conditions?: readonly ConditionTerm<Target>[] | { readonly [operand: string]: Target };
}

/** What a step of each type needs. */
export type ActionTermsByType<Target> = {
  readonly [K in BlockType]: TermsOfForms<K, BranchesOf<K>, Target>;
};
