/** The prompts of a queue or a hold begin right after a step that must not come before them. */
import { adminguide } from '../evidence.ts';
import { alone, type ExampleStep, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const LOOP_PROMPTS = 'MessageParticipantIteratively';
/** Get customer input, Loop, Play prompt, media streaming, Store customer input, and transfers to numbers and queues. */
const NOT_BEFORE: ReadonlySet<string> = new Set([
  'ConnectParticipantWithLexBot',
  'CreateCallbackContact',
  'DequeueContactAndTransferToQueue',
  'GetParticipantInput',
  'Loop',
  'MessageParticipant',
  'TransferContactToQueue',
  'TransferParticipantToThirdParty',
  'UpdateContactMediaStreamingBehavior',
]);

const music: ExampleStep = {
  type: LOOP_PROMPTS,
  parameters: { Messages: [{ Text: 'Please wait.' }] },
  errors: { NoMatchingError: 'end' },
};

export const beforeLoopPrompts: Rule = {
  id: 'publish/before-loop-prompts',
  severity: 'warning',
  what: 'The prompts of a queue or a hold begin right after a step that must not come before them.',
  why: 'Before Loop prompts no words, questions, counters, media streaming and transfers are allowed: the service may refuse the flow, or the prompts take their error branch.',
  fix: 'Let the flow begin with its prompts, and say the words before the transfer to the queue or in the interrupt branch.',
  evidence: {
    pages: [adminguide('loop-prompts')],
    seen: 'none of 20 real steps has such a step before it; 15 are the first of their flow',
  },
  check: (flow) =>
    flow.steps.flatMap(({ action, index, place, id }): Report[] => {
      if (action.Type !== LOOP_PROMPTS) return [];
      const before = flow.steps.filter(
        (step) => NOT_BEFORE.has(step.action.Type) && step.edges.some(({ to }) => to === index),
      );
      if (before.length === 0) return [];
      const named = before.map((step) => `${step.id} (${step.action.Type})`).join(', ');
      return [{ path: place, step: id, message: `the prompts come right after ${named}` }];
    }),
  bad: {
    ...alone({ hello: say('Hello.', 'music'), music, end: hangUp }, { type: 'CUSTOMER_QUEUE' }),
    at: 'Actions[1]',
  },
  good: alone({ music, end: hangUp }, { type: 'CUSTOMER_QUEUE' }),
};
