/** An action of this type does not belong into a flow of this type. */
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { adminguide, devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, joinQueue, setQueue } from '../example.ts';
import type { Rule } from '../rule.ts';
import { blockAt, hasConflictingSources } from './flow-types.ts';
import { refused } from './refused.ts';

const isKnown = (flow: FlowUnderCheck, path: string): boolean => blockAt(flow, path) !== undefined;
const conflicting = (flow: FlowUnderCheck, path: string): boolean => hasConflictingSources(flow, path);

export const typeNotHere: Rule = {
  id: 'publish/type-not-here',
  severity: 'error',
  what: 'An action of this type does not belong into a flow of this type.',
  why: 'Each flow type has its own set of blocks: nobody can be put into a queue from a whisper.',
  fix: 'Move the step to a flow of a type that has it, or give the flow its right type.',
  evidence: {
    pages: [adminguide('create-contact-flow'), devguide('flow-language-actions')],
    reports: [REPORTS.wireFormat, 'amazon-connect/voicemail-for-amazon-connect issue 112'],
  },
  check: (flow) =>
    flow.typeIsKnown
      ? refused(
          flow,
          'publish/invalid-type',
          ({ path }) => isKnown(flow, path) && !conflicting(flow, path),
          ({ message }) => `${message}: the flow is a ${flow.type}`,
        )
      : [],
  bad: {
    ...alone({ join: joinQueue('end'), end: { type: 'EndFlowExecution' } }, { type: 'AGENT_WHISPER' }),
    at: 'Actions[0].Type',
  },
  good: alone({ queue: setQueue('join', 'end'), join: joinQueue('end'), end: hangUp }),
};
