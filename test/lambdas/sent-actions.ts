/** Which IAM actions a function's requests need, read off the commands that it sent. */
import type { Contract } from '../../lambdas/runtime/contract.ts';
import { environment } from './flow-event.ts';

/** A mocked client: what it was asked to send. */
interface Stub {
  calls(): readonly { readonly args: readonly [{ readonly input: object }, ...unknown[]] }[];
}

const ACTIONS: Readonly<Record<string, string>> = {
  BatchGetItemCommand: 'dynamodb:BatchGetItem',
  GetItemCommand: 'dynamodb:GetItem',
  PutItemCommand: 'dynamodb:PutItem',
  UpdateItemCommand: 'dynamodb:UpdateItem',
  DeleteItemCommand: 'dynamodb:DeleteItem',
  QueryCommand: 'dynamodb:Query',
};

/** `dynamodb:Query orders/by-customer`, each once, sorted. Throws for a command that it does not know. */
export function sentActions(stub: Stub): readonly string[] {
  const sent = stub.calls().map((call) => {
    const [command] = call.args;
    const input = Object.entries(command.input);
    const action = ACTIONS[command.constructor.name];
    if (action === undefined) throw new Error(`no action is known for ${command.constructor.name}`);
    const value = (key: string) => input.find(([name]) => name === key)?.[1];
    const index = value('IndexName');
    const table = value('TableName') ?? Object.keys(value('RequestItems') ?? {})[0];
    return `${action} ${tableOf(table)}${index === undefined ? '' : `/${index}`}`;
  });
  return [...new Set(sent)].toSorted();
}

/** The same list from the contract. */
export function promisedActions({ uses }: Pick<Contract, 'uses'>): readonly string[] {
  return uses
    .flatMap(({ table, index, actions }) =>
      actions.map((action) => `${action} ${table}${index === undefined ? '' : `/${index}`}`),
    )
    .toSorted();
}

function tableOf(physicalName: unknown): string {
  const [variable] = Object.entries(environment).find(([, value]) => value === physicalName) ?? [];
  if (variable === undefined) throw new Error(`no table is called ${String(physicalName)}`);
  return variable.slice('TABLE_'.length).toLowerCase();
}
