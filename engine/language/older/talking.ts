/** Older blocks that speak and ask. */
import type { Json } from '../flow.ts';
import {
  type Conversion,
  ERROR,
  evaluated,
  fixed,
  mapOf,
  NO_MATCH,
  renamed,
  speechIn,
  valueIn,
} from './conversion.ts';
import { type OlderModule, valueToday } from './module.ts';

const play: Conversion = (module) => ({
  Type: 'MessageParticipant',
  Parameters: speechIn(module),
  next: 'Success',
  errors: ERROR,
});

const askKeys: Conversion = (module) => ({
  Type: 'GetParticipantInput',
  Parameters: {
    ...speechIn(module),
    StoreInput: 'False',
    ...renamed(module, { Timeout: 'InputTimeLimitSeconds' }),
  },
  errors: { ...NO_MATCH, InputTimeLimitExceeded: 'Timeout' },
  conditions: evaluated(module, 'Evaluate'),
  leftOut: (valueIn(module, 'MaxDigits') ?? '1') === '1' ? [] : ['MaxDigits'],
});

const askBot: Conversion = (module) => {
  const alias = valueIn(module, 'BotAliasArn');
  const attributes = mapOf(module, 'Parameter');
  return {
    Type: 'ConnectParticipantWithLexBot',
    Parameters: {
      ...speechIn(module),
      ...(alias === undefined
        ? { LexBot: renamed(module, { BotName: 'Name', BotRegion: 'Region', BotAlias: 'Alias' }) }
        : { LexV2Bot: { AliasArn: alias } }),
      ...(Object.keys(attributes).length > 0 ? { LexSessionAttributes: attributes } : {}),
    },
    errors: NO_MATCH,
    conditions: evaluated(module, 'Evaluate'),
  };
};

const store: Conversion = (module) => {
  const phone = valueIn(module, 'CustomerInputType') === 'PhoneNumber';
  const validation: Json = phone
    ? {
        PhoneNumberValidation: renamed(module, {
          PhoneNumberFormat: 'NumberFormat',
          CountryCode: 'CountryCode',
        }),
      }
    : { CustomValidation: renamed(module, { MaxDigits: 'MaximumLength' }) };
  const cancel = valueIn(module, 'DisableCancel');
  const keypad = {
    ...renamed(module, { TerminatorDigits: 'InputTerminationSequence' }),
    ...(cancel === undefined ? {} : { DisableCancelKey: cancel === 'true' ? 'True' : 'False' }),
  };
  return {
    Type: 'GetParticipantInput',
    Parameters: {
      ...speechIn(module),
      StoreInput: 'True',
      ...renamed(module, { Timeout: 'InputTimeLimitSeconds' }),
      InputValidation: validation,
      ...(valueIn(module, 'EncryptEntry') === 'true'
        ? { InputEncryption: renamed(module, { EncryptionKeyId: 'EncryptionKeyId', EncryptionKey: 'Key' }) }
        : {}),
      ...(Object.keys(keypad).length > 0 ? { DTMFConfiguration: keypad } : {}),
    },
    next: 'Success',
    errors: { ...ERROR, ...(phone ? { InvalidPhoneNumber: 'InvalidNumber' } : {}) },
  };
};

const loopPrompts: Conversion = (module) => ({
  Type: 'MessageParticipantIteratively',
  Parameters: {
    Messages: messagesOf(module),
    ...renamed(module, { InterruptSeconds: 'InterruptFrequencySeconds' }),
  },
  errors: ERROR,
  conditions: fixed(module, { Timeout: 'MessagesInterrupted' }),
});

const messagesOf = (module: OlderModule): readonly Json[] =>
  module.parameters.flatMap((parameter): Json[] => {
    if (parameter.name === 'AudioPrompt') return [{ PromptId: valueToday(parameter) }];
    if (parameter.name !== 'Text') return [];
    return [parameter.key === 'ssml' ? { SSML: valueToday(parameter) } : { Text: valueToday(parameter) }];
  });

export const TALKING: Readonly<Record<string, Conversion>> = {
  PlayPrompt: play,
  PlayAudio: play,
  GetUserInput: (module, type) => (module.target === 'Lex' ? askBot(module, type) : askKeys(module, type)),
  StoreUserInput: store,
  StoreCustomerInput: store,
  LoopPrompts: loopPrompts,
  SetVoice: (module) => ({
    Type: 'UpdateContactTextToSpeechVoice',
    Parameters: renamed(module, {
      GlobalVoice: 'TextToSpeechVoice',
      GlobalEngine: 'TextToSpeechEngine',
      SpeakingStyle: 'TextToSpeechStyle',
    }),
    next: 'Success',
    errors: ERROR,
  }),
};
