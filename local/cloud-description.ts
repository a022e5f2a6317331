/** What the local cloud runs, for `npm start`, the start page and the commands. */
import type { Deployment } from './assembly/deploy.ts';
import type { ConnectState } from './connect/state.ts';
import type { FunctionsRuntime } from './lambda/runtime.ts';
import type { ScheduleDescription } from './scheduler/scheduler.ts';
import type { RunningStack } from './web/running-stack.ts';

export interface CloudDescription extends RunningStack {
  readonly agents: {
    username: string;
    name: string;
    /** Name of the secret that holds the password. */
    passwordIn?: string;
  }[];
  /** Where each number leads; without a flow it is not in service. */
  readonly lines: readonly { readonly number: string; readonly flow?: string }[];
  readonly flows: readonly { readonly name: string; readonly type: string }[];
  /** Sentences about kept data and custom resources that a person should know. */
  readonly notes: readonly string[];
}

interface Parts {
  readonly state: ConnectState;
  readonly deployment: Deployment;
  readonly functions: FunctionsRuntime;
  readonly endpointUrl: string;
  readonly schedules: readonly ScheduleDescription[];
  readonly tableNames: readonly string[];
  readonly notes: readonly string[];
}

const countByType = (resources: readonly { readonly type: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { type } of resources) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};

export const describeCloud = (parts: Parts): CloudDescription => {
  const { state, deployment } = parts;
  const passwordIn = (username: string): string | undefined => {
    const password = state.passwords.get(username);
    if (password === undefined) return undefined;
    return deployment.secrets.find(({ value }) => value.includes(password))?.name;
  };
  return {
    stackName: deployment.stackName,
    region: deployment.region,
    accountId: deployment.accountId,
    endpointUrl: parts.endpointUrl,
    outputs: { ...deployment.outputs },
    instanceArn: state.instance?.arn ?? '',
    numbers: state.numbers.list().map(({ number }) => number),
    lines: state.numbers.list().map(({ number, flowId }) => {
      const flow = flowId === undefined ? undefined : state.flows.find(flowId)?.name;
      return flow === undefined ? { number } : { number, flow };
    }),
    agents: state.users.list().map(({ username, firstName, lastName }) => {
      const secret = passwordIn(username);
      const agent = { username, name: `${firstName} ${lastName}`.trim() };
      return secret === undefined ? agent : { ...agent, passwordIn: secret };
    }),
    queues: state.queues.list().map(({ name }) => name),
    flows: [...state.flows.list(), ...state.modules.list()].map(({ name, type }) => ({ name, type })),
    functions: parts.functions.definitions().map(({ name }) => name),
    schedules: [...parts.schedules],
    tables: [...parts.tableNames],
    passive: countByType(deployment.passive),
    notes: parts.notes,
  };
};
