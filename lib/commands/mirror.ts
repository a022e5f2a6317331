/** `callwright mirror-cases`: brings cases into Amazon Connect Cases that were opened before they were mirrored. */
import { setTimeout as wait } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { mirrorReading } from '../../lambdas/mirror-cases/contract.ts';
import { departments } from '../../lambdas/serve-cases/contract.ts';
import { listCases } from '../../lambdas/tables/case-lists.ts';
import { clientOf, type Target, TargetError, tableOf } from './target.ts';

/** A service that throttles takes more after a while. */
const TRIES = 5;
const FIRST_WAIT_MS = 1_000;

/** What the function says of a batch: the first record that it could not do, or that it has failed as a whole. */
export type BatchOutcome = { readonly failedFrom?: string } | { readonly error: string };

/** Gives the function a batch as the stream of the table does. */
export type GiveBatch = (event: object) => Promise<BatchOutcome>;

const answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * Has every case mirrored for which something is still due. A case whose mirror is as it stands costs one read, so that
 * it may be done as often as one likes, and beside the function that reads the changes.
 * @returns how many cases were looked at
 * @throws TargetError where the stack has no mirror, or where what is left could not be done after some tries
 */
export async function mirrorOpenCases(target: Target): Promise<number> {
  const { endpointUrl, region, outputs } = target;
  const functionName = outputs['MirrorFunction'];
  if (functionName === undefined)
    throw new TargetError(
      `The stack '${target.name}' mirrors no cases: name a domain under connectCases in cdk.json, and deploy.`,
    );
  const client = clientOf(target);
  const lambda = new LambdaClient({
    ...(region === undefined ? {} : { region }),
    ...(endpointUrl === undefined
      ? {}
      : { endpoint: endpointUrl, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  try {
    const cases = dueCases({ client, name: tableOf(target, 'CasesTable') });
    return await replay(cases, async (event) => {
      const { FunctionError: error, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(event) }),
      );
      const text = Buffer.from(Payload ?? []).toString('utf8');
      if (error !== undefined) return { error: text };
      const [failed] = answer.parse(JSON.parse(text)).batchItemFailures;
      return failed === undefined ? {} : { failedFrom: failed.itemIdentifier };
    });
  } finally {
    lambda.destroy();
    client.destroy();
  }
}

/** By department, by key: a case with nothing due is verified or closed, and nobody looks for it there. */
async function* dueCases(table: Parameters<typeof listCases>[0]): AsyncGenerator<string> {
  const { signal } = new AbortController();
  for (const department of departments) {
    let from: Awaited<ReturnType<typeof listCases>>['next'];
    do {
      const page = await listCases(table, { department }, { limit: mirrorReading.batchSize, from }, signal);
      for (const { caseNumber } of page.cases) yield caseNumber;
      from = page.next;
    } while (from !== undefined);
  }
}

/** Case by case in batches of the size in which changes come; what fails is given again. */
export async function replay(
  caseNumbers: AsyncIterable<string>,
  give: GiveBatch,
  firstWaitMs = FIRST_WAIT_MS,
): Promise<number> {
  let looked = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    await mirrored(batch, give, firstWaitMs);
    looked += batch.length;
    batch = [];
  };
  for await (const caseNumber of caseNumbers) {
    batch.push(caseNumber);
    if (batch.length === mirrorReading.batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return looked;
}

async function mirrored(batch: readonly string[], give: GiveBatch, firstWaitMs: number): Promise<void> {
  let left = batch;
  let why = '';
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await wait(firstWaitMs * 2 ** (tried - 1));
    const outcome = await give({ Records: left.map(recordOf) });
    if ('error' in outcome) {
      // Of a case that is refused for good the function tells once, and passes it by the next time.
      why = outcome.error;
    } else if (outcome.failedFrom === undefined) {
      return;
    } else {
      why = 'see the log of mirror-cases';
      left = left.slice(Math.max(0, left.indexOf(outcome.failedFrom)));
    }
  }
  throw new TargetError(
    `${left.length} cases from ${left[0]} on were not mirrored (${why}): run the command again, it passes by what is done.`,
  );
}

const recordOf = (caseNumber: string) => ({
  eventName: 'MODIFY',
  dynamodb: {
    SequenceNumber: caseNumber,
    Keys: { caseNumber: { S: caseNumber }, sk: { S: 'CASE' } },
  },
});
