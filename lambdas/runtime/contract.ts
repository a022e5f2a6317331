/** What a function and the flows that call it agree on: parameters, outcomes, time and the tables it may touch. */

import type * as z from 'zod/mini';
import { BLOCK_TIMEOUT_SECONDS_MAX, HANDLER_RESERVE_MS, SDK_ATTEMPTS } from '../domain/limits.ts';
import type { TableName } from '../domain/table-names.ts';

/** A `z.strictObject` whose values are strings, all that Connect sends and takes. */
export type TextObject = z.ZodMiniObject<
  Readonly<Record<string, z.ZodMiniType<string, string>>>,
  z.core.$strict
>;

/** IAM actions that a function makes on a table or on one of its indexes. */
export type TableAction =
  | 'dynamodb:BatchGetItem'
  | 'dynamodb:ConditionCheckItem'
  | 'dynamodb:DeleteItem'
  | 'dynamodb:GetItem'
  | 'dynamodb:PutItem'
  | 'dynamodb:Query'
  | 'dynamodb:UpdateItem';

/** What a function does with one table (`index` where it reads an index): its role holds exactly this. */
export interface TableUse {
  readonly table: TableName;
  readonly index?: string;
  readonly actions: readonly TableAction[];
}

/** The variable that holds the ARN of the flow with which a function starts tasks. */
export const TASK_FLOW_VARIABLE = 'TASK_FLOW_ARN';

/** The variable that holds the ARN of the function that a function starts in the background. */
export const BACKGROUND_VARIABLE = 'BACKGROUND_FUNCTION_ARN';

/** Work that a function starts and does not wait for. */
export interface BackgroundStart {
  /** The folder of the function that does it. */
  readonly function: string;
  /** Longest wait for one attempt to start it. */
  readonly attemptTimeoutMs: number;
}

/** A task that a function starts. */
export interface TaskStart {
  /** The task's flow. */
  readonly flow: string;
  /** Longest wait for one attempt to start it. */
  readonly attemptTimeoutMs: number;
}

/** What a function reads of the instance itself. */
export interface InstanceQuestion {
  readonly action: 'connect:ListPrompts';
  /** Requests that wait for one another in the longest run. */
  readonly requestsInSequence: number;
  readonly attemptTimeoutMs: number;
}

export interface ContractTerms<
  Name extends string = string,
  Parameters extends TextObject = TextObject,
  Outcomes extends Readonly<Record<string, TextObject>> = Readonly<Record<string, TextObject>>,
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> {
  /** The function's folder, e.g. `lookup-order`. */
  readonly name: Name;
  /** One sentence, shown with the deployed function. */
  readonly purpose: string;
  readonly parameters: Parameters;
  /** What may come of a call that worked, each with its own fields; the flow has a branch for each. */
  readonly outcomes: Outcomes;
  /** Environment variables besides the tables' names: each holds JSON of this schema. */
  readonly environment: Environment;
  /** Time that the flow's block gives Connect, all its retries included. */
  readonly blockTimeoutSeconds: number;
  readonly functionTimeoutSeconds: number;
  readonly memoryMb: number;
  /** Requests of tables that wait for one another in the longest run of the handler. */
  readonly requestsInSequence: number;
  /** Longest wait for one attempt of one AWS request. */
  readonly attemptTimeoutMs: number;
  readonly uses: readonly TableUse[];
  /** The task that the function starts for the agents, if it does: one request of Connect in its longest run. */
  readonly startsTask?: TaskStart;
  /** What it asks of the instance, if anything. */
  readonly asksInstance?: InstanceQuestion;
  /** What it starts in the background, if it does: one request of Lambda in its longest run. */
  readonly startsInBackground?: BackgroundStart;
}

export type Contract<
  Name extends string = string,
  Parameters extends TextObject = TextObject,
  Outcomes extends Readonly<Record<string, TextObject>> = Readonly<Record<string, TextObject>>,
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> = ContractTerms<Name, Parameters, Outcomes, Environment> & {
  /** The handler gives up here, so that its own words and not the service's end the invocation. */
  readonly handlerTimeoutMs: number;
  readonly sdkAttempts: number;
};

/** The parameters that a flow passes and a handler receives. */
export type ParametersOf<C extends Contract> = z.output<C['parameters']>;

/** The names of the outcomes: what a flow branches on. */
export type OutcomeOf<C extends Contract> = Extract<keyof C['outcomes'], string>;

/** The fields that come with one outcome, `$.External.<field>` in the flow. */
export type FieldsOf<C extends Contract, Outcome extends OutcomeOf<C>> = TextOf<C['outcomes'][Outcome]>;

/** Key by key, because zod's own type of an object without keys forbids every key, `outcome` too. */
type TextOf<Fields extends TextObject> = {
  readonly [Key in keyof Fields['shape']]: z.output<Fields['shape'][Key]>;
};

/** Every result that the function may return: a flat map of strings told apart by `outcome`. */
export type ResultOf<C extends Contract> = {
  [Outcome in OutcomeOf<C>]: { readonly outcome: Outcome } & FieldsOf<C, Outcome>;
}[OutcomeOf<C>];

/**
 * Makes a contract. Throws where its time-outs do not nest or a schema would let an unknown key pass: both are
 * mistakes of the author, found when the file is loaded.
 */
export function defineContract<
  const Name extends string,
  Parameters extends TextObject,
  Outcomes extends Readonly<Record<string, TextObject>>,
  Environment extends Readonly<Record<string, z.ZodMiniType>>,
>(
  terms: ContractTerms<Name, Parameters, Outcomes, Environment>,
): Contract<Name, Parameters, Outcomes, Environment> {
  const contract = {
    ...terms,
    handlerTimeoutMs: terms.functionTimeoutSeconds * 1000 - HANDLER_RESERVE_MS,
    sdkAttempts: SDK_ATTEMPTS,
  };
  assertTimeoutsNest(contract);
  assertStrict(`${terms.name}: parameters`, terms.parameters);
  for (const [outcome, fields] of Object.entries(terms.outcomes)) {
    assertStrict(`${terms.name}: outcome '${outcome}'`, fields);
    if ('outcome' in fields.shape) {
      throw new Error(
        `${terms.name}: outcome '${outcome}' has a field 'outcome', which names the outcome itself`,
      );
    }
  }
  return contract;
}

/**
 * A slow table must end in the handler's own fault, and a slow handler before Connect stops listening: otherwise
 * a caller hears "failed" for a write that happened.
 */
function assertTimeoutsNest(contract: Contract): void {
  const { name, requestsInSequence, sdkAttempts, attemptTimeoutMs, handlerTimeoutMs } = contract;
  const { startsTask, asksInstance, startsInBackground } = contract;
  const taskMs = sdkAttempts * (startsTask?.attemptTimeoutMs ?? 0);
  const askingMs =
    sdkAttempts * (asksInstance?.requestsInSequence ?? 0) * (asksInstance?.attemptTimeoutMs ?? 0);
  const startMs = sdkAttempts * (startsInBackground?.attemptTimeoutMs ?? 0);
  const sdkMs = requestsInSequence * sdkAttempts * attemptTimeoutMs + taskMs + askingMs + startMs;
  const andTask = [
    ...(taskMs === 0 ? [] : [` and ${taskMs} ms for the task`]),
    ...(askingMs === 0 ? [] : [` and ${askingMs} ms for the instance`]),
    ...(startMs === 0 ? [] : [` and ${startMs} ms to start ${startsInBackground?.function}`]),
  ].join('');
  const functionMs = contract.functionTimeoutSeconds * 1000;
  const blockMs = contract.blockTimeoutSeconds * 1000;
  if (!(sdkMs < handlerTimeoutMs)) {
    throw new Error(
      `${name}: ${requestsInSequence} requests × ${sdkAttempts} attempts × ${attemptTimeoutMs} ms${andTask} = ${sdkMs} ms must be less than the handler's ${handlerTimeoutMs} ms`,
    );
  }
  if (!(functionMs <= blockMs / 2)) {
    throw new Error(
      `${name}: the function's ${functionMs} ms must be at most half the block's ${blockMs} ms, so that one retry fits`,
    );
  }
  if (contract.blockTimeoutSeconds > BLOCK_TIMEOUT_SECONDS_MAX) {
    throw new Error(
      `${name}: blockTimeoutSeconds is ${contract.blockTimeoutSeconds}; Connect waits at most ${BLOCK_TIMEOUT_SECONDS_MAX}`,
    );
  }
}

function assertStrict(what: string, schema: TextObject): void {
  if (schema.def.catchall?._zod.def.type !== 'never') {
    throw new Error(`${what}: write it as z.strictObject, so that a misspelt key is refused`);
  }
}
