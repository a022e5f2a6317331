/** UpdateContactMediaStreamingBehavior: starts or stops copying the sound of the call into a stream. */
import { choice, list, object, optional, required } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { failed, goesOn, NEXT, SILENT } from './forms.ts';
import { scalar } from './wire-values.ts';

/**
 * The console's Start and Stop media streaming are both this type. Here it is as in an instance that has no live media
 * streaming: there is nothing to start, and nothing to stop.
 */
export const updateContactMediaStreamingBehavior = defineBlock({
  type: 'UpdateContactMediaStreamingBehavior',
  purpose: 'Copies what is said into a Kinesis video stream, or stops that.',
  see: 'devguide/contact-actions-updatecontactmediastreamingbehavior',
  parameters: object({
    MediaStreamingState: required(choice(['Enabled', 'Disabled'])),
    Participants: optional(
      list(
        object({
          ParticipantType: required(choice(['Customer'])),
          MediaDirections: required(list(choice(['To', 'From']), { minItems: 1 })),
        }),
      ),
    ),
    MediaStreamType: optional(choice(['Audio'])),
  }),
  branches: () => goesOn(),
  flowTypes: [
    'CONTACT_FLOW',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'MODULE',
  ],
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'StartMediaStreaming',
  run: (step) =>
    scalar(step.parameters['MediaStreamingState']) === 'Disabled'
      ? NEXT
      : failed('the instance has no live media streaming'),
});
