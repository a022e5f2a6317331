/** The database of a function, mocked at the SDK: answers are given, and requests seen, in plain values. */
import {
  type AttributeValue,
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { mockedClient } from '../kit/mocked-client.ts';

type Request = 'BatchGetItem' | 'GetItem' | 'PutItem' | 'Query' | 'UpdateItem';

/** What a test answers with. */
export interface PlainAnswer {
  readonly Item?: object;
  readonly Items?: readonly object[];
  readonly Attributes?: object;
  /** Of a request for several keys. */
  readonly Responses?: Readonly<Record<string, readonly object[]>>;
  readonly UnprocessedKeys?: object;
}

/** A request with `Item`, `Key` and `ExpressionAttributeValues` in plain values. */
export interface PlainInput extends Readonly<Record<string, unknown>> {
  readonly Item: Readonly<Record<string, unknown>>;
  readonly Key: Readonly<Record<string, unknown>>;
  readonly ExpressionAttributeValues: Readonly<Record<string, unknown>>;
}

/** A request as it was sent, but in plain values. */
export interface SentRequest {
  readonly Item?: Readonly<Record<string, unknown>>;
  readonly Key?: Readonly<Record<string, unknown>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
  readonly ConditionExpression?: string | undefined;
}

type Fake = (input: PlainInput) => PlainAnswer;
type Attributes = Record<string, AttributeValue>;

/** Of what the mock offers for a kind of request. */
interface Behaviour {
  callsFake(fake: (input: RawInput) => object): Behaviour;
  callsFakeOnce(fake: (input: RawInput) => object): Behaviour;
  rejects(error: Error): Behaviour;
  rejectsOnce(error: Error): Behaviour;
}

interface RawInput {
  readonly Item?: Attributes | undefined;
  readonly Key?: Attributes | undefined;
  readonly ExpressionAttributeValues?: Attributes | undefined;
}

/** What a kind of request is answered with. */
export interface Answering {
  resolves(answer: PlainAnswer): Answering;
  callsFake(fake: Fake): Answering;
  callsFakeOnce(fake: Fake): Answering;
  rejects(error: Error): Answering;
  rejectsOnce(error: Error): Answering;
}

/** One for each test file: all clients of the process are mocked. */
export function mockDatabase() {
  const stub = mockedClient(DynamoDBClient);
  const on = {
    BatchGetItem: () => stub.on(BatchGetItemCommand),
    GetItem: () => stub.on(GetItemCommand),
    PutItem: () => stub.on(PutItemCommand),
    Query: () => stub.on(QueryCommand),
    UpdateItem: () => stub.on(UpdateItemCommand),
  } satisfies Record<Request, () => Behaviour>;
  const inputs = {
    BatchGetItem: () => stub.commandCalls(BatchGetItemCommand).map(({ args: [{ input }] }) => input),
    GetItem: () => stub.commandCalls(GetItemCommand).map(({ args: [{ input }] }) => input),
    PutItem: () => stub.commandCalls(PutItemCommand).map(({ args: [{ input }] }) => input),
    Query: () => stub.commandCalls(QueryCommand).map(({ args: [{ input }] }) => input),
    UpdateItem: () => stub.commandCalls(UpdateItemCommand).map(({ args: [{ input }] }) => input),
  } satisfies Record<Request, () => readonly object[]>;
  return {
    reset: () => stub.reset(),
    calls: () => stub.calls(),
    on: (request: Request): Answering => answering(on[request]()),
    /** The requests of a kind, in order. */
    sent: (request: Request): readonly SentRequest[] => inputs[request]().map(plainRequest),
  };
}

function answering(behaviour: Behaviour): Answering {
  const plainly = (fake: Fake) => (input: RawInput) => rawAnswer(fake(plainInput(input)));
  return {
    resolves: (answer) => answering(behaviour.callsFake(() => rawAnswer(answer))),
    callsFake: (fake) => answering(behaviour.callsFake(plainly(fake))),
    callsFakeOnce: (fake) => answering(behaviour.callsFakeOnce(plainly(fake))),
    rejects: (error) => answering(behaviour.rejects(error)),
    rejectsOnce: (error) => answering(behaviour.rejectsOnce(error)),
  };
}

function plainInput(input: RawInput): PlainInput {
  const { Item = {}, Key = {}, ExpressionAttributeValues = {} } = input;
  return {
    ...input,
    Item: unmarshall(Item),
    Key: unmarshall(Key),
    ExpressionAttributeValues: unmarshall(ExpressionAttributeValues),
  };
}

function plainRequest({ Item, Key, ExpressionAttributeValues, ...rest }: RawInput): SentRequest {
  return {
    ...rest,
    ...(Item === undefined ? {} : { Item: unmarshall(Item) }),
    ...(Key === undefined ? {} : { Key: unmarshall(Key) }),
    ...(ExpressionAttributeValues === undefined
      ? {}
      : { ExpressionAttributeValues: unmarshall(ExpressionAttributeValues) }),
  };
}

/** What a test leaves undefined is not there. */
const raw = (item: object) => marshall(item, { removeUndefinedValues: true });

const rawAnswer = ({ Item, Items, Attributes, Responses, UnprocessedKeys }: PlainAnswer): object => ({
  ...(UnprocessedKeys === undefined ? {} : { UnprocessedKeys }),
  ...(Responses === undefined
    ? {}
    : {
        Responses: Object.fromEntries(
          Object.entries(Responses).map(([table, items]) => [table, items.map(raw)]),
        ),
      }),
  ...(Item === undefined ? {} : { Item: raw(Item) }),
  ...(Items === undefined ? {} : { Items: Items.map(raw) }),
  ...(Attributes === undefined ? {} : { Attributes: raw(Attributes) }),
});
