/** What wakes somebody up: every alarm of a centre, what it looks at and when it goes off. docs/deploy.md says what to do. */

/** One metric, over a period of the alarm. */
export interface Watched {
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: 'Sum' | 'Maximum';
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface AlarmPlan {
  /** After the prefix of the environment; the table in docs/deploy.md has it, without the number of a part. */
  readonly name: string;
  readonly says: string;
  /** The alarm looks at their sum. */
  readonly watched: readonly Watched[];
  /** From this on. */
  readonly threshold: number;
  readonly periodSeconds: number;
  /** So many periods after another. */
  readonly periods: number;
}

/** What there is to watch in an environment; names as CloudWatch knows them. */
export interface Surroundings {
  readonly instanceId: string;
  readonly queues: readonly string[];
  /** Within how many seconds whoever waits in a queue is to be answered. */
  readonly answerWithinSeconds: Readonly<Record<string, number>>;
  readonly functions: {
    /** Those that flows call. */
    readonly ofFlows: readonly string[];
    /** Those that nobody waits for on a line. */
    readonly behind: readonly string[];
    /** Those that others start, and whose events are kept nowhere when they fail for good. */
    readonly background: readonly string[];
  };
  /** The function that reads each stream. */
  readonly readers: Readonly<Record<string, string>>;
  /** Where readers tell of what they have given up. */
  readonly givenUpQueue: string;
  readonly apiId: string;
  /** By our names. */
  readonly tables: Readonly<Record<string, WatchedTable>>;
}

export interface WatchedTable {
  /** Physical. */
  readonly name: string;
  readonly indexes: readonly string[];
}

/** Metrics in one alarm (cloudwatch_limits: metric math). */
const METRICS_MAX = 10;
const MINUTE = 60;
const FIVE_MINUTES = 300;
const QUARTER_OF_AN_HOUR = 900;
const TEN_DAYS_SECONDS = 864_000;

const once = { threshold: 1, periodSeconds: FIVE_MINUTES, periods: 1 } as const;

/** The requests that our functions make; SystemErrors are counted for each kind (dynamodb, metrics-dimensions). */
const TABLE_REQUESTS = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'TransactWriteItems'] as const;

export function alarmsOf(the: Surroundings): readonly AlarmPlan[] {
  return [
    ...ofFunctions('flow-functions-fail', the.functions.ofFlows, 'Errors', {
      says: 'Functions that callers wait for have failed three times in five minutes: the callers heard that something went wrong.',
      ...once,
      threshold: 3,
    }),
    {
      name: 'functions-throttled',
      says: 'Lambda has turned invocations away in this Region: its executions at once are used up, by us or by others of the account.',
      watched: [{ namespace: 'AWS/Lambda', metric: 'Throttles', statistic: 'Sum', dimensions: {} }],
      ...once,
    },
    ...ofFunctions('back-office-fails', the.functions.behind, 'Errors', {
      says: 'Functions that work behind calls have failed three times in a quarter of an hour: what they do waits, or is given up.',
      threshold: 3,
      periodSeconds: QUARTER_OF_AN_HOUR,
      periods: 1,
    }),
    ...ofFunctions('work-dropped', the.functions.background, 'AsyncEventsDropped', {
      says: 'Lambda has given up an event that a function had left to another one; settling finds it out.',
      ...once,
    }),
    ...Object.entries(the.readers).map(([stream, reader]) => ({
      name: `late-${stream}`,
      says: `What is read of the stream ${stream} is a quarter of an hour old, and gets older.`,
      watched: [ofFunction(reader, 'IteratorAge', 'Maximum')],
      threshold: QUARTER_OF_AN_HOUR * 1_000,
      periodSeconds: FIVE_MINUTES,
      periods: 3,
    })),
    {
      name: 'given-up',
      says: 'A reader has given up records: the queue says which, and keeps it for two weeks.',
      watched: [ofQueue(the.givenUpQueue, 'ApproximateNumberOfMessagesVisible')],
      ...once,
    },
    {
      name: 'given-up-forgotten',
      says: 'Records that were given up ten days ago are still there: in four days the queue forgets which they were.',
      watched: [ofQueue(the.givenUpQueue, 'ApproximateAgeOfOldestMessage')],
      ...once,
      threshold: TEN_DAYS_SECONDS,
    },
    {
      name: 'api-fails',
      says: 'The API of the desktop has answered five requests in five minutes with an error of its own.',
      watched: [
        {
          namespace: 'AWS/ApiGateway',
          metric: '5xx',
          statistic: 'Sum',
          dimensions: { ApiId: the.apiId },
        },
      ],
      ...once,
      threshold: 5,
    },
    ...Object.entries(the.tables).map(([table, { name }]) => ofTable(table, name)),
    ...Object.entries(the.tables).flatMap(([table, watched]) => ofIndexes(table, watched)),
    ...ofConnect(the),
  ];
}

const ofFunction = (FunctionName: string, metric: string, statistic: Watched['statistic']): Watched => ({
  namespace: 'AWS/Lambda',
  metric,
  statistic,
  dimensions: { FunctionName },
});

const ofQueue = (QueueName: string, metric: string): Watched => ({
  namespace: 'AWS/SQS',
  metric,
  statistic: 'Maximum',
  dimensions: { QueueName },
});

/** As many alarms as the functions need, each with its number. */
function ofFunctions(
  name: string,
  functions: readonly string[],
  metric: string,
  terms: Omit<AlarmPlan, 'name' | 'watched'>,
): readonly AlarmPlan[] {
  return inParts({ ...terms, name, watched: functions.map((one) => ofFunction(one, metric, 'Sum')) });
}

function inParts({ name, watched, ...terms }: AlarmPlan): readonly AlarmPlan[] {
  const parts = Math.ceil(watched.length / METRICS_MAX);
  return Array.from({ length: parts }, (_, part) => ({
    ...terms,
    name: `${name}-${part + 1}`,
    watched: watched.slice(part * METRICS_MAX, (part + 1) * METRICS_MAX),
  }));
}

const ofDynamoDb = (
  TableName: string,
  metric: string,
  more: Readonly<Record<string, string>> = {},
): Watched => ({
  namespace: 'AWS/DynamoDB',
  metric,
  statistic: 'Sum',
  dimensions: { TableName, ...more },
});

/**
 * What an index throttles is not in the figures of its table, and holds up what is written to the table
 * (dynamodb, metrics-dimensions: WriteThrottleEvents).
 */
const ofIndexes = (table: string, { name, indexes }: WatchedTable): readonly AlarmPlan[] =>
  inParts({
    name: `indexes-${table}`,
    says: `DynamoDB has throttled an index of the table of ${table}: lists fail, and what is written to the table waits for it.`,
    watched: indexes.flatMap((GlobalSecondaryIndexName) => [
      ofDynamoDb(name, 'ReadThrottleEvents', { GlobalSecondaryIndexName }),
      ofDynamoDb(name, 'WriteThrottleEvents', { GlobalSecondaryIndexName }),
    ]),
    ...once,
  });

function ofTable(table: string, name: string): AlarmPlan {
  return {
    name: `table-${table}`,
    says: `DynamoDB has throttled the table of ${table}, or failed by itself.`,
    watched: [
      ofDynamoDb(name, 'ReadThrottleEvents'),
      ofDynamoDb(name, 'WriteThrottleEvents'),
      ...TABLE_REQUESTS.map((Operation) => ofDynamoDb(name, 'SystemErrors', { Operation })),
    ],
    ...once,
  };
}

/** Metrics and dimensions of Amazon Connect: adminguide/monitoring-cloudwatch. */
function ofConnect({
  instanceId: InstanceId,
  queues,
  answerWithinSeconds,
}: Surroundings): readonly AlarmPlan[] {
  const ofCalls = (metric: string, statistic: Watched['statistic'] = 'Sum'): Watched => ({
    namespace: 'AWS/Connect',
    metric,
    statistic,
    dimensions: { InstanceId, MetricGroup: 'VoiceCalls' },
  });
  const ofQueueOfCalls = (
    QueueName: string,
    metric: string,
    statistic: Watched['statistic'] = 'Sum',
  ): Watched => ({
    ...ofCalls(metric, statistic),
    dimensions: { InstanceId, MetricGroup: 'Queue', QueueName },
  });
  return [
    {
      name: 'calls-near-quota',
      says: 'Four fifths of the calls at once that the instance may have are there: the next ones are turned away by Amazon Connect, and hear nothing of ours.',
      // It is called a percentage, and comes as a share of 1.
      watched: [ofCalls('ConcurrentCallsPercentage', 'Maximum')],
      ...once,
      threshold: 0.8,
    },
    {
      name: 'calls-turned-away',
      says: 'Amazon Connect has turned calls away, because there were too many at once or in a second.',
      watched: [
        ofCalls('CallsBreachingConcurrencyQuota'),
        // The documentation has had it without the group, too; nobody counts by it, so that twice does not matter.
        { ...ofCalls('CallsBreachingConcurrencyQuota'), dimensions: { InstanceId } },
        ofCalls('ThrottledCalls'),
      ],
      ...once,
    },
    {
      name: 'number-leads-nowhere',
      says: 'Somebody has called a number of the instance that has no flow: they heard nothing.',
      watched: [ofCalls('MisconfiguredPhoneNumbers')],
      ...once,
    },
    {
      name: 'calls-missed',
      says: 'Agents who are available have missed five calls in a quarter of an hour.',
      watched: [ofCalls('MissedCalls')],
      threshold: 5,
      periodSeconds: QUARTER_OF_AN_HOUR,
      periods: 1,
    },
    {
      name: 'queue-full',
      says: 'A queue was full, and callers could not be put into it; they were offered a call back or a voice message.',
      watched: queues.map((name) => ofQueueOfCalls(name, 'QueueCapacityExceededError')),
      ...once,
    },
    ...Object.entries(answerWithinSeconds).map(([name, seconds]) => ({
      name: `wait-too-long-${name}`,
      says: `Somebody in the queue ${name} has waited for more than the ${seconds} seconds within which you want to answer, three minutes after another.`,
      watched: [ofQueueOfCalls(name, 'LongestQueueWaitTime', 'Maximum')],
      threshold: seconds,
      periodSeconds: MINUTE,
      periods: 3,
    })),
  ];
}
