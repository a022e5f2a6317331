/** The fixture as a running centre that the real SDK client asks, with agents who take tasks or chats beside calls. */
import { Connect } from '@aws-sdk/client-connect';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import type { Cloud } from '../../../local/cloud.ts';
import { bootFixture } from './booted-cloud.ts';
import { add, change, type Mutate } from './booted-resources.ts';

export const CENTRE = { 'Fn::GetAtt': ['Centre', 'Arn'] };
export const SUPPORT = { 'Fn::GetAtt': ['Support', 'QueueArn'] };

/** Agents take contacts of the channel, too, out of the queue for calls. */
export const servesToo = (Channel: 'TASK' | 'CHAT', Concurrency: number, crossChannel: object = {}): Mutate =>
  change('Agents', {
    MediaConcurrencies: [
      { Channel: 'VOICE', Concurrency: 1 },
      { Channel, Concurrency, ...crossChannel },
    ],
    QueueConfigs: ['VOICE', Channel].map((each, index) => ({
      Delay: 0,
      Priority: index + 1,
      QueueReference: { Channel: each, QueueArn: SUPPORT },
    })),
  });

/** Tasks come also to who has another contact. */
export const servesTasks = servesToo('TASK', 3, {
  CrossChannelBehavior: { BehaviorType: 'ROUTE_ANY_CHANNEL' },
});

/** A flow of a type that no contact can begin with. */
export const whisperFlow = add('Whisper', 'AWS::Connect::ContactFlow', {
  InstanceArn: CENTRE,
  Name: 'whisper',
  Type: 'AGENT_WHISPER',
  Content: JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'it',
    Metadata: {},
    Actions: [{ Identifier: 'it', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} }],
  }),
});

export const clientOf = ({ endpointUrl }: Cloud): Connect =>
  new Connect({
    endpoint: endpointUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAPERSON', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });

export interface ApiCentre {
  readonly cloud: Cloud<VirtualDriver>;
  readonly client: Connect;
  /** Of the instance and its flow `main`, as requests name them. */
  readonly ids: { readonly InstanceId: string; readonly ContactFlowId: string };
  readonly sam: string;
  readonly close: () => Promise<void>;
}

export async function apiCentre(...mutations: readonly Mutate[]): Promise<ApiCentre> {
  const cloud = await bootFixture(...mutations);
  const client = clientOf(cloud);
  const { id: InstanceId, flows, users } = cloud.centre.instance;
  return {
    cloud,
    client,
    ids: { InstanceId, ContactFlowId: flows.find(({ name }) => name === 'main')?.id ?? '' },
    sam: users[0]?.id ?? '',
    async close() {
      client.destroy();
      await cloud.close();
    },
  };
}
