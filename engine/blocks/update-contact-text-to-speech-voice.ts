/** UpdateContactTextToSpeechVoice: the voice that speaks from now on. */
import { choice, object, optional, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import { scalar } from './wire-values.ts';

/** The voice stays for all flows of the contact (adminguide/set-voice); the language is UpdateContactData's. */
export const updateContactTextToSpeechVoice = defineBlock({
  type: 'UpdateContactTextToSpeechVoice',
  purpose: 'Chooses the voice that reads texts to the caller.',
  see: 'devguide/contact-actions-updatecontacttexttospeechvoice',
  parameters: object({
    TextToSpeechVoice: required(text('text')),
    TextToSpeechEngine: optional(text('text')),
    TextToSpeechStyle: optional(choice(['None', 'Conversational', 'Newscaster'], 'reference')),
  }),
  branches: () => goesOn([], ['NoMatchingError']),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetVoice',
  prepare(parameters) {
    const template = scalar(parameters['TextToSpeechVoice']) ?? '';
    return {
      run(step) {
        const voice = step.text(template);
        if (voice === '') return failed('the name of the voice is empty');
        step.state.setVoice(voice);
        return NEXT;
      },
    };
  },
});
