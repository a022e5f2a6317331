/** Opens the contact centre that deploys, on a virtual clock, with the demo world in its tables. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import { basketDigest, readBasket } from '../../lambdas/domain/basket.ts';
import { writeIntent } from '../../lambdas/tables/intent-items.ts';
import { keepDraft } from '../../lambdas/tables/order-drafts.ts';
import { type NewOrder, saveOrder } from '../../lambdas/tables/orders.ts';
import type { Product } from '../../lambdas/tables/products.ts';
import { saveProduct } from '../../lambdas/tables/saved-products.ts';
import type { Table } from '../../lambdas/tables/table.ts';
import { type DemoOrder, orderAsOf, productOf } from '../../lib/demo-world/orders.ts';
import { seedDemoWorld, setPin } from '../../lib/demo-world/seed.ts';
import { localAssemblyFolder, pretendedAssemblyFolder } from '../../lib/paths.ts';
import { type BootOptions, bootCloud, type Cloud } from '../../local/cloud.ts';
import type { Imperfection } from '../../local/connect/records/courier.ts';
import type { FaultRecord } from '../../local/lambda/injected-fault.ts';
import { Agent } from './agent.ts';
import { Call } from './call.ts';
import { CallFailure } from './call-failure.ts';
import { Chat, type ChatOptions } from './chat.ts';
import { keepsCoverage } from './coverage.ts';
import type { PlannedFault } from './faults.ts';
import { makeOne } from './one-template.ts';
import { brokenPromises } from './promises.ts';
import { holdToSchema } from './strict-records.ts';

export type FunctionName =
  | 'lookup-customer'
  | 'remember-language'
  | 'verify-caller'
  | 'send-code'
  | 'check-code'
  | 'lookup-order'
  | 'open-case'
  | 'open-complaint'
  | 'open-technical'
  | 'read-number'
  | 'leave-number'
  | 'mark-voicemail'
  | 'lookup-case'
  | 'answer-case'
  | 'add-to-case'
  | 'offer-callback'
  | 'book-callback'
  | 'cancel-callback'
  | 'escalate'
  | 'find-product'
  | 'recall-draft'
  | 'quote-order'
  | 'confirm-order'
  | 'place-order'
  | 'refer-order'
  | 'lookup-changes'
  | 'quote-change'
  | 'change-order'
  | 'describe-product'
  | 'find-offers'
  | 'quote-part'
  | 'send-part'
  | 'lookup-appointment'
  | 'offer-appointment'
  | 'book-appointment'
  | 'cancel-appointment'
  | 'keep-feedback'
  | 'find-recordings'
  | 'quote-payment'
  | 'start-payment'
  | 'start-refund'
  | 'pay-back'
  | 'take-in-files'
  | 'refer-file'
  | 'settle-changes'
  | 'take-payment'
  | 'deliver-code'
  | 'hear-payment';

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
  /** Opens the centre that `npm start` opens: it speaks all languages, and not English alone. */
  readonly languages?: 'all';
  /** The folder of another assembly than those two. */
  readonly assembly?: string;
  /** False leaves the tables empty, for tests that need no customer: hashing PINs takes time. */
  readonly demoWorld?: boolean;
  /** Changes the template before the boot, to break it or to see what a setting does. */
  readonly mutate?: NonNullable<BootOptions['mutate']>;
  /** Lets what runs by a schedule run, which takes time of its own every few minutes on the virtual clock. */
  readonly schedules?: boolean;
  /** Delivers contact records and events, and lets the functions run that get them. */
  readonly records?: Imperfection;
}

/** How an order of a test stands; confirmed where nothing is said. */
export interface OrderState extends Partial<Pick<NewOrder, 'status' | 'version' | 'history' | 'paidMinor'>> {
  readonly deliveredDaysAgo?: number;
  readonly placedDaysAgo?: number;
}

/** A Tuesday at noon in New York: a day like any other. */
const ORDINARY_DAY = '2026-11-10T12:00:00-05:00';

/** PINs of the kit's people are quick to check: a thousand calls would otherwise spend a minute on it. */
const PIN_COST = 4;

/** An item of a table as it is kept. */
export type Item = Readonly<Record<string, unknown>>;
export type TableOutput =
  | 'CustomersTable'
  | 'OrdersTable'
  | 'CasesTable'
  | 'ContactsTable'
  | 'MessagesTable'
  | 'AppointmentsTable'
  | 'DeskTable'
  | 'FeedbackTable'
  | 'AuditTable'
  | 'TroublesTable';

export class ContactCentre {
  readonly cloud: Cloud<VirtualDriver>;
  readonly #ownFaults: unknown[];
  readonly #client: DynamoDBClient;
  readonly #keepCoverage: () => void;
  #faults: { readonly name: string; readonly record: FaultRecord }[] = [];
  #calls: Call[] = [];
  #chats: Chat[] = [];
  #tasks: { readonly task: Call; readonly relatedContactId: string | undefined }[] = [];
  #agents: Agent[] = [];

  /** @param ownFaults grows with every fault of the centre's own: none of them is ever in order */
  constructor(cloud: Cloud<VirtualDriver>, ownFaults: unknown[]) {
    this.cloud = cloud;
    this.#ownFaults = ownFaults;
    this.#holdRecords();
    cloud.centre.observe(({ effect }) => {
      if (effect.kind !== 'task-started') return;
      const { contactId, relatedContactId } = effect;
      this.#tasks.push({ task: new Call(this, contactId), relatedContactId });
    });
    this.#keepCoverage = keepsCoverage(cloud.centre);
    this.#client = new DynamoDBClient({
      endpoint: cloud.endpointUrl,
      region: cloud.stack.region,
      credentials: { accessKeyId: 'tester', secretAccessKey: 'tester' },
    });
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
    const call = new Call(this, effect.contactId);
    this.#calls.push(call);
    return call;
  }

  chat(options: ChatOptions = {}): Chat {
    const { centre } = this.cloud;
    const { name = 'Zoe', flow = 'main-inbound', firstMessage, durationMinutes, joins } = options;
    const flowId = centre.instance.flows.find((one) => one.name.endsWith(flow))?.id ?? flow;
    const [effect] = centre.send({
      kind: 'start-chat',
      flowId,
      customerName: name,
      ...(firstMessage === undefined ? {} : { initialMessage: { text: firstMessage } }),
      ...(durationMinutes === undefined ? {} : { durationMinutes }),
      ...(joins === undefined ? {} : { connects: joins }),
    });
    if (effect?.kind !== 'chat-started') throw new Error('asking for a chat did not begin a contact');
    const chat = new Chat(this, effect.contactId);
    this.#chats.push(chat);
    return chat;
  }

  get number(): string {
    const [number] = this.cloud.centre.instance.phoneNumbers;
    if (number === undefined) throw new Error('the stack has no phone number');
    return number.number;
  }

  agent(username: string): Agent {
    const agent = new Agent(this, username);
    this.#agents.push(agent);
    return agent;
  }

  /** Puts a fault into the next invocations of a function. A test does not end before each has happened. */
  fault(name: string, { fault, times }: PlannedFault): FaultRecord {
    const record = this.cloud.functions.injectFault(this.functionName(name), fault, times);
    this.#faults.push({ name, record });
    return record;
  }

  /** Faults that have not happened yet will not, and that is in order: for calls that may not get to them. */
  withdrawFaults(): void {
    for (const { record } of this.#faults) record.withdraw();
    this.#faults = [];
  }

  /** The tasks of the present test, or those that were started for a call. A task has no caller, and agents get it as a call. */
  tasks(of?: Call): readonly Call[] {
    return this.#tasks
      .filter(({ relatedContactId }) => of === undefined || relatedContactId === of.contactId)
      .map(({ task }) => task);
  }

  /** The name under which a function is deployed. */
  functionName(name: string): string {
    const deployed = this.cloud.functions
      .definitions()
      .map((definition) => definition.name)
      .find((candidate) => candidate.endsWith(name));
    if (deployed === undefined) throw new Error(`the stack has no function '${name}'`);
    return deployed;
  }

  /** Lets time pass for everybody. */
  async passes(ms: number): Promise<void> {
    await this.cloud.driver.advanceBy(ms);
  }

  /** Everything that is kept in a table. */
  async items(output: TableOutput): Promise<readonly Item[]> {
    const { Items = [] } = await DynamoDBDocumentClient.from(this.#client).send(
      new ScanCommand({ TableName: this.#table(output), ConsistentRead: true }),
    );
    return Items;
  }

  /** Every case, without what is written down about it. */
  async cases(): Promise<readonly Item[]> {
    return (await this.items('CasesTable')).filter((item) => item['sk'] === 'CASE');
  }

  /** The cases that were opened for a call. */
  async casesOf({ contactId }: Call): Promise<readonly Item[]> {
    return (await this.cases()).filter((item) => item['contactId'] === contactId);
  }

  /** Changes attributes of every case, as somebody at the table does. */
  async changeCases(change: Readonly<Record<string, string>>): Promise<void> {
    const documents = DynamoDBDocumentClient.from(this.#client);
    const entries = Object.entries(change);
    for (const item of await this.cases()) {
      if (entries.every(([name, value]) => item[name] === value)) continue;
      const { caseNumber, sk } = item;
      await documents.send(
        new UpdateCommand({
          TableName: this.#table('CasesTable'),
          Key: { caseNumber, sk },
          UpdateExpression: `SET ${entries.map(([name]) => `#${name} = :${name}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(entries.map(([name, value]) => [`:${name}`, value])),
        }),
      );
    }
  }

  /** A table as our stores take it, for what people at the desktop do. */
  table(output: TableOutput): Table {
    return { client: this.#client, name: this.#table(output) };
  }

  /** No number has a call to come: tests share people, and each of them promises calls anew. */
  async owesNobody(): Promise<void> {
    const documents = DynamoDBDocumentClient.from(this.#client);
    const TableName = this.#table('MessagesTable');
    for (const { messageId } of await this.items('MessagesTable'))
      if (String(messageId).startsWith('CALLBACK#'))
        await documents.send(new DeleteCommand({ TableName, Key: { messageId } }));
  }

  /** Forgets which language callers have chosen: the demo world says nothing of it, and leaves it. */
  async forgetLanguages(): Promise<void> {
    const documents = DynamoDBDocumentClient.from(this.#client);
    for (const { pk, sk, language } of await this.items('CustomersTable')) {
      if (language === undefined) continue;
      const Key = { pk, sk };
      await documents.send(
        new UpdateCommand({
          TableName: this.#table('CustomersTable'),
          Key,
          UpdateExpression: 'REMOVE #language',
          ExpressionAttributeNames: { '#language': 'language' },
        }),
      );
    }
  }

  /** Keeps a language with a number, as if its caller had chosen it. */
  async remembers(number: string, language: string): Promise<void> {
    await DynamoDBDocumentClient.from(this.#client).send(
      new UpdateCommand({
        TableName: this.#table('CustomersTable'),
        Key: { pk: `PHONE#${number}`, sk: 'PHONE' },
        UpdateExpression: 'SET #language = :language',
        ExpressionAttributeNames: { '#language': 'language' },
        ExpressionAttributeValues: { ':language': language },
      }),
    );
  }

  /** Gives a customer a PIN and opens a locked account. */
  async setPin({ customerId }: { readonly customerId: string }, pin: string): Promise<void> {
    const now = () => new Date(this.cloud.centre.nowMs());
    await setPin({ tables: this.#tables(), client: this.#client, now, pinCost: PIN_COST }, customerId, pin);
  }

  /** Changes a product of the demo world, as somebody in the warehouse does. */
  async changeProduct(sku: string, change: Partial<Product>): Promise<void> {
    const orders = { client: this.#client, name: this.#table('OrdersTable') };
    await saveProduct(orders, { ...productOf(sku), ...change });
  }

  /** Removes what begins so in the table of orders: a product, or what callers have confirmed. */
  async removeOrderItems(prefix: string): Promise<void> {
    const documents = DynamoDBDocumentClient.from(this.#client);
    const TableName = this.#table('OrdersTable');
    for (const { pk } of await this.items('OrdersTable'))
      if (String(pk).startsWith(prefix)) await documents.send(new DeleteCommand({ TableName, Key: { pk } }));
  }

  /** Keeps what a customer has begun to order in a call before. */
  async saveDraft(customerId: string, quantities: DemoOrder['quantities']): Promise<void> {
    const lines = Object.entries(quantities).map(([sku, quantity]) => ({ sku, quantity }));
    const begunAtMs = this.cloud.centre.nowMs();
    const draft = { customerId, contactId: 'before', lines, begunAtMs };
    await keepDraft(this.table('OrdersTable'), draft, new AbortController().signal);
  }

  /** Forgets what customers were told: an order that a test writes anew has its messages anew. */
  async forgetMessages(): Promise<void> {
    const documents = DynamoDBDocumentClient.from(this.#client);
    const TableName = this.#table('MessagesTable');
    for (const { messageId } of await this.items('MessagesTable'))
      await documents.send(new DeleteCommand({ TableName, Key: { messageId } }));
  }

  /** Writes an order that a customer placed a moment ago. */
  async saveOrder(
    customerId: string,
    orderNumber: string,
    quantities: DemoOrder['quantities'],
    { deliveredDaysAgo, placedDaysAgo = 0, ...change }: OrderState = {},
  ): Promise<void> {
    const orders = { client: this.#client, name: this.#table('OrdersTable') };
    const now = new Date(this.cloud.centre.nowMs());
    const isDelivered = deliveredDaysAgo !== undefined;
    const status = isDelivered ? 'delivered' : 'confirmed';
    const demo = { orderNumber, customerId, status, placedDaysAgo: 0, quantities } as const;
    const dated = orderAsOf(isDelivered ? { ...demo, deliveredDaysAgo } : demo, now);
    await saveOrder(orders, {
      ...dated,
      placedAt: new Date(now.getTime() - placedDaysAgo * 86_400_000).toISOString(),
      ...change,
    });
  }

  /** Keeps an order that a customer said yes to and that our team looks after, as it stands after a call before. */
  async saveReferredOrder(customerId: string, basketText: string): Promise<void> {
    const basket = readBasket(basketText);
    if (basket === undefined) throw new Error(`'${basketText}' is no basket`);
    const orders = { client: this.#client, name: this.#table('OrdersTable') };
    const nowMs = this.cloud.centre.nowMs();
    const times = { number: nowMs, confirmedAtMs: nowMs, settledAtMs: nowMs, expiresAtMs: nowMs + 900_000 };
    const intent = { customerId, digest: basketDigest(basket), basket, contactId: 'before', ...times };
    await writeIntent(orders, { ...intent, status: 'referred' }, undefined, new AbortController().signal);
  }

  /** Puts the demo world back as it was: orders, PINs, locked accounts. */
  async seed(): Promise<void> {
    const now = () => new Date(this.cloud.centre.nowMs());
    await seedDemoWorld({ tables: this.#tables(), client: this.#client, now, pinCost: PIN_COST });
  }

  /**
   * The end of a test: callers hang up, agents sign out, tasks end, no number is owed a call, and what is left of planned faults is withdrawn.
   * @throws when a call broke a promise, a planned fault never happened (the test would have proved nothing) or a
   * contact is still open
   * @param options `promises: false` for calls in flows that a test has broken: those cannot keep them
   */
  async everybodyLeaves({ promises = true }: { readonly promises?: boolean } = {}): Promise<void> {
    const calls = this.#calls;
    const faults = this.#faults;
    const chats = this.#chats;
    this.#calls = [];
    this.#chats = [];
    this.#faults = [];
    await this.cloud.driver.settle();
    const nowMs = this.cloud.centre.nowMs();
    for (const call of [...calls, ...chats]) if (!call.hasEnded) call.hangsUp();
    for (const agent of this.#agents) if (agent.state.signedIn) agent.signsOut();
    this.#agents = [];
    await this.cloud.driver.settle();
    // A function that was still at work may have started one a moment ago.
    for (const { task } of this.#tasks)
      if (!task.hasEnded) this.cloud.centre.send({ kind: 'stop-contact', contactId: task.contactId });
    this.#tasks = [];
    await this.cloud.driver.settle();
    for (const { record } of faults) record.withdraw();
    await this.owesNobody();
    for (const call of calls) {
      const [broken] = promises ? brokenPromises(call.moments, nowMs) : [];
      if (broken !== undefined) throw new CallFailure(`no broken promise, but ${broken}`, call.moments);
      if (!call.isCompleted) throw new CallFailure('nothing of the call is left open', call.moments);
    }
    for (const chat of chats)
      if (!chat.isCompleted) throw new CallFailure('nothing of the chat is left open', chat.moments);
    const idle = faults.filter(({ record }) => record.applied === 0).map(({ name }) => name);
    if (idle.length > 0) throw new Error(`planned faults never happened in ${idle.join(', ')}`);
    if (this.#ownFaults.length > 0)
      throw new Error(`the centre itself failed: ${this.#ownFaults.join('; ')}`);
  }

  /**
   * Remembers how things stand, when everybody has left. @returns how to go back to that, as often as wanted: tables,
   * messages and clock are as they were, and nobody has called yet
   */
  mark(): () => Promise<void> {
    const back = this.cloud.mark();
    return async () => {
      this.withdrawFaults();
      this.#calls = [];
      this.#chats = [];
      this.#tasks = [];
      this.#agents = [];
      this.#ownFaults.length = 0;
      await back();
      this.#holdRecords();
    };
  }

  /** Everything that is written down has the shape that the service documents. */
  #holdRecords(): void {
    this.cloud.records?.listen((written) => holdToSchema(written, this.#ownFaults));
  }

  async close(): Promise<void> {
    this.#keepCoverage();
    this.#client.destroy();
    await this.cloud.close();
  }

  #tables(): { readonly customers: string; readonly orders: string } {
    return { customers: this.#table('CustomersTable'), orders: this.#table('OrdersTable') };
  }

  #table(output: TableOutput): string {
    const name = this.cloud.stack.outputs[output];
    if (name === undefined) throw new Error(`the stack has no output ${output}`);
    return name;
  }
}

/** Boots what `cdk synth` has written; takes about a second. */
export async function openCentre(options: OpenOptions = {}): Promise<ContactCentre> {
  const ownFaults: unknown[] = [];
  const assemblyFolder =
    options.assembly ?? (options.languages === 'all' ? localAssemblyFolder : pretendedAssemblyFolder);
  const { mutate } = options;
  const cloud = await bootCloud({
    assemblyFolder,
    clock: { kind: 'virtual', nowMs: Date.parse(options.at ?? ORDINARY_DAY), seed: options.seed ?? 1 },
    runsSchedules: options.schedules === true,
    records: options.records ?? 'undelivered',
    onFault: (fault) => ownFaults.push(fault),
    ...(mutate === undefined
      ? {}
      : {
          mutate(template) {
            makeOne(template, assemblyFolder);
            mutate(template);
          },
        }),
  });
  const centre = new ContactCentre(cloud, ownFaults);
  if (options.demoWorld !== false) await centre.seed();
  return centre;
}
