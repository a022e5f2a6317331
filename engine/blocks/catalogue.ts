/** Every block that the product knows, by action type: the list that validator, builder, engine and docs read. */

import { associateContactToCustomerProfile } from './associate-contact-to-customer-profile.ts';
import { authenticateParticipant } from './authenticate-participant.ts';
import type { AnyBlock } from './block.ts';
import { checkHoursOfOperation } from './check-hours-of-operation.ts';
import { checkMetricData } from './check-metric-data.ts';
import { checkOutboundCallStatus } from './check-outbound-call-status.ts';
import { checkSegmentMembership } from './check-segment-membership.ts';
import { checkVoiceId } from './check-voice-id.ts';
import { compare } from './compare.ts';
import { completeOutboundCall } from './complete-outbound-call.ts';
import { connectParticipantWithAgenticCX } from './connect-participant-with-agentic-cx.ts';
import { connectParticipantWithLexBot } from './connect-participant-with-lex-bot.ts';
import { createCallbackContact } from './create-callback-contact.ts';
import { createCase } from './create-case.ts';
import { createContact } from './create-contact.ts';
import { createCustomerProfile } from './create-customer-profile.ts';
import { createPersistentContactAssociation } from './create-persistent-contact-association.ts';
import { createTask } from './create-task.ts';
import { createWisdomSession } from './create-wisdom-session.ts';
import { dequeueContactAndTransferToQueue } from './dequeue-contact-and-transfer-to-queue.ts';
import { disconnectParticipant } from './disconnect-participant.ts';
import { distributeByPercentage } from './distribute-by-percentage.ts';
import { endFlowExecution } from './end-flow-execution.ts';
import { endFlowModuleExecution } from './end-flow-module-execution.ts';
import { evaluateDataTableValues } from './evaluate-data-table-values.ts';
import { getCalculatedAttributesForCustomerProfile } from './get-calculated-attributes-for-customer-profile.ts';
import { getCase } from './get-case.ts';
import { getCustomerProfile } from './get-customer-profile.ts';
import { getCustomerProfileObject } from './get-customer-profile-object.ts';
import { getMetricData } from './get-metric-data.ts';
import { getParticipantInput } from './get-participant-input.ts';
import { invokeFlowModule } from './invoke-flow-module.ts';
import { invokeLambdaFunction } from './invoke-lambda-function.ts';
import { listDataTableValues } from './list-data-table-values.ts';
import { loadContactContent } from './load-contact-content.ts';
import { loop } from './loop.ts';
import { messageParticipant } from './message-participant.ts';
import { messageParticipantIteratively } from './message-participant-iteratively.ts';
import { renderMessageTemplate } from './render-message-template.ts';
import { resumeContact } from './resume-contact.ts';
import { routeContactToAgent } from './route-contact-to-agent.ts';
import { showView } from './show-view.ts';
import { startOutboundChatContact } from './start-outbound-chat-contact.ts';
import { startOutboundEmailContact } from './start-outbound-email-contact.ts';
import { startVoiceIdStream } from './start-voice-id-stream.ts';
import { tagContact } from './tag-contact.ts';
import { transferContactToAgent } from './transfer-contact-to-agent.ts';
import { transferContactToQueue } from './transfer-contact-to-queue.ts';
import { transferParticipantToThirdParty } from './transfer-participant-to-third-party.ts';
import { transferToFlow } from './transfer-to-flow.ts';
import { untagContact } from './untag-contact.ts';
import { updateCase } from './update-case.ts';
import { updateContactAttributes } from './update-contact-attributes.ts';
import { updateContactCallbackNumber } from './update-contact-callback-number.ts';
import { updateContactData } from './update-contact-data.ts';
import { updateContactEventHooks } from './update-contact-event-hooks.ts';
import { updateContactMediaProcessing } from './update-contact-media-processing.ts';
import { updateContactMediaStreamingBehavior } from './update-contact-media-streaming-behavior.ts';
import { updateContactRecordingAndAnalyticsBehavior } from './update-contact-recording-and-analytics-behavior.ts';
import { updateContactRecordingBehavior } from './update-contact-recording-behavior.ts';
import { updateContactRoutingBehavior } from './update-contact-routing-behavior.ts';
import { updateContactRoutingCriteria } from './update-contact-routing-criteria.ts';
import { updateContactTargetQueue } from './update-contact-target-queue.ts';
import { updateContactTextToSpeechVoice } from './update-contact-text-to-speech-voice.ts';
import { updateCustomerProfile } from './update-customer-profile.ts';
import { updateFlowAttributes } from './update-flow-attributes.ts';
import { updateFlowLoggingBehavior } from './update-flow-logging-behavior.ts';
import { updatePreviousContactParticipantState } from './update-previous-contact-participant-state.ts';
import { upsertDataTableValues } from './upsert-data-table-values.ts';
import { wait } from './wait.ts';

/** The blocks by name and with their own parameter types, for the typed builder. */
export const BLOCKS = {
  AssociateContactToCustomerProfile: associateContactToCustomerProfile,
  AuthenticateParticipant: authenticateParticipant,
  CheckHoursOfOperation: checkHoursOfOperation,
  CheckMetricData: checkMetricData,
  CheckOutboundCallStatus: checkOutboundCallStatus,
  CheckSegmentMembership: checkSegmentMembership,
  CheckVoiceId: checkVoiceId,
  Compare: compare,
  CompleteOutboundCall: completeOutboundCall,
  ConnectParticipantWithAgenticCX: connectParticipantWithAgenticCX,
  ConnectParticipantWithLexBot: connectParticipantWithLexBot,
  CreateCallbackContact: createCallbackContact,
  CreateCase: createCase,
  CreateContact: createContact,
  CreateCustomerProfile: createCustomerProfile,
  CreatePersistentContactAssociation: createPersistentContactAssociation,
  CreateTask: createTask,
  CreateWisdomSession: createWisdomSession,
  DequeueContactAndTransferToQueue: dequeueContactAndTransferToQueue,
  DisconnectParticipant: disconnectParticipant,
  DistributeByPercentage: distributeByPercentage,
  EndFlowExecution: endFlowExecution,
  EndFlowModuleExecution: endFlowModuleExecution,
  EvaluateDataTableValues: evaluateDataTableValues,
  GetCalculatedAttributesForCustomerProfile: getCalculatedAttributesForCustomerProfile,
  GetCase: getCase,
  GetCustomerProfile: getCustomerProfile,
  GetCustomerProfileObject: getCustomerProfileObject,
  GetMetricData: getMetricData,
  GetParticipantInput: getParticipantInput,
  InvokeFlowModule: invokeFlowModule,
  InvokeLambdaFunction: invokeLambdaFunction,
  ListDataTableValues: listDataTableValues,
  LoadContactContent: loadContactContent,
  Loop: loop,
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageParticipantIteratively,
  RenderMessageTemplate: renderMessageTemplate,
  ResumeContact: resumeContact,
  RouteContactToAgent: routeContactToAgent,
  ShowView: showView,
  StartOutboundChatContact: startOutboundChatContact,
  StartOutboundEmailContact: startOutboundEmailContact,
  StartVoiceIdStream: startVoiceIdStream,
  TagContact: tagContact,
  TransferContactToAgent: transferContactToAgent,
  TransferContactToQueue: transferContactToQueue,
  TransferParticipantToThirdParty: transferParticipantToThirdParty,
  TransferToFlow: transferToFlow,
  UntagContact: untagContact,
  UpdateCase: updateCase,
  UpdateContactAttributes: updateContactAttributes,
  UpdateContactCallbackNumber: updateContactCallbackNumber,
  UpdateContactData: updateContactData,
  UpdateContactEventHooks: updateContactEventHooks,
  UpdateContactMediaProcessing: updateContactMediaProcessing,
  UpdateContactMediaStreamingBehavior: updateContactMediaStreamingBehavior,
  UpdateContactRecordingAndAnalyticsBehavior: updateContactRecordingAndAnalyticsBehavior,
  UpdateContactRecordingBehavior: updateContactRecordingBehavior,
  UpdateContactRoutingBehavior: updateContactRoutingBehavior,
  UpdateContactRoutingCriteria: updateContactRoutingCriteria,
  UpdateContactTargetQueue: updateContactTargetQueue,
  UpdateContactTextToSpeechVoice: updateContactTextToSpeechVoice,
  UpdateCustomerProfile: updateCustomerProfile,
  UpdateFlowAttributes: updateFlowAttributes,
  UpdateFlowLoggingBehavior: updateFlowLoggingBehavior,
  UpdatePreviousContactParticipantState: updatePreviousContactParticipantState,
  UpsertDataTableValues: upsertDataTableValues,
  Wait: wait,
} as const;

/** A type that {@link BLOCKS} knows. */
export type BlockType = keyof typeof BLOCKS;

/** Every block, in the order of its type. */
export const CATALOGUE: readonly AnyBlock[] = Object.values(BLOCKS);

const BY_TYPE: ReadonlyMap<string, AnyBlock> = new Map(CATALOGUE.map((block) => [block.type, block]));

/** The block of an action type, or undefined: an unknown type is an error for whoever asks. */
export function blockOf(type: string): AnyBlock | undefined {
  return BY_TYPE.get(type);
}
