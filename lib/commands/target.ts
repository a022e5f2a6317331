/** Where a command works: the tables of a running local centre or of a deployed stack. */
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { World } from '../demo-world/seed.ts';

/** A stack by what it says of itself. */
export interface Target {
  readonly name: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Present for the local centre. */
  readonly endpointUrl?: string;
  readonly region?: string;
}

/** A target that cannot be used; the message is one sentence. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}

/**
 * Reads the outputs of a deployed stack, with the credentials and Region of the AWS SDK's usual places.
 * @param client for tests
 * @throws TargetError when there is no such stack, or no way to ask for it
 */
export async function deployedStack(
  name: string,
  client: CloudFormationClient = new CloudFormationClient({}),
): Promise<Target> {
  try {
    const { Stacks: stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const outputs = (stacks[0]?.Outputs ?? []).flatMap(({ OutputKey: key, OutputValue: value }) =>
      key === undefined || value === undefined ? [] : [[key, value] as const],
    );
    return { name, outputs: Object.fromEntries(outputs) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TargetError(
      `The stack '${name}' cannot be read (${why}): give --target local, or a stack of your AWS account and Region.`,
      { cause: error },
    );
  } finally {
    client.destroy();
  }
}

/** @throws TargetError when the stack does not name its instance */
export function instanceOf({ name, outputs }: Target): {
  readonly instanceId: string;
  readonly region?: string;
} {
  const { InstanceId: instanceId, Region: region } = outputs;
  if (instanceId === undefined)
    throw new TargetError(`The stack '${name}' has no output InstanceId: is it a Callwright stack?`);
  return { instanceId, ...(region === undefined ? {} : { region }) };
}

/** Physical name of a table. @throws TargetError when the stack does not name it */
export function tableOf({ name, outputs }: Target, output: string): string {
  const physical = outputs[output];
  if (physical !== undefined) return physical;
  throw new TargetError(`The stack '${name}' has no output ${output}: is it a Callwright stack?`);
}

export function clientOf({ endpointUrl, region }: Target): DynamoDBClient {
  return new DynamoDBClient({
    ...(region === undefined ? {} : { region }),
    // The local endpoint takes any credentials for the person at the machine.
    ...(endpointUrl === undefined
      ? {}
      : { endpoint: endpointUrl, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
}

/** @throws TargetError when the stack does not name its tables */
export function worldOf(target: Target): World {
  const { CasesTable: cases, MessagesTable: messages, AppointmentsTable: appointments } = target.outputs;
  const tables = {
    customers: tableOf(target, 'CustomersTable'),
    orders: tableOf(target, 'OrdersTable'),
    ...(cases === undefined ? {} : { cases }),
    ...(messages === undefined ? {} : { messages }),
    ...(appointments === undefined ? {} : { appointments }),
  };
  return { tables, client: clientOf(target) };
}
