/** UpdateContactData: sets what Connect itself knows of a contact: language, name, customer. */
import { choice, object, optional, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import { scalar } from './wire-values.ts';

const PLAIN = ['Name', 'Description', 'CustomerId', 'WisdomSessionArn'] as const;
/** All together or none of them (seen live). The service ended on 2026-05-20, so they do nothing. */
const VOICE_ID = [
  'IsVoiceIdStreamingEnabled',
  'IsVoiceAuthenticationEnabled',
  'VoiceAuthenticationThreshold',
  'VoiceAuthenticationResponseTime',
  'IsFraudDetectionEnabled',
  'FraudDetectionThreshold',
] as const;

export const updateContactData = defineBlock({
  type: 'UpdateContactData',
  purpose: 'Sets the language, name, description or customer of the contact.',
  see: 'devguide/contact-actions-updatecontactdata',
  parameters: object(
    {
      TargetContact: optional(choice(['Current', 'Related'])),
      LanguageCode: optional(text('text')),
      Name: optional(text('text')),
      Description: optional(text('text')),
      CustomerId: optional(text('text')),
      WisdomSessionArn: optional(text('text')),
      IsVoiceIdStreamingEnabled: optional(choice(['true', 'false'])),
      IsVoiceAuthenticationEnabled: optional(choice(['true', 'false'])),
      VoiceAuthenticationThreshold: optional(text('text')),
      VoiceAuthenticationResponseTime: optional(text('text')),
      IsFraudDetectionEnabled: optional(choice(['true', 'false'])),
      FraudDetectionThreshold: optional(text('text')),
    },
    [{ names: ['LanguageCode', ...PLAIN, ...VOICE_ID], rule: 'at-least-one' }],
  ),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetContactData',
  run(step) {
    const target = step.parameters['TargetContact'] === 'Related' ? 'Related' : undefined;
    if (target !== undefined && !step.state.hasRelated()) return failed('there is no related contact');
    if (VOICE_ID.some((name) => step.parameters[name] !== undefined)) return failed('Voice ID has ended');
    const language = scalar(step.parameters['LanguageCode']);
    if (language !== undefined) {
      const code = step.text(language);
      if (!/^[a-z]{2,3}-[A-Z][A-Za-z]{1,3}$/.test(code))
        return failed(`'${code}' is no language code; write 'en-US'`);
      step.state.setLanguage(code, target);
    }
    for (const name of PLAIN) {
      const value = scalar(step.parameters[name]);
      if (value !== undefined) step.state.setData(name, step.text(value), target);
    }
    return NEXT;
  },
});
