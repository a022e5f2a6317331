/** Reads what the stack put in a function's environment, once, as the function starts. */

import * as z from 'zod/mini';
import { type TableName, tableVariable } from '../domain/table-names.ts';
import { TASK_FLOW_VARIABLE } from './contract.ts';
import { Fault } from './fault.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The physical name of a table. Throws a {@link Fault} that names the missing variable. */
export function tableName(table: TableName, environment: Environment = process.env): string {
  return required(tableVariable(table), `the physical name of the table '${table}'`, environment);
}

/** A flow by the ids that the Connect API takes. */
export interface FlowAddress {
  readonly instanceId: string;
  readonly flowId: string;
}

/** The flow with which the function starts tasks. Throws a {@link Fault} that names what is wrong. */
export function taskFlow(environment: Environment = process.env): FlowAddress {
  const arn = required(TASK_FLOW_VARIABLE, 'the ARN of the flow of tasks', environment);
  const [, instanceId, flowId] = /:instance\/([^/]+)\/contact-flow\/([^/]+)$/.exec(arn) ?? [];
  if (instanceId === undefined || flowId === undefined) {
    throw new Fault(`${TASK_FLOW_VARIABLE} is not the ARN of a flow; the stack sets it`);
  }
  return { instanceId, flowId };
}

/** One of the variables that the contract asks for, parsed by its schema. Throws a {@link Fault} that names it. */
export function environmentValue<
  Schemas extends Readonly<Record<string, z.ZodMiniType>>,
  Variable extends Extract<keyof Schemas, string>,
>(
  contract: { readonly name: string; readonly environment: Schemas },
  variable: Variable,
  environment: Environment = process.env,
): z.output<Schemas[Variable]> {
  const text = required(variable, `JSON as lambdas/${contract.name}/contract.ts describes it`, environment);
  const schema: Schemas[Variable] = contract.environment[variable];
  const parsed = z.safeParse(schema, json(variable, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = [variable, ...(issue?.path ?? [])].join('.');
  throw new Fault(`${where} ${issue?.message ?? 'is not valid'}; the stack's configuration sets it`);
}

function json(variable: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault(`${variable} is not JSON; the stack's configuration sets it`, { cause: error });
  }
}

function required(variable: string, holds: string, environment: Environment): string {
  const value = environment[variable];
  if (value === undefined || value === '') {
    throw new Fault(`${variable} is not set; it must hold ${holds}, and the stack sets it`);
  }
  return value;
}
