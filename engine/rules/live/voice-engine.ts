/** The speech engine is none that there is. */
import { looksLikeReference } from '../../language/jsonpath.ts';
import { devguide, REPORTS } from '../evidence.ts';
import type { ExampleStep } from '../example.ts';
import { alone, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const ENGINES: ReadonlySet<string> = new Set(['standard', 'neural', 'generative']);

const voice = (TextToSpeechEngine: string): ExampleStep => ({
  type: 'UpdateContactTextToSpeechVoice',
  parameters: { TextToSpeechVoice: 'Joanna', TextToSpeechEngine },
  next: 'end',
});

export const voiceEngine: Rule = {
  id: 'live/voice-engine',
  severity: 'warning',
  what: 'The speech engine is none that there is.',
  why: 'The service takes any text when the flow is created, and the voice is not set when the call comes.',
  fix: 'Write Standard, Neural or Generative.',
  evidence: {
    pages: [devguide('contact-actions-updatecontacttexttospeechvoice')],
    reports: [REPORTS.flowAsCode],
  },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] => {
      const engine =
        step.action.Type === 'UpdateContactTextToSpeechVoice'
          ? step.action.Parameters['TextToSpeechEngine']
          : undefined;
      if (typeof engine !== 'string' || looksLikeReference(engine) || ENGINES.has(engine.toLowerCase()))
        return [];
      return [
        {
          path: `${step.place}.Parameters.TextToSpeechEngine`,
          step: step.id,
          message: `there is no speech engine '${engine}'`,
        },
      ];
    }),
  bad: { ...alone({ voice: voice('Natural'), end: hangUp }), at: 'Actions[0].Parameters.TextToSpeechEngine' },
  good: alone({ voice: voice('Neural'), end: hangUp }),
};
