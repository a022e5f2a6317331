/** For whom a call waits first: the agent of the last time, then agents who speak its language, then anybody of the queue. */
import { action } from '../engine/authoring/any-action.ts';
import { checkStaff, decide } from '../engine/authoring/deciding.ts';
import { attributes } from './attributes.ts';

/** Longer than somebody needs to end a call, and short enough for who waits. */
const SAME_AGENT_SECONDS = 45;

/** Time for two who speak the language to be rung, and short enough for who waits while all of them talk. */
const CALLS_SECONDS = 30;

/** No caller listens, and agents get tasks half a minute late (lib/constructs/agents.ts). */
export const TASKS_SECONDS = 120;

/** The predefined attribute of the instance; its values are the codes of languages (lib/constructs/languages.ts). */
export const LANGUAGE_PROFICIENCY = 'Language';

/** Who speaks a language as well as this serves callers in it; below that somebody gets by. */
export const SERVES_FROM_LEVEL = 3;

const sameAgent = {
  Expression: {
    AttributeCondition: {
      ComparisonOperator: 'Match',
      MatchCriteria: { AgentsCriteria: { AgentIds: [attributes.preferredAgent] } },
    },
  },
  Expiry: { DurationInSeconds: SAME_AGENT_SECONDS },
} as const;

const speakers = (seconds: number) =>
  ({
    Expression: {
      AttributeCondition: {
        Name: LANGUAGE_PROFICIENCY,
        Value: attributes.speakers,
        ProficiencyLevel: String(SERVES_FROM_LEVEL),
        ComparisonOperator: 'NumberGreaterOrEqualTo',
      },
    },
    Expiry: { DurationInSeconds: seconds },
  }) as const;

/** After the last of the steps anybody of the queue may take the call, so that nobody waits for ever. */
const waitFor = <const Next extends string>(
  steps: readonly (typeof sameAgent | ReturnType<typeof speakers>)[],
  next: Next,
) =>
  action('UpdateContactRoutingCriteria', {
    parameters: { RoutingCriteria: { Steps: steps } },
    next,
    errors: { NoMatchingError: next },
  });

/**
 * To be spread into every flow that leads into a queue; they begin at `speakers`. Criteria are of the contact, and a
 * transfer is another contact, so that each way into a queue sets them.
 */
export const speakersFirst = <const Next extends string>(next: Next, seconds: number = CALLS_SECONDS) =>
  ({
    speakers: decide<Next | 'prefer-speakers'>({
      value: attributes.speakers,
      cases: { none: next },
      otherwise: 'prefer-speakers',
    }),
    'prefer-speakers': waitFor([speakers(seconds)], next),
  }) as const;

/**
 * To be spread into a flow's steps in place of those; they begin at `same-agent`. While the agent of the last time is
 * signed in, the call waits for them first, whatever they speak: they have talked to this caller. Nobody waits for
 * somebody who has left.
 */
export const sameAgentFirst = <const Next extends string>(next: Next) =>
  ({
    'same-agent': decide<'speakers' | 'agent-on'>({
      value: attributes.preferredAgent,
      cases: { none: 'speakers' },
      otherwise: 'agent-on',
    }),
    'agent-on': checkStaff<'speakers' | 'agent-speakers'>({
      agent: attributes.preferredAgent,
      somebody: 'agent-speakers',
      nobody: 'speakers',
      onError: 'speakers',
    }),
    'agent-speakers': decide<'prefer-agent' | 'prefer-both'>({
      value: attributes.speakers,
      cases: { none: 'prefer-agent' },
      otherwise: 'prefer-both',
    }),
    'prefer-agent': waitFor([sameAgent], next),
    'prefer-both': waitFor([sameAgent, speakers(CALLS_SECONDS)], next),
    ...speakersFirst(next),
  }) as const;
