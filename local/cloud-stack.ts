/** Deploys the assembly's stack to the parts of the local cloud. */
import { join } from 'node:path';
import { type Assembly, assetPath } from './assembly/assembly.ts';
import { type Deployment, type DeployOptions, deploy } from './assembly/deploy.ts';
import { stackIdentity } from './assembly/physical-name.ts';
import type { Provisioner } from './assembly/provisioner.ts';
import { fileStateStore, memoryStateStore } from './assembly/stack-state.ts';
import { connectProvisioners } from './connect/resources/provisioners.ts';
import type { ConnectState } from './connect/state.ts';
import type { DynamoDb } from './dynamodb/open.ts';
import type { Endpoint } from './endpoint/endpoint.ts';
import { KEPT } from './kept.ts';
import { customResourcePort } from './lambda/custom-resource-port.ts';
import type { FunctionsRuntime } from './lambda/runtime.ts';
import type { Scheduler } from './scheduler/scheduler.ts';

/** What the person who boots may say about the stack. */
export interface StackOptions {
  /** Where tables and the stack's state are kept between runs; in memory where left out. */
  readonly dataFolder?: string;
  /** Needed where the assembly has several stacks. */
  readonly stackName?: string;
  readonly parameters?: DeployOptions['parameters'];
  /** Changes a copy of the template before it is read, e.g. to break it in a test. */
  readonly mutate?: DeployOptions['mutate'];
}

/** Finds the file behind an object that the assembly would upload. */
export type Locate = (bucket: string, key: string) => string | undefined;
export type PlaceOfStack = { readonly region: string; readonly accountId: string };

export const locator = (assembly: Assembly, place: PlaceOfStack): Locate => {
  const partition = stackIdentity('', place.accountId, place.region).partition;
  return (bucket, key) => assetPath(assembly, bucket, key, { ...place, partition });
};

export interface DeployParts {
  readonly options: StackOptions;
  readonly assembly: Assembly;
  readonly place: PlaceOfStack;
  readonly dynamodb: DynamoDb;
  readonly functions: FunctionsRuntime;
  readonly scheduler: Scheduler;
  /** Rules, streams and the readers of streams, user pools and HTTP APIs. */
  readonly others: readonly { provisioners(): readonly Provisioner[] }[];
  readonly endpoint: Endpoint;
  readonly state: ConnectState;
  readonly locate: Locate;
}

export const deployStack = async (parts: DeployParts): Promise<Deployment> => {
  const { options, assembly, place, dynamodb, functions, scheduler, others, endpoint, state, locate } = parts;
  const name = options.stackName ?? assembly.stacks[0]?.name ?? 'stack';
  const { dataFolder, stackName, parameters, mutate } = options;
  return deploy(assembly, {
    ...place,
    provisioners: [
      ...connectProvisioners(state, locate),
      ...dynamodb.provisioners,
      ...functions.provisioners(),
      ...scheduler.provisioners(),
      ...others.flatMap((part) => part.provisioners()),
    ],
    customResources: customResourcePort(functions, endpoint.responseUrls),
    // The link of number and flow does not outlive the process, so the provider has to make it at every boot.
    unchangedCustomResources: 'update',
    state:
      dataFolder === undefined
        ? memoryStateStore()
        : fileStateStore(join(dataFolder, KEPT.stacks, `${name}.json`)),
    ...(stackName === undefined ? {} : { stackName }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(mutate === undefined ? {} : { mutate }),
  });
};
