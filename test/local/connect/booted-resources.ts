/** Brings the fixture's resources to life without the contact engine, for tests of resources and API. */
import { join } from 'node:path';
import { assetPath, readAssembly } from '../../../local/assembly/assembly.ts';
import { type Deployment, deploy } from '../../../local/assembly/deploy.ts';
import { memoryStateStore } from '../../../local/assembly/stack-state.ts';
import type { Template } from '../../../local/assembly/template.ts';
import { connectProvisioners } from '../../../local/connect/resources/provisioners.ts';
import { type ConnectState, createConnectState } from '../../../local/connect/state.ts';
import { AccessKeys } from '../../../local/endpoint/access-keys.ts';
import { FunctionsRuntime } from '../../../local/lambda/runtime.ts';

export const FIXTURE = join(import.meta.dirname, 'fixture');
export const REGION = 'us-east-1';
export const ACCOUNT = '123456789012';
export const BOOTED_AT_MS = Date.parse('2026-11-23T09:00:00Z');

export type Mutate = (template: Template) => void;

/** Changes properties of one resource of the template. */
export const change =
  (logicalId: string, properties: Readonly<Record<string, unknown>>): Mutate =>
  (template) => {
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw new Error(`the fixture has no resource ${logicalId}`);
    resource.Properties = { ...resource.Properties, ...properties };
  };

/** Adds a resource to the template. */
export const add =
  (logicalId: string, type: string, properties: Readonly<Record<string, unknown>>): Mutate =>
  (template) => {
    template.Resources[logicalId] = { Type: type, Properties: properties };
  };

export interface BootedResources {
  readonly state: ConnectState;
  readonly deployment: Deployment;
  readonly runtime: FunctionsRuntime;
  readonly accessKeys: AccessKeys;
}

/** Deploys the fixture without its custom resource, so that no number is linked. */
export const bootResources = async (...mutations: readonly Mutate[]): Promise<BootedResources> => {
  const assembly = readAssembly(FIXTURE);
  const place = { region: REGION, accountId: ACCOUNT, partition: 'aws' };
  const locate = (bucket: string, key: string) => assetPath(assembly, bucket, key, place);
  const state = createConnectState(BOOTED_AT_MS);
  const accessKeys = new AccessKeys(ACCOUNT);
  const runtime = new FunctionsRuntime({ endpointUrl: 'http://127.0.0.1:9', accessKeys, codePath: locate });
  const deployment = await deploy(assembly, {
    region: REGION,
    accountId: ACCOUNT,
    provisioners: [...connectProvisioners(state, locate), ...runtime.provisioners()],
    state: memoryStateStore(),
    mutate: (template) => {
      delete template.Resources['Link'];
      for (const mutate of mutations) mutate(template);
    },
  });
  return { state, deployment, runtime, accessKeys };
};
