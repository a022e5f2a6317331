/** Boots the local cloud from a cloud assembly: tables, functions, the AWS endpoint, the contact centre. */
import { join } from 'node:path';
import type { FindBlock } from '../engine/contact/compiled-flow.ts';
import type { Driver, Ports, VirtualDriver } from '../engine/contact/driver.ts';
import type { Flow } from '../engine/contact/instance.ts';
import { publishFlow } from '../engine/contact/world.ts';
import { HttpApis } from './apigateway/http-apis.ts';
import { readAssembly } from './assembly/assembly.ts';
import type { Deployment } from './assembly/deploy.ts';
import { LocalCases } from './cases/cases-service.ts';
import { Closing } from './closing.ts';
import { type CloudDescription, describeCloud } from './cloud-description.ts';
import { deployStack, locator, type StackOptions } from './cloud-stack.ts';
import { cognitoService } from './cognito/service.ts';
import { UserPools } from './cognito/user-pools.ts';
import { connectApi } from './connect/api/connect-api.ts';
import type { Contacts } from './connect/api/contacts-port.ts';
import { throttleLikeTheService, unlimited } from './connect/api/throttle.ts';
import { buildInstance } from './connect/build-instance.ts';
import { contactsOf, lentContacts, noContacts } from './connect/contacts.ts';
import { functionPort } from './connect/function-port.ts';
import { Outbox } from './connect/outbox.ts';
import { participantService } from './connect/participants/participant-service.ts';
import { Recorder } from './connect/recorder.ts';
import type { Imperfection } from './connect/records/courier.ts';
import type { RecordOffice } from './connect/records/record-office.ts';
import type { RunningCentre } from './connect/running-centre.ts';
import { createConnectState } from './connect/state.ts';
import { wallClock } from './connect/wall-clock.ts';
import { type DynamoDb, openDynamoDb } from './dynamodb/open.ts';
import { AccessKeys } from './endpoint/access-keys.ts';
import { startEndpoint } from './endpoint/endpoint.ts';
import { secretsService } from './endpoint/secrets-service.ts';
import { EventBus } from './events/event-bus.ts';
import { startExpiry } from './expiry.ts';
import { type InService, servesFrom } from './in-service.ts';
import { KEPT } from './kept.ts';
import { EventSourceMappings } from './kinesis/event-source-mappings.ts';
import { Streams } from './kinesis/streams.ts';
import { putChange } from './kinesis/table-changes.ts';
import { AsynchronousInvocations } from './lambda/asynchronous-invocations.ts';
import { FunctionsRuntime } from './lambda/runtime.ts';
import { lambdaService } from './lambda/service.ts';
import { markAll } from './rewindable.ts';
import { Buckets } from './s3/buckets.ts';
import { startTimedWork } from './scheduler/driving.ts';
import { Scheduler } from './scheduler/scheduler.ts';
import { uploadedTo } from './uploaded-assets.ts';

export type CloudClock =
  | { readonly kind: 'wall' }
  /** Milliseconds since 1970, and a whole number from which all chance follows. */
  | { readonly kind: 'virtual'; readonly nowMs: number; readonly seed: number };

export interface BootOptions<C extends CloudClock = CloudClock> extends StackOptions {
  readonly assemblyFolder: string;
  /** Of the AWS endpoint; any free port where left out. */
  readonly endpointPort?: number;
  readonly clock: C;
  /** False lets no schedule run; they are listed all the same. */
  readonly runsSchedules?: boolean;
  /**
   * How what Connect writes down (contact records, events) is delivered; as the service does it where left out.
   * `undelivered`: it is written, and reaches no stream or rule. False: nothing is written.
   */
  readonly records?: Imperfection | 'undelivered' | false;
  /** True for those of a new instance: calls at once and requests of the API; without any where left out. */
  readonly quotas?: boolean;
  readonly region?: string;
  readonly accountId?: string;
  /** Other blocks than Connect's own, for who watches or replaces some of them. */
  readonly findBlock?: FindBlock;
  /** Is told of faults of our own; printed where left out. */
  readonly onFault?: (fault: unknown) => void;
}

export interface Cloud<D extends Driver = Driver> {
  readonly centre: RunningCentre;
  readonly driver: D;
  readonly functions: FunctionsRuntime;
  /** Invokes a function as the instance does, for who runs contacts of their own. */
  readonly invoke: Ports['invoke'];
  readonly scheduler: Scheduler;
  /** Undefined where nothing is written. */
  readonly records: RecordOffice | undefined;
  /** Text messages and e-mails that were sent. */
  readonly outbox: Outbox;
  readonly bus: EventBus;
  readonly streams: Streams;
  readonly mappings: EventSourceMappings;
  /** What functions have started in the background. */
  readonly asynchronous: AsynchronousInvocations;
  readonly userPools: UserPools;
  /** The HTTP API of the desktop. */
  readonly apis: HttpApis;
  readonly buckets: Buckets;
  /** What there is in Amazon Connect Cases. */
  readonly cases: LocalCases;
  readonly stack: Deployment;
  readonly dynamodb: DynamoDb;
  readonly endpointUrl: string;
  /** Generated passwords of agents by username, for the local agent page. */
  readonly passwords: ReadonlyMap<string, string>;
  /** Sound files by the name of the prompt. */
  readonly promptFiles: ReadonlyMap<string, string>;
  describe(): CloudDescription;
  /**
   * Replaces a flow: who enters it from now on takes this one, until the next return to a mark.
   * @throws FlowError for a flow that cannot be run; the old one then stays
   */
  publish(flow: Flow): void;
  /**
   * Remembers this moment; nobody may be in a call, at work or under way with anything. The numbers of contacts, and all
   * chance, begin anew at each return, so that the same calls go as they went.
   * @returns how to go back to it, as often as wanted: who watches goes on watching, but for `records`, which are new
   * @throws Error on the clock of the wall, with data in a folder, or with tables that cannot go back
   */
  mark(): () => Promise<void>;
  close(): Promise<void>;
}

/** As the documentation of AWS writes an account that is nobody's. */
const ACCOUNT_ID = '123456789012';
const REGION = 'us-east-1';
/** Below this are the seeds of centres that people call; each run has another. */
const SEED_MAX = 2 ** 31;

/** @throws one sentence about what in the assembly, the template or the machine stops the boot */
export function bootCloud(
  options: BootOptions<Extract<CloudClock, { kind: 'virtual' }>>,
): Promise<Cloud<VirtualDriver>>;
export function bootCloud(options: BootOptions): Promise<Cloud>;
export async function bootCloud(options: BootOptions): Promise<Cloud> {
  const closing = new Closing();
  try {
    return await boot(options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

const boot = async (options: BootOptions, closing: Closing): Promise<Cloud> => {
  const { clock, onFault = console.error } = options;
  const { quotas = false, dataFolder } = options;
  const assembly = readAssembly(options.assemblyFolder);
  const place = { region: options.region ?? REGION, accountId: options.accountId ?? ACCOUNT_ID };
  let driver: Driver | undefined;
  let contacts: Contacts = noContacts;
  const startMs = clock.kind === 'virtual' ? clock.nowMs : Date.now();
  const nowMs = () => driver?.nowMs() ?? (clock.kind === 'virtual' ? clock.nowMs : Date.now());
  const dynamodb = await openDynamoDb({
    ...place,
    now: nowMs,
    onFault,
    ...(dataFolder === undefined ? {} : { dataFolder: join(dataFolder, KEPT.tables) }),
  });
  closing.add(() => dynamodb.close());
  const accessKeys = new AccessKeys(place.accountId);
  const endpoint = await startEndpoint({
    accessKeys,
    services: [dynamodb.service],
    onFault,
    ...(options.endpointPort === undefined ? {} : { port: options.endpointPort }),
  });
  closing.add(() => endpoint.close());
  const found = locator(assembly, place);
  const locate = dataFolder === undefined ? found : uploadedTo(join(dataFolder, KEPT.assets), found);
  const functions = new FunctionsRuntime({ endpointUrl: endpoint.url, accessKeys, codePath: locate });
  closing.add(() => functions.close());

  const state = createConnectState(startMs);
  const outbox = new Outbox(nowMs);
  // The engine comes later than the endpoint that lends its contacts.
  const lent = lentContacts(() => contacts);
  const throttle = quotas ? throttleLikeTheService(nowMs) : unlimited;
  endpoint.register(participantService({ contacts: lent, throttle, nowMs }));
  endpoint.register(connectApi({ state, outbox, throttle, contacts: lent }));
  const recorder = new Recorder({ onFault });
  const seeded = clock.kind === 'virtual' ? { seed: String(clock.seed) } : {};
  const scheduler = new Scheduler({ functions, nowMs, ...seeded });
  const asynchronous = new AsynchronousInvocations({ functions, nowMs, ...seeded });
  const bus = new EventBus({ functions, asynchronous, nowMs, ...seeded });
  const streams = new Streams();
  const mappings = new EventSourceMappings({ functions, streams, nowMs, ...seeded });
  const userPools = new UserPools(nowMs);
  endpoint.register(
    cognitoService({ pools: userPools, passwordOf: (username) => state.passwords.get(username) }),
  );
  const buckets = new Buckets({ bus, nowMs, onFault, folder: dataFolder });
  endpoint.register(buckets.service());
  const cases = new LocalCases(place);
  endpoint.register(cases.service());
  closing.add(dynamodb.onChange((change) => putChange(streams, change)));
  const apis = new HttpApis({ functions, pools: userPools, nowMs, ...seeded });
  endpoint.register(lambdaService({ functions, asynchronous, ...place }));
  const others = [buckets, bus, streams, mappings, userPools, apis, asynchronous];
  const parts = { dynamodb, functions, scheduler, others, endpoint, state, locate };
  const stack = await deployStack({ options, assembly, place, ...parts });
  endpoint.register(secretsService(() => stack.secrets));

  const seed = clock.kind === 'virtual' ? clock.seed : Math.floor(Math.random() * SEED_MAX);
  closing.add(functions.onLog((line) => recorder.recordLog(line)));
  const invoke = functionPort({ state, functions, ...seeded });
  const inService = servesFrom({
    instance: buildInstance(state, quotas),
    state,
    recorder,
    invoke,
    timed: { asynchronous, scheduler, bus, mappings },
    recordParts: { streams, bus, buckets },
    options,
    isVirtual: clock.kind === 'virtual',
    seed,
    nowMs,
    onFault,
  });
  const begin = (atMs: number): InService => {
    const begun = inService(atMs);
    driver = begun.driver;
    contacts = contactsOf(begun.world, (event) => begun.driver.send(event));
    return begun;
  };
  let service = begin(startMs);
  closing.add(() => service.office?.keep());
  closing.add(() => service.driver.close());
  if (clock.kind === 'wall') {
    closing.add(startExpiry((atMs) => dynamodb.sweepExpired(atMs), onFault));
    closing.add(startTimedWork(service.work, wallClock(), onFault));
    closing.add(buckets.watch());
  }
  const mark = (): (() => Promise<void>) => {
    if (clock.kind === 'wall')
      throw new Error('the clock of the wall does not go back; boot with a virtual clock to mark a moment');
    const atMs = nowMs();
    const parts = [outbox, scheduler, asynchronous, bus, streams, mappings, cases, buckets, dynamodb];
    const back = markAll(parts);
    return async () => {
      service.driver.close();
      await back();
      recorder.forget();
      service = begin(atMs);
    };
  };

  const notes = () => [
    ...stack.notes,
    ...(service.office?.notes() ?? []),
    ...apis.notes(),
    ...dynamodb.tables.migrations(),
    ...dynamodb.tables.unclaimed().map((name) => `table ${name} is kept, but the template no longer has it`),
  ];
  return {
    get centre() {
      return service.centre;
    },
    get driver() {
      return service.driver;
    },
    functions,
    invoke,
    scheduler,
    get records() {
      return service.office;
    },
    outbox,
    bus,
    streams,
    mappings,
    asynchronous,
    userPools,
    apis,
    buckets,
    cases,
    stack,
    dynamodb,
    endpointUrl: endpoint.url,
    passwords: state.passwords,
    promptFiles: new Map(state.prompts.list().map(({ name, path }) => [name, path])),
    describe: () =>
      describeCloud({
        state,
        deployment: stack,
        functions,
        schedules: scheduler.describe(),
        endpointUrl: endpoint.url,
        tableNames: dynamodb.tables.names(),
        notes: notes(),
      }),
    publish: (flow) => publishFlow(service.world, flow, options.findBlock),
    mark,
    close: () => closing.close(),
  };
};
