/** What a flow has to know of a function's contract, as types alone: the engine imports no function. */

/** The types of a Standard Schema (https://standardschema.dev), which zod's schemas are. */
export interface Schema<Value = unknown> {
  readonly '~standard': { readonly types?: { readonly output: Value } | undefined };
}

export interface FunctionContract {
  /** Its folder; `${function.<name>}` in a rendered flow. */
  readonly name: string;
  readonly parameters: Schema;
  /** The fields that come with each outcome. */
  readonly outcomes: Readonly<Record<string, Schema>>;
  /** How long the flow's block waits, retries included. */
  readonly blockTimeoutSeconds: number;
}

type ValueOf<S extends Schema> = NonNullable<S['~standard']['types']>['output'];

/** One whole reference, in the spellings that an author uses. */
export type ReferenceText = `$.${string}` | `$['${string}`;

/** Each parameter is given as a value that the contract takes or as a reference that yields one. */
export type ParameterTexts<C extends FunctionContract> = {
  readonly [Name in keyof ValueOf<C['parameters']>]: ValueOf<C['parameters']>[Name] | ReferenceText;
};

export type OutcomeOf<C extends FunctionContract> = Extract<keyof C['outcomes'], string>;

/** A schema without fields has every name for the compiler, with no value: none of them is a field. */
type NamesIn<Fields> = string extends keyof Fields ? never : Extract<keyof Fields, string>;

export type FieldOf<C extends FunctionContract, Outcome extends OutcomeOf<C>> = NamesIn<
  ValueOf<C['outcomes'][Outcome]>
>;
