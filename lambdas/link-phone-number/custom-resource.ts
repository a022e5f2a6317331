/** CloudFormation's protocol for custom resources: what it asks, and how it is answered. */
import * as z from 'zod/mini';

/**
 * What is needed to answer at all; read first, so that even a request with wrong properties gets its answer.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export const request = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.optional(z.string()),
  ResourceProperties: z.record(z.string(), z.unknown()),
});
export type Request = z.output<typeof request>;

export type Outcome = { readonly status: 'SUCCESS' } | { readonly status: 'FAILED'; readonly reason: string };

/** An answer may have 4,096 bytes; a reason of this many characters leaves room for the rest. */
const reasonCharactersMax = 900;

/** Waits between attempts: together far less than the time that the guard leaves. */
const defaultWaitsMs = [200, 400, 800];

/** The id never changes: a new one would make CloudFormation delete the "old" link, which is the same number's. */
export function physicalId(asked: Request): string {
  return asked.PhysicalResourceId ?? `phone-number-flow-${asked.LogicalResourceId}`;
}

function body(asked: Request, outcome: Outcome): string {
  return JSON.stringify({
    Status: outcome.status,
    ...(outcome.status === 'FAILED' ? { Reason: outcome.reason.slice(0, reasonCharactersMax) } : {}),
    PhysicalResourceId: physicalId(asked),
    StackId: asked.StackId,
    RequestId: asked.RequestId,
    LogicalResourceId: asked.LogicalResourceId,
  });
}

/** One attempt; undefined when the answer has arrived, else what went wrong. */
async function put(url: string, text: string): Promise<string | undefined> {
  try {
    // Bytes and not text: fetch adds a content type to text, and the address is signed for none.
    const response = await fetch(url, { method: 'PUT', body: new TextEncoder().encode(text) });
    await response.arrayBuffer();
    return response.ok ? undefined : `HTTP ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Answers CloudFormation, again where the answer did not arrive.
 * @param waitsMs pauses between attempts, so there is one attempt more than pauses
 * @throws Error when no attempt arrived: Lambda then invokes the function again with the same request
 */
export async function answer(
  asked: Request,
  outcome: Outcome,
  waitsMs: readonly number[] = defaultWaitsMs,
): Promise<void> {
  const text = body(asked, outcome);
  let fault = await put(asked.ResponseURL, text);
  for (const waitMs of waitsMs) {
    if (fault === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    fault = await put(asked.ResponseURL, text);
  }
  if (fault !== undefined) throw new Error(`CloudFormation could not be answered: ${fault}`);
}
