/** The event of an observation as its record has it: what was expected, and what happened. */
import type { JsonObject } from '../language/json.ts';
import type { Message } from './hearing.ts';
import { eventProperties, flowActionJson } from './print-test-case.ts';
import type { FlowActionPlace, ObservedEvent } from './test-case.ts';

/** Something that happened in the call. */
export type Occurrence =
  | { readonly kind: 'test-initiated' | 'test-completed' }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'action-started' | 'action-completed'; readonly action: FlowActionPlace };

/** `Text` is what was heard, `ExpectedText` what was expected; without an occurrence nothing was heard. */
export function recordedProperties(event: ObservedEvent, occurrence?: Occurrence): JsonObject {
  if (event.kind === 'message') {
    const { message, matching } = event;
    const expected = 'text' in message ? message.text : 'uri' in message ? message.uri : message.promptId;
    return {
      ...(occurrence?.kind === 'message' ? { Text: occurrence.message.said.text } : {}),
      ExpectedText: expected,
      MatchingCriteria: { Type: matching },
    };
  }
  return occurrence !== undefined && 'action' in occurrence
    ? flowActionJson(occurrence.action)
    : eventProperties(event);
}
