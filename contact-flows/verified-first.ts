/** The beginning that flows for verified callers have in common: the PIN, once in a call, or a person. */
import { decide } from '../engine/authoring/deciding.ts';
import { runModule } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { modules } from './resources.ts';

/**
 * To be spread into a flow's steps; `verified-before` is where they begin. Callers who asked for a person or could
 * not be verified go to `because-asked` and `to-person` of the flow.
 */
export const verifiedFirst = <const Target extends string>(words: Words, next: Target) =>
  ({
    'verified-before': decide<Target | 'verify'>({
      value: attributes.verified,
      cases: { true: next },
      otherwise: 'verify',
    }),
    verify: runModule({ module: modules.verifyCaller, next: 'verified-now', onError: 'verification-fault' }),
    'verified-now': decide<Target | 'why-not'>({
      value: attributes.verified,
      cases: { true: next },
      otherwise: 'why-not',
    }),
    'why-not': decide({
      value: attributes.verificationOutcome,
      cases: {
        'wrong-pin': 'because-wrong-pin',
        'no-pin': 'because-no-pin',
        'asked-for-person': 'because-asked',
      },
      otherwise: 'verification-fault',
    }),
    'because-wrong-pin': because('wrong-pin', 'to-person'),
    'because-no-pin': because('no-pin', 'to-person'),
    'verification-fault': say({ prompt: words.verificationFault, next: 'because-verification' }),
    'because-verification': because('verification-fault', 'to-person'),
  }) as const;
