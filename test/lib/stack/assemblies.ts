/** The environments that all template tests look at, each synthesized once. */
import { type Assembly, assemble } from '../fixtures/template.ts';

let devAssembly: Assembly | undefined;
let prodAssembly: Assembly | undefined;
let configuredAssembly: Assembly | undefined;

export function dev(): Assembly {
  devAssembly ??= assemble('dev');
  return devAssembly;
}

/** With demo agents, so that it has everything that dev has. */
export function prod(): Assembly {
  prodAssembly ??= assemble('prod', { demoAgents: true });
  return prodAssembly;
}

/** Settings of cdk.json that dev and prod leave as they are. */
export const configured = {
  alias: 'larkfield',
  account: '123456789012',
  region: 'eu-west-2',
  demoAgents: false,
  alarms: { on: true, email: 'night@example.com' },
  phoneNumber: { country: 'GB', type: 'TOLL_FREE' },
  queues: {
    support: { capacity: 7, answerWithinSeconds: 20 },
    orders: { capacity: 8, answerWithinSeconds: 30 },
    escalations: { capacity: 9, answerWithinSeconds: 40 },
    departments: { capacity: 10 },
  },
  reservedConcurrency: { 'verify-caller': 5 },
  desktop: {
    origins: ['https://desk.example.com'],
    requestsPerSecond: 5,
    minutesAfterContact: 30,
    dispositions: [],
    issuer: {
      url: 'https://login.example.com/larkfield',
      audience: 'desk',
      claims: { agentId: 'connect_id', username: 'sub', groups: 'groups', supervisors: 'leads' },
    },
  },
} as const;

/** An environment with those settings. */
export function configuredOtherwise(): Assembly {
  configuredAssembly ??= assemble('dev', configured);
  return configuredAssembly;
}
