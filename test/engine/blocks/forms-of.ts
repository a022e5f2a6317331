/** Parameters of each form of the types whose branches depend on them. */
import type { Json } from '../../../engine/language/flow.ts';

type Form = Readonly<Record<string, Json>>;

const VOICE_ID = ['enrollmentStatus', 'voiceAuthentication', 'fraudDetection'];

const FORMS: Readonly<Record<string, readonly Form[]>> = {
  CheckVoiceId: VOICE_ID.map((CheckVoiceIdOption) => ({ CheckVoiceIdOption })),
  ConnectParticipantWithLexBot: [{}, { LexTimeoutSeconds: { Text: '60' } }],
  MessageParticipantIteratively: [{ InterruptFrequencySeconds: '30' }],
  UpdateContactRoutingBehavior: [{}, { RoutingProficiencies: [] }],
  GetParticipantInput: [
    { StoreInput: 'False' },
    { StoreInput: 'True', InputValidation: { PhoneNumberValidation: {} } },
    { EnableDTMFBuffer: 'True' },
  ],
  TransferParticipantToThirdParty: [{ ContinueFlowExecution: 'False' }, { ContinueFlowExecution: 'True' }],
  UpdateContactRecordingAndAnalyticsBehavior: [{ VoiceBehavior: {} }, { ChatBehavior: {} }],
  Wait: [
    {},
    { Events: ['CustomerReturned'] },
    { Events: ['BotParticipantDisconnected'] },
    { ContinueExecution: 'True' },
  ],
};

export const formsOf = (type: string): readonly Form[] => FORMS[type] ?? [{}];
