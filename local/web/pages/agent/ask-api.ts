/** Asks the HTTP API as the agent's own desktop does: by a token, at the same paths, with the same refusals. */
import * as z from 'zod/mini';
import type { ApiAccess } from '../../protocol.ts';

export type Answered<T> =
  | { readonly kind: 'answered'; readonly value: T }
  /** One sentence for a person. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Our functions say `detail`, API Gateway itself `message`. */
const problem = z.object({ detail: z.optional(z.string()), message: z.optional(z.string()) });

const NO_ANSWER = 'The contact centre does not answer: look again in a moment.';

export interface Asked<T> {
  readonly path: string;
  readonly schema: z.ZodMiniType<T>;
  /** Makes it a POST. */
  readonly body?: object;
}

export async function askApi<T>(
  { path: stage, token }: ApiAccess,
  { path, schema, body }: Asked<T>,
): Promise<Answered<T>> {
  try {
    const response = await fetch(`${stage}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const read: unknown = await response.json();
    if (response.ok) return { kind: 'answered', value: schema.parse(read) };
    const { detail, message } = problem.parse(read);
    return { kind: 'refused', sentence: detail ?? message ?? NO_ANSWER };
  } catch (error) {
    console.warn(`${path} of the API cannot be read.`, error);
    return { kind: 'refused', sentence: NO_ANSWER };
  }
}
