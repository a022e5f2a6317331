/** The Connect API over HTTP, asked by the real SDK client: as the person at the machine, or as a role. */
import { Connect } from '@aws-sdk/client-connect';
import { connectApi } from '../../../local/connect/api/connect-api.ts';
import type { Contacts } from '../../../local/connect/api/contacts-port.ts';
import { unlimited } from '../../../local/connect/api/throttle.ts';
import { Outbox } from '../../../local/connect/outbox.ts';
import { startEndpoint } from '../../../local/endpoint/endpoint.ts';
import type { Decision, Principal } from '../../../local/endpoint/service.ts';
import { type BootedResources, bootResources, type Mutate, REGION } from './booted-resources.ts';

const NO_CONTACTS: Contacts = {
  describe: () => undefined,
  setAttributes: () => 'there are no contacts',
  stop: () => 'there are no contacts',
  startTask: () => ({ refusal: 'there are no contacts' }),
  changeTask: () => 'there are no contacts',
  transferTask: () => ({ refusal: 'there are no contacts' }),
  monitor: () => ({ refusal: 'there are no contacts' }),
  startCall: () => ({ refusal: 'there are no contacts' }),
  startChat: () => ({ refusal: 'there are no contacts' }),
  addBot: () => ({ refusal: 'there are no contacts' }),
  chat: () => undefined,
  sayInChat: () => ({ refusal: 'there are no contacts', name: 'ResourceNotFoundException' }),
};

export interface ServedApi extends BootedResources {
  readonly url: string;
  /** A client with the rights of the person at the machine. */
  readonly client: Connect;
  /** A client in a role with this policy. */
  as(statements: readonly PolicyStatement[]): Promise<Connect>;
  close(): Promise<void>;
}

export interface PolicyStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

const STACK = {
  stackName: 'Front-test',
  stackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/Front-test/x',
  region: REGION,
  accountId: '123456789012',
  partition: 'aws',
};

export const serveApi = async (...mutations: readonly Mutate[]): Promise<ServedApi> => {
  const booted = await bootResources(...mutations);
  const endpoint = await startEndpoint({
    accessKeys: booted.accessKeys,
    services: [
      connectApi({
        state: booted.state,
        contacts: NO_CONTACTS,
        throttle: unlimited,
        outbox: new Outbox(() => 0),
      }),
    ],
  });
  const clients: Connect[] = [];
  const open = (accessKeyId: string): Connect => {
    const client = new Connect({
      endpoint: endpoint.url,
      region: REGION,
      credentials: { accessKeyId, secretAccessKey: 'secret' },
      maxAttempts: 1,
    });
    clients.push(client);
    return client;
  };
  let roles = 0;
  return {
    ...booted,
    url: endpoint.url,
    client: open('AKIAPERSON'),
    async as(statements) {
      roles += 1;
      const { roles: iam } = booted.runtime;
      const [create] = iam.provisioners();
      const role = await create?.create({
        logicalId: `Role${roles}`,
        type: 'AWS::IAM::Role',
        stack: STACK,
        properties: {
          RoleName: `role-${roles}`,
          AssumeRolePolicyDocument: { Statement: [] },
          Policies: [
            { PolicyName: 'rights', PolicyDocument: { Version: '2012-10-17', Statement: statements } },
          ],
        },
      });
      const arn = `arn:aws:sts::123456789012:assumed-role/role-${roles}/session`;
      const principal: Principal = {
        arn,
        decide: (action, resource, context): Decision =>
          iam.decide(String(role?.attributes['Arn']), arn, action, resource, context),
      };
      return open(booted.accessKeys.issue(principal).accessKeyId);
    },
    async close() {
      for (const client of clients) client.destroy();
      await endpoint.close();
    },
  };
};
