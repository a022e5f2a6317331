/** The people who answer: what they may do, whose calls they get, and the demo agents. */

import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnRoutingProfile, CfnSecurityProfile, CfnUser } from 'aws-cdk-lib/aws-connect';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';
import { SUPERVISORS } from './agent-sign-in.ts';
import { Languages } from './languages.ts';
import type { Queues } from './queues.ts';

const afterContactWorkSeconds = 120;

/** The caller who has a case raised comes before the task about it: an agent at whom something rings gets nothing else. */
const taskDelaySeconds = 30;

export interface AgentsProps {
  readonly instanceArn: string;
  readonly queues: Queues;
  /** Whose quick connects the agents see. */
  readonly quickConnectsQueueArn: string;
  readonly agents: Configuration['agents'];
}

/** A demo agent of the deployed centre, as the outputs name them. */
export interface DemoAgent {
  readonly username: string;
  /** Secret with the keys `username` and `password`. */
  readonly secretArn: string;
  /** ARN of the user in Connect. */
  readonly userArn: string;
  /** Groups of the user pool. */
  readonly groups: readonly string[];
}

function served(queueArn: string, channel: 'VOICE' | 'TASK', priority: number, delay = 0) {
  return { priority, delay, queueReference: { channel, queueArn } };
}

export class Agents extends Construct {
  readonly demoAgents: readonly DemoAgent[];

  constructor(scope: Construct, id: string, props: AgentsProps) {
    super(scope, id);
    const securityProfile = new CfnSecurityProfile(this, 'SecurityProfile', {
      instanceArn: props.instanceArn,
      securityProfileName: 'agents',
      description: 'Answers contacts in the softphone, and nothing else',
      permissions: ['BasicAgentAccess', 'OutboundCallAccess'],
    });
    const { supportArn, ordersArn, escalationsArn, departmentArns } = props.queues;
    const departments = Object.values(departmentArns);
    const routingProfile = new CfnRoutingProfile(this, 'RoutingProfile', {
      instanceArn: props.instanceArn,
      name: 'agents',
      description: 'Escalations first, then orders and support: one call at a time, and a task beside it',
      defaultOutboundQueueArn: supportArn,
      mediaConcurrencies: [
        { channel: 'VOICE', concurrency: 1 },
        // Nobody waits because an agent works on a task.
        { channel: 'TASK', concurrency: 1, crossChannelBehavior: { behaviorType: 'ROUTE_ANY_CHANNEL' } },
      ],
      // A routing profile is created with ten of these at most (API_CreateRoutingProfile, QueueConfigs).
      queueConfigs: [
        served(escalationsArn, 'VOICE', 1),
        served(escalationsArn, 'TASK', 2, taskDelaySeconds),
        served(ordersArn, 'VOICE', 3),
        served(supportArn, 'VOICE', 3),
        served(supportArn, 'TASK', 4, taskDelaySeconds),
        ...departments.map((departmentArn) => served(departmentArn, 'TASK', 4, taskDelaySeconds)),
        served(props.quickConnectsQueueArn, 'VOICE', 5),
      ],
    });
    // For people who work in a department all day; demo agents do what little comes there beside their calls.
    new CfnRoutingProfile(this, 'Departments', {
      instanceArn: props.instanceArn,
      name: 'departments',
      description: 'Shipping, technical, quality and billing: tasks, and calls that are put through',
      defaultOutboundQueueArn: supportArn,
      mediaConcurrencies: [
        { channel: 'VOICE', concurrency: 1 },
        { channel: 'TASK', concurrency: 2, crossChannelBehavior: { behaviorType: 'ROUTE_ANY_CHANNEL' } },
      ],
      queueConfigs: [
        ...departments.flatMap((departmentArn) => [
          served(departmentArn, 'VOICE', 1),
          served(departmentArn, 'TASK', 2),
        ]),
        served(props.quickConnectsQueueArn, 'VOICE', 5),
      ],
    });
    const languages = new Languages(this, 'Languages', { instanceArn: props.instanceArn });
    this.demoAgents = props.agents.map((agent) => {
      const secret = this.initialPassword(agent.username);
      const user = new CfnUser(this, agent.username, {
        instanceArn: props.instanceArn,
        username: agent.username,
        password: secret.secretValueFromJson('password').unsafeUnwrap(),
        identityInfo: { firstName: agent.firstName, lastName: agent.lastName },
        phoneConfig: {
          phoneType: 'SOFT_PHONE',
          autoAccept: false,
          afterContactWorkTimeLimit: afterContactWorkSeconds,
        },
        routingProfileArn: routingProfile.attrRoutingProfileArn,
        securityProfileArns: [securityProfile.attrSecurityProfileArn],
      });
      languages.giveTo(user, agent);
      return {
        username: agent.username,
        secretArn: secret.secretArn,
        userArn: user.attrUserArn,
        groups: [...(agent.supervises === true ? [SUPERVISORS] : []), ...(agent.departments ?? [])],
      };
    });
  }

  /** Connect wants 8 to 64 characters with a small letter, a capital and a digit (API_CreateUser). */
  private initialPassword(username: string): Secret {
    const secret = new Secret(this, `${username}-password`, {
      description: `Callwright: first password of the demo agent ${username}`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username }),
        generateStringKey: 'password',
        passwordLength: 20,
        // Typed by hand at the first sign-in: no punctuation and no look-alikes.
        excludePunctuation: true,
        excludeCharacters: '0O1lI',
        requireEachIncludedType: true,
      },
      // Belongs to a demo agent: without the agent it opens nothing.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        "Holds a demo agent's first password only; the password lives in Connect, which a rotation of this secret would not change.",
    });
    return secret;
  }
}
