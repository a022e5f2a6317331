/**
 * Which readable builder says an exported action. Each entry only guesses: what its step becomes is held against the
 * action, and a guess that says anything else is dropped.
 */
import type { FlowAction } from '../language/flow.ts';
import { isList, isObject } from '../language/json.ts';
import { setCallbackNumber } from './callback.ts';
import { callUntyped } from './calling.ts';
import {
  readFigures,
  record,
  setAgent,
  setAttributes,
  setHook,
  setLogging,
  setPriority,
  setQueue,
  setVoice,
} from './contact.ts';
import { checkHours, checkStaff, count, decide } from './deciding.ts';
import { endFlow, endModule, goToFlow, hangUp, joinQueue, runModule } from './handing-over.ts';
import type { Guess } from './import-guess.ts';
import { guessMenu, guessStored } from './import-keys.ts';
import {
  given,
  isAttribute,
  isReference,
  isResource,
  isText,
  numberIn,
  oneOf,
  type Seen,
  seenIn,
  textsIn,
  wholeIn,
  wordsIn,
} from './import-terms.ts';
import { say, sayInLoop, sayOnAndOn } from './speaking.ts';

/** Undefined where no builder comes near it. */
export const guessBuilder = (action: FlowAction): Guess | undefined =>
  Object.hasOwn(GUESSES, action.Type) ? GUESSES[action.Type]?.(seenIn(action)) : undefined;

/** Where the action has no such branch, null: the step has none then. */
const errorOrNull = ({ errors, next }: Seen): { readonly onError?: string | null } => {
  const { NoMatchingError: onError = null } = errors;
  return onError === next ? {} : { onError };
};

const GUESSES: Readonly<Record<string, (seen: Seen) => Guess | undefined>> = {
  DisconnectParticipant: () => ({ builder: 'hangUp', step: hangUp() }),
  EndFlowExecution: () => ({ builder: 'endFlow', step: endFlow() }),
  EndFlowModuleExecution: () => ({ builder: 'endModule', step: endModule() }),
  MessageParticipant(seen) {
    const prompt = wordsIn(seen.parameters);
    if (prompt === undefined) return undefined;
    const terms = { prompt, next: seen.next, ...errorOrNull(seen) };
    return { builder: 'say', terms, step: say(terms) };
  },
  MessageParticipantIteratively({ parameters, cases, onError }) {
    const messages = isList(parameters['Messages']) ? parameters['Messages'] : [];
    const prompts = messages.flatMap((message) => (isObject(message) ? (wordsIn(message) ?? []) : []));
    const { MessagesInterrupted: onInterrupt } = cases;
    const every = wholeIn(parameters['InterruptFrequencySeconds']);
    if (every === undefined || onInterrupt === undefined) {
      const terms = { prompts, onError };
      return { builder: 'sayOnAndOn', terms, step: sayOnAndOn(terms) };
    }
    const terms = { prompts, interruptEverySeconds: every, onInterrupt, onError };
    return { builder: 'sayInLoop', terms, step: sayInLoop(terms) };
  },
  UpdateContactAttributes({ parameters, next, onError }) {
    const attributes = textsIn(parameters['Attributes']);
    if (attributes === undefined) return undefined;
    const of = oneOf(parameters['TargetContact'], ['Current', 'Related']) ?? null;
    const terms = { attributes, ...(of === 'Current' ? {} : { of }), next, onError };
    return { builder: 'setAttributes', terms, step: setAttributes(terms) };
  },
  UpdateFlowLoggingBehavior({ parameters, next }) {
    const logging = parameters['FlowLoggingBehavior'] === 'Enabled' ? 'on' : 'off';
    const terms = { logging, next } as const;
    return { builder: 'setLogging', terms, step: setLogging(terms) };
  },
  UpdateContactTextToSpeechVoice(seen) {
    const { TextToSpeechVoice: voice, TextToSpeechEngine, TextToSpeechStyle } = seen.parameters;
    if (!isText(voice)) return undefined;
    const engine = oneOf(TextToSpeechEngine, ['Standard', 'Neural', 'Generative']);
    const style = oneOf(TextToSpeechStyle, ['None', 'Conversational', 'Newscaster']);
    const terms = { voice, ...given({ engine, style }), next: seen.next, ...errorOrNull(seen) };
    return { builder: 'setVoice', terms, step: setVoice(terms) };
  },
  UpdateContactRecordingBehavior({ parameters, next }) {
    const { RecordingBehavior: behavior } = parameters;
    if (!isObject(behavior) || !isList(behavior['RecordedParticipants'])) return undefined;
    const people = behavior['RecordedParticipants'].flatMap(
      (person) => oneOf(person, ['Agent', 'Customer']) ?? [],
    );
    const flows = oneOf(behavior['IVRRecordingBehavior'], ['Enabled', 'Disabled']) ?? null;
    const terms = { people, ...(flows === 'Disabled' ? {} : { flows }), next };
    return { builder: 'record', terms, step: record(terms) };
  },
  UpdateContactEventHooks({ parameters, next, onError }) {
    const hooks = isObject(parameters['EventHooks']) ? Object.entries(parameters['EventHooks']) : [];
    const [name, flow] = hooks[0] ?? [];
    const hook = oneOf(name, HOOKS);
    if (hook === undefined || !(isResource(flow, 'flow') || isAttribute(flow))) return undefined;
    const terms = { hook, flow, next, onError };
    return { builder: 'setHook', terms, step: setHook(terms) };
  },
  UpdateContactTargetQueue({ parameters: { QueueId: queue, AgentId: agent }, next, onError }) {
    if (isReference(agent)) {
      const terms = { agent, next, onError };
      return { builder: 'setAgent', terms, step: setAgent(terms) };
    }
    if (!isReference(queue) && !isResource(queue, 'queue')) return undefined;
    const terms = { queue, next, onError };
    return { builder: 'setQueue', terms, step: setQueue(terms) };
  },
  UpdateContactCallbackNumber({ parameters: { CallbackNumber: number }, next, errors }) {
    const { InvalidCallbackNumber: onInvalid, CallbackNumberNotDialable: onNotDialable } = errors;
    if (!isReference(number) || onInvalid === undefined || onNotDialable === undefined) return undefined;
    const terms = { number, next, onInvalid, onNotDialable };
    return { builder: 'setCallbackNumber', terms, step: setCallbackNumber(terms) };
  },
  UpdateContactRoutingBehavior({ parameters, next }) {
    const priority = wholeIn(parameters['QueuePriority']);
    if (priority === undefined) return undefined;
    return { builder: 'setPriority', terms: { priority, next }, step: setPriority({ priority, next }) };
  },
  GetMetricData: ({ next, onError }) => ({
    builder: 'readFigures',
    terms: { next, onError },
    step: readFigures({ next, onError }),
  }),
  Compare({ parameters, cases, errors }) {
    const value = parameters['ComparisonValue'];
    const { NoMatchingCondition: otherwise } = errors;
    if (!isReference(value) || otherwise === undefined) return undefined;
    const terms = { value, cases, otherwise };
    return { builder: 'decide', terms, step: decide(terms) };
  },
  Loop({ parameters, cases }) {
    const times = numberIn(parameters['LoopCount']);
    const { ContinueLooping: again, DoneLooping: done } = cases;
    if (times === undefined || again === undefined || done === undefined) return undefined;
    return { builder: 'count', terms: { times, again, done }, step: count({ times, again, done }) };
  },
  CheckHoursOfOperation({ parameters: { HoursOfOperationId: hours }, cases, onError }) {
    const { True: open, False: closed } = cases;
    if (open === undefined || closed === undefined) return undefined;
    if (hours !== undefined && !isResource(hours, 'hours')) return undefined;
    const terms = { ...given({ hours }), open, closed, onError };
    return { builder: 'checkHours', terms, step: checkHours(terms) };
  },
  CheckMetricData({ first: somebody, errors, onError }) {
    const { NoMatchingCondition: nobody } = errors;
    if (nobody === undefined || somebody === undefined) return undefined;
    const terms = { somebody, nobody, onError };
    return { builder: 'checkStaff', terms, step: checkStaff(terms) };
  },
  GetParticipantInput(seen) {
    return seen.parameters['StoreInput'] === 'True' ? guessStored(seen) : guessMenu(seen);
  },
  TransferContactToQueue({ errors, onError }) {
    const { QueueAtCapacity: onFull } = errors;
    if (onFull === undefined) return undefined;
    return { builder: 'joinQueue', terms: { onFull, onError }, step: joinQueue({ onFull, onError }) };
  },
  TransferToFlow({ parameters: { ContactFlowId: flow }, onError }) {
    if (!isResource(flow, 'flow') && !isAttribute(flow)) return undefined;
    return { builder: 'goToFlow', terms: { flow, onError }, step: goToFlow({ flow, onError }) };
  },
  InvokeFlowModule({ parameters: { FlowModuleId: module }, next, onError }) {
    if (!isReference(module) && !isResource(module, 'module')) return undefined;
    const terms = { module, next, onError };
    return { builder: 'runModule', terms, step: runModule(terms) };
  },
  InvokeLambdaFunction({ parameters, next, onError }) {
    const name = parameters['LambdaFunctionARN'];
    const timeoutSeconds = wholeIn(parameters['InvocationTimeLimitSeconds']);
    if (!(isReference(name) || isResource(name, 'function')) || timeoutSeconds === undefined)
      return undefined;
    const validation = parameters['ResponseValidation'];
    const answer = isObject(validation)
      ? oneOf(validation['ResponseType'], ['STRING_MAP', 'JSON'])
      : undefined;
    const attributes = textsIn(parameters['LambdaInvocationAttributes']);
    const terms = {
      function: name,
      timeoutSeconds,
      ...given({ parameters: attributes, answer }),
      next,
      onError,
    };
    return { builder: 'callUntyped', terms, step: callUntyped(terms) };
  },
};

const HOOKS = [
  'CustomerQueue',
  'AgentWhisper',
  'CustomerWhisper',
  'CustomerHold',
  'AgentHold',
  'CustomerRemaining',
] as const;
