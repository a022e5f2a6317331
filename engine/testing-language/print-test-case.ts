/** Writes a test case in the one dialect that every report agrees on. */
import type { Json } from '../language/flow.ts';
import type { JsonObject } from '../language/json.ts';
import { AGENT_PARTS } from './read-flow-action.ts';
import {
  type EntryPoint,
  type ExpectedMessage,
  type FlowActionPlace,
  type Observation,
  type ObservedEvent,
  type Strategy,
  TESTING_LANGUAGE_VERSION,
  type TestAction,
  type TestCase,
  type TestDocument,
} from './test-case.ts';

/** The input of CreateTestCase with its document as text, ready for the API; it lacks the instance only. */
export const createTestCaseInput = ({ name, description, entryPoint, attributes, document }: TestCase) => ({
  Name: name,
  ...(description === undefined ? {} : { Description: description }),
  Content: JSON.stringify(documentJson(document)),
  EntryPoint: entryPointJson(entryPoint),
  InitializationData: JSON.stringify(initialization(attributes)),
  Status: 'PUBLISHED' as const,
});

/** The same for a file that people read: the document stands in it as JSON. */
export function printTestCase({ name, description, entryPoint, attributes, document }: TestCase): string {
  const input = {
    Name: name,
    ...(description === undefined ? {} : { Description: description }),
    EntryPoint: entryPointJson(entryPoint),
    InitializationData: initialization(attributes),
    Content: documentJson(document),
  };
  return `${JSON.stringify(input, null, 2)}\n`;
}

const initialization = (attributes: TestCase['attributes']) => ({
  Attributes: attributes,
  SegmentAttributes: {},
});

function entryPointJson(entryPoint: EntryPoint) {
  if (entryPoint.kind === 'chat')
    return { Type: 'CHAT' as const, ChatEntryPointParameters: { FlowId: entryPoint.flowId } };
  const { flowId, from, to } = entryPoint;
  return {
    Type: 'VOICE_CALL' as const,
    VoiceCallEntryPointParameters: {
      ...(flowId === undefined ? {} : { FlowId: flowId }),
      ...(from === undefined ? {} : { SourcePhoneNumber: from }),
      ...(to === undefined ? {} : { DestinationPhoneNumber: to }),
    },
  };
}

/** The canonical document: Version, no Usage, matching inside Properties, a chain of actions. */
const documentJson = ({ metadata, observations }: TestDocument): JsonObject => ({
  Version: TESTING_LANGUAGE_VERSION,
  Metadata: metadata,
  Observations: observations.map(observationJson),
});

function observationJson({ identifier, eventIdentifier, event, actions, next }: Observation): JsonObject {
  return {
    Identifier: identifier,
    Event: {
      Identifier: eventIdentifier === '' ? `event of ${identifier}` : eventIdentifier,
      Type: EVENT_TYPES[event.kind],
      Actor: 'System',
      Properties: eventProperties(event),
    },
    Actions: actions.map((action, index) => actionJson(action, actions[index + 1]?.identifier)),
    Transitions: { NextObservations: next },
  };
}

export const EVENT_TYPES: Readonly<Record<ObservedEvent['kind'], string>> = {
  'test-initiated': 'TestInitiated',
  'test-completed': 'TestCompleted',
  message: 'MessageReceived',
  'action-started': 'FlowActionStarted',
  'action-completed': 'FlowActionCompleted',
};

/** `Properties` of an event, as the language has them. */
export function eventProperties(event: ObservedEvent): JsonObject {
  switch (event.kind) {
    case 'test-initiated':
    case 'test-completed':
      return {};
    case 'message':
      return { ...messageJson(event.message), MatchingCriteria: { Type: event.matching } };
    case 'action-started':
    case 'action-completed':
      return flowActionJson(event.action);
  }
}

function messageJson(message: ExpectedMessage): JsonObject {
  switch (message.by) {
    case 'text':
      return { Text: message.text };
    case 'ssml':
      return { SSML: message.text };
    case 'prompt':
      return { PromptId: message.promptId };
    case 'media':
      return { Media: { Uri: message.uri, SourceType: 'S3', MediaType: 'Audio' } };
  }
}

export const flowActionJson = (action: FlowActionPlace): JsonObject => ({
  ActionType: action.type,
  ActionParameters: actionParameters(action),
});

function actionParameters({ type, resource }: FlowActionPlace): JsonObject {
  switch (type) {
    case 'InvokeLambdaFunction':
      return { LambdaFunctionARN: resource };
    case 'CheckHoursOfOperation':
      return { HoursOfOperationId: resource };
    case 'TransferContactToQueue':
    case 'DequeueAndTransferToQueue':
      return { QueueId: resource };
    case 'ConnectParticipantWithLexBot':
      return { LexV2Bot: { AliasArn: resource } };
    case 'ConnectParticipantWithAgenticCX': {
      const parts = resource.split('/');
      return {
        AgentConfiguration: Object.fromEntries(AGENT_PARTS.map((name, at) => [name, parts[at] ?? ''])),
      };
    }
  }
}

function actionJson(action: TestAction, next: string | undefined): JsonObject {
  const [Type, Parameters] = typeAndParameters(action);
  return {
    Identifier: action.identifier,
    Type,
    Parameters,
    Transitions: next === undefined ? {} : { NextAction: next },
  };
}

/** Type and Parameters of an action, as the language has them. */
export function typeAndParameters(action: TestAction): readonly [type: string, parameters: JsonObject] {
  switch (action.kind) {
    case 'keys':
      return instruction('DtmfInput', { Value: action.keys });
    case 'utterance':
      return instruction('Utterance', {
        Value: action.text,
        ...(action.languageCode === undefined ? {} : { LanguageCode: action.languageCode }),
      });
    case 'disconnect':
      return instruction('Disconnect', undefined);
    case 'override':
      return ['OverrideSystemBehavior', echoed('OverrideSystemBehavior', { Behavior: behavior(action) })];
    case 'assert': {
      const { namespace, operator, operand } = action;
      const operands = operand === undefined ? {} : { Operand: operand };
      return ['Assert', { Namespace: namespace, Operator: operator, ...operands }];
    }
    case 'end-test':
      return ['TestControl', echoed('TestControl', { Command: { Type: 'EndTest' } })];
    case 'log': {
      const Command = { Type: 'LogData', Properties: { Expressions: action.expressions } };
      return ['TestControl', echoed('TestControl', { Command })];
    }
  }
}

const echoed = (ActionType: string, parameters: JsonObject): JsonObject => ({ ActionType, ...parameters });

function instruction(Type: string, Properties: JsonObject | undefined): readonly [string, JsonObject] {
  const Instruction: JsonObject = Properties === undefined ? { Type } : { Type, Properties };
  return ['SendInstruction', echoed('SendInstruction', { Actor: 'Customer', Instruction })];
}

const behavior = ({ action, strategy }: Extract<TestAction, { kind: 'override' }>): Json => ({
  Type: 'FlowAction',
  Properties: { ...flowActionJson(action), Strategy: strategyJson(action, strategy) },
});

function strategyJson({ type }: FlowActionPlace, strategy: Strategy): JsonObject {
  switch (strategy.kind) {
    case 'substitute':
      return { Type: 'SubstituteResource', SubstituteArn: strategy.arn };
    case 'result': {
      const { value, delaySeconds } = strategy;
      const ExecutionResult: JsonObject =
        type === 'CheckHoursOfOperation' ? { Value: value } : { ...delay(delaySeconds), LoadedData: value };
      return { Type: 'MockResponse', Response: { Type: 'ExecutionResult', ExecutionResult } };
    }
    case 'error':
      return {
        Type: 'MockResponse',
        Response: { Type: 'Error', Error: { ...delay(strategy.delaySeconds), Value: strategy.error } },
      };
  }
}

const delay = (DelaySeconds: number): JsonObject => (DelaySeconds === 0 ? {} : { DelaySeconds });
