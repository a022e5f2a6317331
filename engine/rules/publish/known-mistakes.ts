/** Names that people write for Connect's, and what they meant; all of them were refused by live instances or seen in public flows. */

/** Action types: console names, older names, spellings of the documentation, inventions. */
export const TYPE_MISTAKES: Readonly<Record<string, string>> = {
  CheckAttribute: 'Compare',
  CheckCondition: 'Compare',
  CheckStaffing: 'CheckMetricData',
  Disconnect: 'DisconnectParticipant',
  GetCustomerInput: 'GetParticipantInput',
  GetDigits: 'GetParticipantInput',
  GetQueueMetrics: 'GetMetricData',
  InvokeExternalResource: 'InvokeLambdaFunction',
  PlayPrompt: 'MessageParticipant',
  SendMessage: 'MessageParticipant',
  SetCallbackNumber: 'UpdateContactCallbackNumber',
  SetContactAttributes: 'UpdateContactAttributes',
  SetLoggingBehavior: 'UpdateFlowLoggingBehavior',
  SetRecordingAndAnalyticsBehavior: 'UpdateContactRecordingAndAnalyticsBehavior',
  SetVoice: 'UpdateContactTextToSpeechVoice',
  StartMediaStreaming: 'UpdateContactMediaStreamingBehavior',
  StoreCustomerInput: 'GetParticipantInput',
  StoreUserInput: 'GetParticipantInput',
  TransferContactToFlow: 'TransferToFlow',
  TransferToQueue: 'TransferContactToQueue',
  UnTagContact: 'UntagContact',
  UpdateRoutingCriteria: 'UpdateContactRoutingCriteria',
};

/** Parameters, by type and wrong name. */
export const PARAMETER_MISTAKES: Readonly<Record<string, string>> = {
  'ConnectParticipantWithLexBot.BotAliasArn': 'LexV2Bot.AliasArn',
  'ConnectParticipantWithLexBot.SessionAttributes': 'LexSessionAttributes',
  'InvokeLambdaFunction.FunctionArn': 'LambdaFunctionARN',
  'InvokeLambdaFunction.RequestAttributes': 'LambdaInvocationAttributes',
  'InvokeLambdaFunction.TimeLimit': 'InvocationTimeLimitSeconds',
  'TransferContactToQueue.QueueId': 'UpdateContactTargetQueue before it, which takes the queue',
  'TransferParticipantToThirdParty.ThirdPartyConnectionTimeoutSeconds':
    'ThirdPartyConnectionTimeLimitSeconds',
  'UpdateContactRecordingBehavior.Agent': 'RecordingBehavior.RecordedParticipants',
  'UpdateContactRecordingBehavior.Customer': 'RecordingBehavior.RecordedParticipants',
  'UpdateContactTargetQueue.Queue': 'QueueId',
  'UpdateContactTextToSpeechVoice.Engine': 'TextToSpeechEngine',
  'UpdateContactTextToSpeechVoice.LanguageCode': 'UpdateContactData with LanguageCode',
  'UpdateContactTextToSpeechVoice.VoiceId': 'TextToSpeechVoice',
  'Wait.TimeoutSeconds': 'TimeLimitSeconds',
};
