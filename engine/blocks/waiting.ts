/** What a block may wait for, and what can come of it. */
import type { ServiceAnswer } from './service.ts';

export type Channel = 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';

/** Plain data that a waiting block keeps in its contact. The `kind` names what it waits for. */
export interface Waiting {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** What can happen to a contact whose block waits. */
export type Happening =
  | { readonly kind: 'playback-ended' }
  | { readonly kind: 'key'; readonly key: string }
  /** Words, to a bot. */
  | { readonly kind: 'said'; readonly text: string }
  /** A bot of somebody else's is in the chat no more. */
  | { readonly kind: 'bot-left' }
  | { readonly kind: 'time'; readonly timer: string }
  | { readonly kind: 'function-answered'; readonly invocationId: string; readonly answer: FunctionAnswer }
  | {
      readonly kind: 'third-party';
      readonly outcome: 'answers' | 'busy' | 'no-answer' | 'refused' | 'hangs-up';
    }
  | { readonly kind: 'service-answered'; readonly requestId: string; readonly answer: ServiceAnswer }
  | { readonly kind: 'module-ended'; readonly result?: string }
  /** The branch of an interruption has ended; `speaking`: what was being said then still is. */
  | { readonly kind: 'resumed'; readonly speaking: boolean };

/** How an invocation of a Lambda function came back to the flow. */
export type FunctionAnswer =
  | { readonly kind: 'returned'; readonly payload: string }
  /** `retryable`: throttles, 500s and function errors are retried inside the block's time limit. */
  | { readonly kind: 'failed'; readonly retryable: boolean; readonly message: string };
