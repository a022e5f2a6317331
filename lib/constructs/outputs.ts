/** What whoever has deployed the stack is told: where to call, where agents sign in, what the tables are called. */
import { CfnOutput, type Stack } from 'aws-cdk-lib';

interface Outputs {
  readonly phoneNumber: string;
  /** Of the instance. */
  readonly alias: string;
  readonly instanceId: string;
  readonly languages: readonly string[];
  readonly orderFilesBucket: string;
  readonly recordingsBucket: string;
  readonly tables: readonly {
    readonly name: string;
    readonly purpose: string;
    readonly tableName: string;
  }[];
  readonly desktop: { readonly url: string; readonly audience: string; readonly poolId?: string };
  /** Where alarms are told; absent where there are none. */
  readonly alarmTopicArn: string | undefined;
  readonly givenUpQueueUrl: string;
  /** Absent where cases are not mirrored. */
  readonly mirrorFunction: string | undefined;
  readonly demoAgents: readonly { readonly username: string; readonly secretArn: string }[];
}

export function writeOutputs(stack: Stack, outputs: Outputs): void {
  const output = (id: string, value: string, description: string): void => {
    new CfnOutput(stack, id, { value, description });
  };
  output('PhoneNumber', outputs.phoneNumber, 'Dial this number');
  output(
    'SoftphoneAddress',
    `https://${outputs.alias}.my.connect.aws/ccp-v2/`,
    'Agents sign in and answer here',
  );
  output('InstanceId', outputs.instanceId, 'Amazon Connect instance');
  output('Region', stack.region, 'Region of the contact centre');
  output('Languages', outputs.languages.join(','), 'What callers are spoken to in');
  output('OrderFilesBucket', outputs.orderFilesBucket, 'Drop files with orders here');
  output('RecordingsBucket', outputs.recordingsBucket, 'Recordings of calls');
  const { url, audience, poolId } = outputs.desktop;
  output('ApiAddress', url, 'HTTP API of the desktop (docs/openapi.json)');
  output('ApiClient', audience, 'Whom the tokens of the desktop are for');
  if (poolId !== undefined) output('ApiPool', poolId, 'User pool of the agents');
  output('GivenUpQueue', outputs.givenUpQueueUrl, 'Says which records and changes were given up');
  if (outputs.alarmTopicArn !== undefined)
    output('AlarmTopic', outputs.alarmTopicArn, 'Subscribe to be told of alarms');
  if (outputs.mirrorFunction !== undefined)
    output('MirrorFunction', outputs.mirrorFunction, 'Mirrors cases into Amazon Connect Cases');
  for (const { name, purpose, tableName } of outputs.tables)
    output(`${capitalised(name)}Table`, tableName, purpose);
  const { demoAgents } = outputs;
  if (demoAgents.length > 0) {
    output(
      'AgentUsernames',
      demoAgents.map(({ username }) => username).join(','),
      'User names of the agents',
    );
  }
  for (const { username, secretArn } of demoAgents) {
    output(
      `AgentPassword${capitalised(username)}`,
      secretArn,
      `Secrets Manager secret with the first password of the agent ${username}`,
    );
  }
}

/** Logical ids take letters and digits only. */
function capitalised(name: string): string {
  return name
    .split(/[^a-z0-9]/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
