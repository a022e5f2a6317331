/** The event that Connect gives a function (adminguide/connect-lambda-functions; nulls as seen live). */
import type { Json } from '../language/flow.ts';
import type { Contact } from './model.ts';
import { LANGUAGE_DEFAULT, subtypeOf } from './resolve.ts';
import { previousSegmentId } from './segments.ts';
import type { World } from './world.ts';

/**
 * JSON text. What the caller keyed is in it only where the flow passes it as a parameter. Written piece by piece: an
 * object made for every call only to be turned into text cost three times as much.
 */
export function lambdaEvent(
  world: World,
  contact: Contact,
  parameters: Readonly<Record<string, Json>>,
): string {
  const { instance } = world;
  const { data, from, id, initiation, references, relatedContactId, tags, to } = contact;
  const subtype = subtypeOf(contact);
  return (
    `{"Name":"ContactFlowEvent","Details":{"ContactData":{"Attributes":{${membersOf(contact.attributes)}}` +
    `,"AwsRegion":${quoted(instance.region)},"Channel":"${contact.channel}","ContactId":"${contact.segmentId}"` +
    `,"CustomerEndpoint":${endpoint(from)},"CustomerId":${optional(data?.get('CustomerId'))}` +
    `,"Description":${optional(data?.get('Description'))},"InitialContactId":"${id}"` +
    `,"InitiationMethod":"${initiation}","InstanceARN":${quoted(instance.arn)}` +
    `,"LanguageCode":${quoted(data?.get('LanguageCode') ?? LANGUAGE_DEFAULT)}` +
    `,"MediaStreams":{"Customer":{"Audio":null}},"Name":${optional(data?.get('Name'))}` +
    `,"PreviousContactId":"${previousSegmentId(contact)}","Queue":${queueOf(contact)}` +
    `,"References":${references === undefined ? '{}' : JSON.stringify(Object.fromEntries(references))}` +
    `,"RelatedContactId":${optional(relatedContactId)}` +
    `,"SegmentAttributes":${subtype === undefined ? '{}' : `{"connect:Subtype":{"ValueString":"${subtype}"}}`}` +
    `,"SystemEndpoint":${endpoint(to)},"Tags":{"aws:connect:instanceId":${quoted(instance.id)}` +
    `${to === undefined ? '' : `,"aws:connect:systemEndpoint":${quoted(to)}`}` +
    `${tags === undefined || tags.size === 0 ? '' : `,${membersOf(tags)}`}}}` +
    `,"Parameters":${JSON.stringify(parameters)}}}`
  );
}

function membersOf(values: ReadonlyMap<string, string>): string {
  let members = '';
  for (const [name, value] of values) {
    members += members === '' ? `${quoted(name)}:${quoted(value)}` : `,${quoted(name)}:${quoted(value)}`;
  }
  return members;
}

/** Anything but the signs that JSON surely holds as they are. */
const SPECIAL = /[^ !#-[\]-~]/;

const quoted = (text: string): string => (SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`);

const optional = (text: string | undefined): string => (text === undefined ? 'null' : quoted(text));

const endpoint = (address: string | undefined): string =>
  address === undefined ? 'null' : `{"Address":${quoted(address)},"Type":"TELEPHONE_NUMBER"}`;

function queueOf({ target }: Contact): string {
  if (target === undefined) return 'null';
  const { arn, name, outboundCallerNumber } = target.queue;
  return `{"ARN":${quoted(arn)},"Name":${quoted(name)},"OutboundCallerId":${endpoint(outboundCallerNumber)}}`;
}
