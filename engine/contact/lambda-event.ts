/** The event that Connect gives a function (adminguide/connect-lambda-functions; nulls as seen live). */
import type { Json } from '../language/flow.ts';
import type { Instance } from './instance.ts';
import type { Contact } from './model.ts';
import { LANGUAGE_DEFAULT, subtypeOf } from './resolve.ts';
import { initialId, previousSegmentId } from './segments.ts';

/**
 * JSON text. What the caller keyed is in it only where the flow passes it as a parameter. Written in few
 * pieces: an object made for every call only to be turned into text cost twice as much, and seven times where nobody
 * reads the text.
 */
export function lambdaEvent(
  instance: Instance,
  contact: Contact,
  parameters: Readonly<Record<string, Json>>,
): string {
  const { attributes, channel, data, from, initiation, relatedContactId, segmentId, tags, to } = contact;
  const constant = constantsOf(instance);
  const subtype = subtypeOf(contact);
  const given = data === undefined ? NO_DATA : dataOf(data);
  return (
    `{"Name":"ContactFlowEvent","Details":{"ContactData":{"Attributes":{${membersOf(attributes)}` +
    `${constant.region}${channel}","ContactId":"${segmentId}","CustomerEndpoint":${endpoint(from)}` +
    `${given.customer}${initialId(contact)}","InitiationMethod":"${initiation}${constant.instance}${given.language}` +
    `${previousSegmentId(contact)}","Queue":${queueOf(contact)}` +
    `,"References":${referencesOf(contact)},"RelatedContactId":${optional(relatedContactId)}` +
    `${subtype === undefined ? NO_SUBTYPE : `,"SegmentAttributes":{"connect:Subtype":{"ValueString":"${subtype}"}}`}` +
    `,"SystemEndpoint":${endpoint(to)}${constant.id}` +
    `${to === undefined ? '' : `,"aws:connect:systemEndpoint":${quoted(to)}`}` +
    `${tags === undefined || tags.size === 0 ? '' : `,${membersOf(tags)}`}}}` +
    `,"Parameters":${JSON.stringify(parameters)}}}`
  );
}

/** What no contact changes, with the signs around it. */
interface Constants {
  readonly region: string;
  readonly instance: string;
  readonly id: string;
}

const CONSTANTS = new WeakMap<Instance, Constants>();

function constantsOf(instance: Instance): Constants {
  let constants = CONSTANTS.get(instance);
  if (constants === undefined) {
    constants = {
      region: `},"AwsRegion":${quoted(instance.region)},"Channel":"`,
      instance: `","InstanceARN":${quoted(instance.arn)}`,
      id: `,"Tags":{"aws:connect:instanceId":${quoted(instance.id)}`,
    };
    CONSTANTS.set(instance, constants);
  }
  return constants;
}

/** What a flow or the API has said about the contact, and the names that follow it. */
function dataOf(data: ReadonlyMap<string, string>) {
  const customer = optional(data.get('CustomerId'));
  const description = optional(data.get('Description'));
  const language = quoted(data.get('LanguageCode') ?? LANGUAGE_DEFAULT);
  const name = optional(data.get('Name'));
  return {
    customer: `,"CustomerId":${customer},"Description":${description},"InitialContactId":"`,
    language:
      `,"LanguageCode":${language},"MediaStreams":{"Customer":{"Audio":null}}` +
      `,"Name":${name},"PreviousContactId":"`,
  };
}

function membersOf(values: ReadonlyMap<string, string>): string {
  let members = '';
  for (const [name, value] of values) {
    const before = members === '' ? '' : ',';
    // Nearly all are plain, and each piece that a text is made of costs as much as the next.
    members +=
      isHeldAsItIs(name) && isHeldAsItIs(value)
        ? `${before}"${name}":"${value}"`
        : `${before}${quoted(name)}:${quoted(value)}`;
  }
  return members;
}

const quoted = (text: string): string => (isHeldAsItIs(text) ? `"${text}"` : JSON.stringify(text));

/** Only signs that JSON surely holds as they are. For names and values of a few words quicker than a pattern. */
function isHeldAsItIs(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return false;
  }
  return true;
}

const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

const optional = (text: string | undefined): string => (text === undefined ? 'null' : quoted(text));

const endpoint = (address: string | undefined): string =>
  address === undefined ? 'null' : `{"Address":${quoted(address)},"Type":"TELEPHONE_NUMBER"}`;

const NO_DATA = dataOf(new Map());
const NO_SUBTYPE = ',"SegmentAttributes":{}';

function queueOf({ target }: Contact): string {
  if (target === undefined) return 'null';
  const { arn, name, outboundCallerNumber } = target.queue;
  return `{"ARN":${quoted(arn)},"Name":${quoted(name)},"OutboundCallerId":${endpoint(outboundCallerNumber)}}`;
}

const referencesOf = ({ references }: Contact): string =>
  references === undefined ? '{}' : JSON.stringify(Object.fromEntries(references));
