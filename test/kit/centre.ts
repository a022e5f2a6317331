/** Opens the contact centre that deploys, on a virtual clock, with the demo world in its tables. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import { seedDemoWorld } from '../../lib/demo-world/seed.ts';
import { type BootOptions, bootCloud, type Cloud } from '../../local/cloud.ts';
import type { FaultRecord } from '../../local/lambda/injected-fault.ts';
import { Agent } from './agent.ts';
import { Call } from './call.ts';
import type { PlannedFault } from './faults.ts';

export type FunctionName = 'lookup-customer' | 'verify-caller' | 'lookup-order' | 'open-case';

export interface DialOptions {
  /** E.164; left out: the number is withheld. */
  readonly from?: string;
  readonly to?: string;
  readonly faults?: Readonly<Partial<Record<FunctionName, PlannedFault>>>;
}

export interface OpenOptions {
  /** The moment at which the test begins, ISO 8601. */
  readonly at?: string;
  readonly seed?: number;
  /** Changes the template before the boot, to break it or to see what a setting does. */
  readonly mutate?: NonNullable<BootOptions['mutate']>;
}

/** A Tuesday at noon in New York: a day like any other. */
const ORDINARY_DAY = '2026-11-10T12:00:00-05:00';

export class ContactCentre {
  readonly cloud: Cloud<VirtualDriver>;
  readonly #faults: { readonly name: string; readonly record: FaultRecord }[] = [];

  constructor(cloud: Cloud<VirtualDriver>) {
    this.cloud = cloud;
  }

  dial(options: DialOptions = {}): Call {
    for (const [name, planned] of Object.entries(options.faults ?? {})) this.fault(name, planned);
    const [effect] = this.cloud.centre.send({
      kind: 'dial',
      to: options.to ?? this.number,
      ...(options.from === undefined ? {} : { from: options.from }),
      playback: 'estimated',
    });
    if (effect?.kind !== 'contact-started') throw new Error('dialling did not begin a contact');
    return new Call(this, effect.contactId);
  }

  get number(): string {
    const [number] = this.cloud.centre.instance.phoneNumbers;
    if (number === undefined) throw new Error('the stack has no phone number');
    return number.number;
  }

  agent(username: string): Agent {
    return new Agent(this, username);
  }

  /** Puts a fault into the next invocations of a function. The centre does not close before each has happened. */
  fault(name: string, { fault, times }: PlannedFault): FaultRecord {
    const deployed = this.cloud.functions
      .definitions()
      .map((definition) => definition.name)
      .find((candidate) => candidate.endsWith(name));
    if (deployed === undefined) throw new Error(`the stack has no function '${name}'`);
    const record = this.cloud.functions.injectFault(deployed, fault, times);
    this.#faults.push({ name, record });
    return record;
  }

  /** A client for the tables, as the person at the machine. */
  database(): DynamoDBClient {
    return new DynamoDBClient({
      endpoint: this.cloud.endpointUrl,
      region: this.cloud.stack.region,
      credentials: { accessKeyId: 'tester', secretAccessKey: 'tester' },
    });
  }

  /** Physical name of a table by its output, e.g. `CasesTable`. */
  table(output: 'CustomersTable' | 'OrdersTable' | 'CasesTable'): string {
    const name = this.cloud.stack.outputs[output];
    if (name === undefined) throw new Error(`the stack has no output ${output}`);
    return name;
  }

  /** @throws when a fault that a test planned never happened: the test would have proved nothing */
  async close(): Promise<void> {
    await this.cloud.close();
    const idle = this.#faults.filter(({ record }) => record.applied === 0).map(({ name }) => name);
    if (idle.length > 0) throw new Error(`planned faults never happened in ${idle.join(', ')}`);
  }
}

export async function openCentre(options: OpenOptions = {}): Promise<ContactCentre> {
  const nowMs = Date.parse(options.at ?? ORDINARY_DAY);
  const cloud = await bootCloud({
    assemblyFolder: 'cdk.out',
    clock: { kind: 'virtual', nowMs, seed: options.seed ?? 1 },
    ...(options.mutate === undefined ? {} : { mutate: options.mutate }),
  });
  const centre = new ContactCentre(cloud);
  const client = centre.database();
  await seedDemoWorld({
    tables: { customers: centre.table('CustomersTable'), orders: centre.table('OrdersTable') },
    client,
    now: () => new Date(nowMs),
  });
  client.destroy();
  return centre;
}
