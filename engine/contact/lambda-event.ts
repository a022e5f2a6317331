/** The event that Connect gives a function (adminguide/connect-lambda-functions; nulls as seen live). */
import type { Json } from '../language/flow.ts';
import type { Contact } from './model.ts';
import { LANGUAGE_DEFAULT, subtypeOf } from './resolve.ts';
import { previousSegmentId } from './segments.ts';
import type { World } from './world.ts';

/** JSON text. What the caller keyed is in it only where the flow passes it as a parameter. */
export function lambdaEvent(
  world: World,
  contact: Contact,
  parameters: Readonly<Record<string, Json>>,
): string {
  const { instance } = world;
  const subtype = subtypeOf(contact);
  return JSON.stringify({
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        Attributes: Object.fromEntries(contact.attributes),
        AwsRegion: instance.region,
        Channel: contact.channel,
        ContactId: contact.segmentId,
        CustomerEndpoint: contact.from === undefined ? null : endpoint(contact.from),
        CustomerId: contact.data?.get('CustomerId') ?? null,
        Description: contact.data?.get('Description') ?? null,
        InitialContactId: contact.id,
        InitiationMethod: contact.initiation,
        InstanceARN: instance.arn,
        LanguageCode: contact.data?.get('LanguageCode') ?? LANGUAGE_DEFAULT,
        MediaStreams: { Customer: { Audio: null } },
        Name: contact.data?.get('Name') ?? null,
        PreviousContactId: previousSegmentId(contact),
        Queue: queueOf(contact),
        References: Object.fromEntries(contact.references ?? []),
        RelatedContactId: contact.relatedContactId ?? null,
        SegmentAttributes: subtype === undefined ? {} : { 'connect:Subtype': { ValueString: subtype } },
        SystemEndpoint: contact.to === undefined ? null : endpoint(contact.to),
        Tags: {
          'aws:connect:instanceId': instance.id,
          ...(contact.to === undefined ? {} : { 'aws:connect:systemEndpoint': contact.to }),
          ...Object.fromEntries(contact.tags ?? []),
        },
      },
      Parameters: parameters,
    },
  });
}

const endpoint = (Address: string) => ({ Address, Type: 'TELEPHONE_NUMBER' });

function queueOf({ target }: Contact) {
  if (target === undefined) return null;
  const { arn, name, outboundCallerNumber } = target.queue;
  return {
    ARN: arn,
    Name: name,
    OutboundCallerId: outboundCallerNumber === undefined ? null : endpoint(outboundCallerNumber),
  };
}
