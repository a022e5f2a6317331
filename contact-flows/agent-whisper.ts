/** What an agent hears before the caller: which case was raised, whether the caller is verified, and why they call. */
import { decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { endFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { attributes } from './attributes.ts';
import { prompts } from './prompts/en.ts';

export const agentWhisper = flow({
  name: 'agent-whisper',
  title: 'Agent whisper',
  description:
    'Tells the agent of a raised case, whether the caller is verified, and the reason for the call.',
  type: 'AGENT_WHISPER',
  start: 'escalation',
  steps: {
    escalation: decide({
      value: attributes.escalationLevel,
      cases: { one: 'say-escalation', two: 'say-escalation', three: 'say-escalation' },
      otherwise: 'verified',
    }),
    'say-escalation': say({
      prompt: prompts.whisperEscalation(
        attributes.escalationLevel,
        attributes.caseAbout,
        attributes.caseWords,
      ),
      next: 'task',
    }),
    task: decide({
      value: attributes.escalationTask,
      cases: { 'not-started': 'say-no-task' },
      otherwise: 'verified',
    }),
    'say-no-task': say({ prompt: prompts.whisperNoTask, next: 'verified' }),
    verified: decide({
      value: attributes.verified,
      cases: { true: 'say-verified' },
      otherwise: 'say-not-verified',
    }),
    'say-verified': say({ prompt: prompts.whisperVerified(attributes.reasonWords), next: 'end' }),
    'say-not-verified': say({ prompt: prompts.whisperNotVerified(attributes.reasonWords), next: 'end' }),
    end: endFlow(),
  },
});
