/** What an agent hears before the caller: in which language, which case was raised, whether the caller is verified, and why they call. */
import { setLogging } from '../engine/authoring/contact.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { endFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { attributes } from './attributes.ts';
import { agentWords } from './prompts/agents.ts';

/** Who is taken from the queue in the middle of keying a number has the flow log off, which comes on again here. */
export const agentWhisper = flow({
  name: 'agent-whisper',
  title: 'Agent whisper',
  description:
    'Tells the agent which language the caller speaks, of a raised case, whether the caller is verified, and the reason for the call.',
  type: 'AGENT_WHISPER',
  start: 'log-on',
  steps: {
    'log-on': setLogging({ logging: 'on', next: 'language' }),
    language: decide({
      value: attributes.languageName,
      cases: { none: 'escalation' },
      otherwise: 'say-language',
    }),
    'say-language': say({
      prompt: agentWords.whisperLanguage({ language: attributes.languageName }),
      next: 'escalation',
    }),
    escalation: decide({
      value: attributes.escalationLevel,
      cases: { one: 'say-escalation', two: 'say-escalation', three: 'say-escalation' },
      otherwise: 'verified',
    }),
    'say-escalation': say({
      prompt: agentWords.whisperEscalation({
        level: attributes.escalationLevel,
        about: attributes.caseAbout,
        caseNumber: attributes.caseWords,
      }),
      next: 'task',
    }),
    task: decide({
      value: attributes.escalationTask,
      cases: { 'not-started': 'say-no-task' },
      otherwise: 'verified',
    }),
    'say-no-task': say({ prompt: agentWords.whisperNoTask, next: 'verified' }),
    verified: decide({
      value: attributes.verified,
      cases: { true: 'say-verified' },
      otherwise: 'say-not-verified',
    }),
    'say-verified': say({
      prompt: agentWords.whisperVerified({ reason: attributes.reasonWords }),
      next: 'end',
    }),
    'say-not-verified': say({
      prompt: agentWords.whisperNotVerified({ reason: attributes.reasonWords }),
      next: 'end',
    }),
    end: endFlow(),
  },
});
