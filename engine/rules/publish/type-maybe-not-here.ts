/** Sources conflict on whether an action of this type may stand in a flow of this type. */
import { adminguide, devguide } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { hasConflictingSources } from './flow-types.ts';
import { refused } from './refused.ts';

export const typeMaybeNotHere: Rule = {
  id: 'publish/type-maybe-not-here',
  severity: 'warning',
  what: 'Sources conflict on whether an action of this type may stand in a flow of this type.',
  why: 'The developer guide leaves the flow type out, and the administrator guide or published flows have it.',
  fix: 'Try it on a test instance before it is needed.',
  evidence: {
    pages: [adminguide('create-contact-flow'), devguide('flow-language-actions')],
    seen: 'real exports have DisconnectParticipant in a queue-transfer flow, EndFlowExecution in inbound flows, recording in a hold flow',
  },
  check: (flow) =>
    flow.typeIsKnown
      ? refused(
          flow,
          'publish/invalid-type',
          ({ path }) => hasConflictingSources(flow, path),
          ({ message }) => `${message}: sources conflict on whether a ${flow.type} may have it`,
        )
      : [],
  bad: {
    ...alone(
      {
        wait: { type: 'UpdateContactRoutingBehavior', parameters: { QueuePriority: '1' }, next: 'end' },
        end: { type: 'EndFlowExecution' },
      },
      { type: 'CUSTOMER_WHISPER' },
    ),
    at: 'Actions[0].Type',
  },
  good: alone({
    first: { type: 'UpdateContactRoutingBehavior', parameters: { QueuePriority: '1' }, next: 'end' },
    end: hangUp,
  }),
};
