/** Steps that keep something for the contact: attributes, voice, log, recording, figures, and what runs later. */
import { getMetricData } from '../blocks/get-metric-data.ts';
import { updateContactAttributes } from '../blocks/update-contact-attributes.ts';
import { updateContactEventHooks } from '../blocks/update-contact-event-hooks.ts';
import { updateContactRecordingBehavior } from '../blocks/update-contact-recording-behavior.ts';
import { updateContactRoutingBehavior } from '../blocks/update-contact-routing-behavior.ts';
import { updateContactTargetQueue } from '../blocks/update-contact-target-queue.ts';
import { updateContactTextToSpeechVoice } from '../blocks/update-contact-text-to-speech-voice.ts';
import { updateFlowLoggingBehavior } from '../blocks/update-flow-logging-behavior.ts';
import { onAnyError, renderAction } from './action.ts';
import type { FlowTypesOf } from './action-terms.ts';
import type { ReferenceText } from './contract.ts';
import type { FlowDestination } from './handing-over.ts';
import type { ResourceReference } from './resource.ts';
import { exitsOf, type Step, stepOf } from './step.ts';

/** Attributes stay with the contact through all flows; all of them are set or, `onError`, none. */
export function setAttributes<const Target extends string>(terms: {
  readonly attributes: Readonly<Record<string, string>>;
  /** Of which contact; null writes nothing, which is the current one too. */
  readonly of?: 'Current' | 'Related' | null;
  readonly next: Target;
  readonly onError: Target;
}): Step<Target> {
  const { attributes, of = 'Current', next, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(updateContactAttributes, name, {
        parameters: of === null ? { Attributes: attributes } : { Attributes: attributes, TargetContact: of },
        next,
        errors: { NoMatchingError: onError },
      }),
    ],
  );
}

/** Turns the flow log on or off. While it is off, what is keyed and passed on is written nowhere. */
export function setLogging<const Target extends string>(terms: {
  readonly logging: 'on' | 'off';
  readonly next: Target;
}): Step<Target> {
  const { logging, next } = terms;
  return stepOf(
    () => exitsOf({ next }),
    (name) => [
      renderAction(updateFlowLoggingBehavior, name, {
        parameters: { FlowLoggingBehavior: logging === 'on' ? 'Enabled' : 'Disabled' },
        next,
      }),
    ],
  );
}

/** Voices are Amazon Polly's. A voice that cannot be set leads on: the default speaks then. `onError` null writes no branch. */
export function setVoice<const Target extends string>(terms: {
  readonly voice: string;
  readonly engine?: 'Standard' | 'Neural' | 'Generative';
  readonly style?: 'None' | 'Conversational' | 'Newscaster';
  readonly next: Target;
  readonly onError?: Target | null;
}): Step<Target> {
  const { voice, engine, style, next, onError = next } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(updateContactTextToSpeechVoice, name, {
        parameters: {
          TextToSpeechVoice: voice,
          ...(engine === undefined ? {} : { TextToSpeechEngine: engine }),
          ...(style === undefined ? {} : { TextToSpeechStyle: style }),
        },
        next,
        errors: onAnyError(onError),
      }),
    ],
  );
}

/**
 * Records these people once an agent is connected. The caller's way through the flows is recorded only where `flows`
 * says so; null writes nothing about it.
 */
export function record<const Target extends string>(terms: {
  readonly people: readonly ('Agent' | 'Customer')[];
  readonly flows?: 'Enabled' | 'Disabled' | null;
  readonly next: Target;
}): Step<Target, FlowTypesOf<'UpdateContactRecordingBehavior'>> {
  const { people, flows = 'Disabled', next } = terms;
  return stepOf(
    () => exitsOf({ next }),
    (name) => [
      renderAction(updateContactRecordingBehavior, name, {
        parameters: {
          RecordingBehavior: {
            RecordedParticipants: people,
            ...(flows === null ? {} : { IVRRecordingBehavior: flows }),
          },
        },
        next,
      }),
    ],
  );
}

export type Hook =
  | 'CustomerQueue'
  | 'AgentWhisper'
  | 'CustomerWhisper'
  | 'CustomerHold'
  | 'AgentHold'
  | 'CustomerRemaining';

/** Names the flow that runs at a later event; without it Connect's own default runs. */
export function setHook<const Target extends string>(terms: {
  readonly hook: Hook;
  readonly flow: FlowDestination;
  readonly next: Target;
  readonly onError: Target;
}): Step<Target> {
  const { hook, flow, next, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(updateContactEventHooks, name, {
        parameters: { EventHooks: { [hook]: flow } },
        next,
        errors: { NoMatchingError: onError },
      }),
    ],
  );
}

/** Chooses the queue; only a later `joinQueue` puts the caller into it. */
export function setQueue<const Target extends string>(terms: {
  readonly queue: ResourceReference<'queue'> | ReferenceText;
  readonly next: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'UpdateContactTargetQueue'>> {
  const { queue, next, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(updateContactTargetQueue, name, {
        parameters: { QueueId: queue },
        next,
        errors: { NoMatchingError: onError },
      }),
    ],
  );
}

/** Chooses the agent's own queue; only a later `joinQueue` puts the caller into it. */
export function setAgent<const Target extends string>(terms: {
  readonly agent: ReferenceText;
  readonly next: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'UpdateContactTargetQueue'>> {
  const { agent, next, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(updateContactTargetQueue, name, {
        parameters: { AgentId: agent },
        next,
        errors: onAnyError(onError),
      }),
    ],
  );
}

/**
 * Reads the figures of the contact's queue into `$.Metrics`: what is not known is unset, and must be asked before it
 * is spoken (adminguide/get-queue-metrics).
 */
export function readFigures<const Target extends string>(terms: {
  readonly next: Target;
  readonly onError: Target;
}): Step<Target> {
  const { next, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(getMetricData, name, { parameters: {}, next, errors: { NoMatchingError: onError } }),
    ],
  );
}

/** Where the contact stands in its queue from now on: 5 is everybody's priority, 1 goes first (adminguide/change-routing-priority). */
export function setPriority<const Target extends string>(terms: {
  readonly priority: number;
  readonly next: Target;
}): Step<Target> {
  const { priority, next } = terms;
  return stepOf(
    () => exitsOf({ next }),
    (name) => [
      renderAction(updateContactRoutingBehavior, name, { parameters: { QueuePriority: priority }, next }),
    ],
  );
}
