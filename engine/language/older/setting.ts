/** Older blocks that keep something for the contact, read figures, or ask a function. */
import type { Json } from '../flow.ts';
import { type Conversion, ERROR, mapOf, renamed, valueIn } from './conversion.ts';
import { type OlderModule, reference } from './module.ts';

const hook: Conversion = (module) => ({
  Type: 'UpdateContactEventHooks',
  Parameters: { EventHooks: { [valueIn(module, 'Type') ?? '']: valueIn(module, 'ContactFlowId') ?? '' } },
  next: 'Success',
  // SetContactFlow had no error branch; today there must be one.
  errors: module.branches.some(({ condition }) => condition === 'Error')
    ? ERROR
    : { NoMatchingError: 'Success' },
});

const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  Both: ['Agent', 'Customer'],
  Agent: ['Agent'],
  Customer: ['Customer'],
};

const recording: Conversion = (module) => {
  const people =
    valueIn(module, 'RecordingBehaviorOption') === 'Enable'
      ? valueIn(module, 'RecordingParticipantOption')
      : '';
  const mode = valueIn(module, 'AnalyticsMode');
  return {
    Type: 'UpdateContactRecordingBehavior',
    Parameters: {
      RecordingBehavior: { RecordedParticipants: PEOPLE[people ?? ''] ?? [] },
      ...(valueIn(module, 'AnalyticsBehaviorOption') === 'Enable'
        ? {
            AnalyticsBehavior: {
              Enabled: 'True',
              ...renamed(module, { AnalyticsLanguageLocaleCode: 'AnalyticsLanguage' }),
              AnalyticsRedactionBehavior:
                valueIn(module, 'AnalyticsRedactionOption') === 'Enable' ? 'Enabled' : 'Disabled',
              ...renamed(module, { AnalyticsRedactionPolicy: 'AnalyticsRedactionResults' }),
              ...(mode === undefined ? {} : { AnalyticsMode: mode }),
            },
          }
        : {}),
    },
    next: 'Success',
    leftOut:
      (valueIn(module, 'AnalyticsCustomVocabulary') ?? 'None') === 'None'
        ? []
        : ['AnalyticsCustomVocabulary'],
  };
};

const streaming =
  (state: 'Enabled' | 'Disabled'): Conversion =>
  (module) => {
    const tracks = module.parameters.filter(({ name }) => name === 'Track').map(({ value }) => value);
    const directions =
      tracks.length === 0
        ? ['From', 'To']
        : ['From', 'To'].filter((way) => tracks.includes(`${way}Customer`));
    return {
      Type: 'UpdateContactMediaStreamingBehavior',
      Parameters: {
        MediaStreamingState: state,
        Participants: [{ ParticipantType: 'Customer', MediaDirections: directions }],
        MediaStreamType: 'Audio',
      },
      next: 'Success',
      errors: ERROR,
    };
  };

const VOICE_ID = [
  'IsVoiceIdStreamingEnabled',
  'IsVoiceAuthenticationEnabled',
  'VoiceAuthenticationThreshold',
  'VoiceAuthenticationResponseTime',
  'IsFraudDetectionEnabled',
  'FraudDetectionThreshold',
];
const DATA: Readonly<Record<string, string>> = {
  languageCode: 'LanguageCode',
  customerId: 'CustomerId',
  name: 'Name',
  description: 'Description',
};

const contactData: Conversion = (module) => ({
  Type: 'UpdateContactData',
  Parameters: {
    ...dataOf(module),
    ...renamed(module, Object.fromEntries(VOICE_ID.map((name) => [name, name]))),
    TargetContact: 'Current',
  },
  next: 'Success',
  errors: ERROR,
});

const dataOf = (module: OlderModule): { [name: string]: Json } =>
  Object.fromEntries(
    module.parameters
      .filter(({ name }) => name === 'ContactData')
      .flatMap(({ all, namespace }) =>
        Object.entries(DATA).flatMap(([then, now]): [string, Json][] => {
          const value = all[then];
          if (typeof value !== 'string') return [];
          return [[now, namespace === undefined ? value : reference(namespace, value)]];
        }),
      ),
  );

export const SETTING: Readonly<Record<string, Conversion>> = {
  SetEventHook: hook,
  SetContactFlow: hook,
  SetRecordingBehavior: recording,
  StartMediaStreaming: streaming('Enabled'),
  StopMediaStreaming: streaming('Disabled'),
  SetContactData: contactData,
  SetAttributes: (module) => ({
    Type: 'UpdateContactAttributes',
    Parameters: { Attributes: mapOf(module, 'Attribute'), TargetContact: 'Current' },
    next: 'Success',
    errors: ERROR,
  }),
  InvokeExternalResource: (module) => {
    const given = mapOf(module, 'Parameter');
    return {
      Type: 'InvokeLambdaFunction',
      Parameters: {
        ...renamed(module, { FunctionArn: 'LambdaFunctionARN', TimeLimit: 'InvocationTimeLimitSeconds' }),
        ...(Object.keys(given).length > 0 ? { LambdaInvocationAttributes: given } : {}),
      },
      next: 'Success',
      errors: ERROR,
    };
  },
  SetQueue: (module) => ({
    Type: 'UpdateContactTargetQueue',
    Parameters: renamed(module, { Queue: 'QueueId', Agent: 'AgentId' }),
    next: 'Success',
    errors: ERROR,
  }),
  SetLoggingBehavior: (module) => ({
    Type: 'UpdateFlowLoggingBehavior',
    Parameters: {
      FlowLoggingBehavior: valueIn(module, 'LoggingBehavior') === 'Enable' ? 'Enabled' : 'Disabled',
    },
    next: 'Success',
  }),
  UpdateRoutingPriority: (module) => ({
    Type: 'UpdateContactRoutingBehavior',
    Parameters: renamed(module, {
      AbsolutePosition: 'QueuePriority',
      TimeOffset: 'QueueTimeAdjustmentSeconds',
    }),
    next: 'Success',
  }),
  GetMetricData: (module) => ({
    Type: 'GetMetricData',
    Parameters: renamed(module, { Queue: 'QueueId', Agent: 'AgentId' }),
    next: 'Success',
    errors: ERROR,
  }),
  SetCallBackNumber: (module) => ({
    Type: 'UpdateContactCallbackNumber',
    Parameters: renamed(module, { CallBackNumber: 'CallbackNumber' }),
    next: 'Success',
    errors: { InvalidCallbackNumber: 'InvalidPhoneNumber', CallbackNumberNotDialable: 'NonDialableNumber' },
  }),
  CreateCallback: (module) => ({
    Type: 'CreateCallbackContact',
    Parameters: {
      ...renamed(module, { Queue: 'QueueId', Agent: 'AgentId' }),
      ...renamed(module, {
        InitialDelaySeconds: 'InitialCallDelaySeconds',
        RetryDelaySeconds: 'RetryDelaySeconds',
        MaxRetryAttempts: 'MaximumConnectionAttempts',
      }),
    },
    next: 'Success',
    errors: ERROR,
  }),
  SetVoiceId: () => ({ Type: 'StartVoiceIdStream', Parameters: {}, next: 'Success', errors: ERROR }),
};
