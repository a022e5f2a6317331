/** The value of a reference for a contact at this moment (adminguide/connect-attrib-list). */
import type { AnswerRoot } from '../blocks/step.ts';
import type { Json } from '../language/flow.ts';
import { isList, isObject } from '../language/json.ts';
import type { Reference } from '../language/jsonpath.ts';
import type { User } from './instance.ts';
import type { Contact, FlowRun } from './model.ts';
import { initialId, previousSegmentId } from './segments.ts';
import type { World } from './world.ts';

/** Undefined for what is unset, unknown, or a container without a member: no nonsense makes it throw. */
export function resolve(world: World, run: FlowRun, { segments }: Reference): string | undefined {
  const { length } = segments;
  const root = segments[0] ?? '';
  const member = segments[1];
  const { contact, frame } = run;
  if (member === undefined) return single(world, contact, run, root);
  switch (root) {
    case 'Attributes':
      return length === 2 ? contact.attributes.get(member) : undefined;
    case 'External':
      return textOf(inside(frame.external, segments, 1));
    case 'FlowAttributes':
      return length === 2 ? frame.attributes?.get(member) : undefined;
    case 'Queue':
      return queueMember(contact, segments);
    case 'Agent':
      return length === 2 ? agentMember(contact, member) : undefined;
    case 'CustomerEndpoint':
      return contact.from === undefined || length > 2 ? undefined : endpoint(contact.from, member);
    case 'SystemEndpoint':
      return contact.to === undefined || length > 2 ? undefined : endpoint(contact.to, member);
    case 'Task':
      return member === 'ContactId' && length === 2 ? contact.taskId : undefined;
    case 'Media':
      return member === 'InitialMessage' && length === 2 ? contact.chat?.initialMessage : undefined;
    case 'References':
      return referenceMember(contact, segments);
    case 'Metrics':
      return textOf(inside(frame.metrics ?? {}, segments, 1));
    case 'Lex':
      return textOf(inside(frame.lex ?? {}, segments, 1));
    case 'LambdaInvocation':
      return member === 'InvocationId' && length === 2
        ? frame.invocationId
        : member === 'ResultData'
          ? textOf(inside(frame.external, segments, 2))
          : undefined;
    case 'Modules':
      return moduleMember(run, segments);
    case 'SegmentAttributes':
      return segmentAttribute(contact, segments);
    case 'Tags':
      return length === 2 ? contact.tags?.get(member) : undefined;
    case 'Wisdom':
      return (
        answerMember(run, root, segments) ??
        (member === 'SessionArn' && length === 2 ? contact.data?.get('WisdomSessionArn') : undefined)
      );
    case 'AgenticCX':
    case 'Case':
    case 'Customer':
    case 'DataTableList':
    case 'DataTables':
    case 'Email':
    case 'Views':
      return answerMember(run, root, segments);
    default:
      return undefined;
  }
}

/** `connect:Subtype` (adminguide/connect-attrib-list); a task has none. */
export const subtypeOf = ({ channel }: Contact): string | undefined =>
  channel === 'VOICE' ? 'connect:Telephony' : channel === 'CHAT' ? 'connect:Chat' : undefined;

function segmentAttribute(contact: Contact, [, name, member, ...rest]: readonly string[]) {
  if (name === 'connect:Subtype') return member === undefined ? subtypeOf(contact) : undefined;
  return member === undefined || rest.length > 0 ? undefined : contact.data?.get(`${name}.${member}`);
}

/** Connect's language while none is set. */
export const LANGUAGE_DEFAULT = 'en-US';

function single(world: World, contact: Contact, run: FlowRun, root: string): string | undefined {
  switch (root) {
    case 'StoredCustomerInput':
      return run.frame.stored;
    case 'Channel':
      return contact.channel;
    case 'ContactId':
      return contact.segmentId;
    case 'InitialContactId':
      return initialId(contact);
    case 'PreviousContactId':
      return previousSegmentId(contact);
    case 'InitiationMethod':
      return contact.initiation;
    case 'InstanceARN':
      return world.instance.arn;
    case 'AwsRegion':
      return world.instance.region;
    case 'LanguageCode':
      return contact.data?.get('LanguageCode') ?? LANGUAGE_DEFAULT;
    case 'TextToSpeechVoiceId':
      return contact.voice;
    case 'CustomerId':
    case 'Name':
    case 'Description':
    case 'CallbackNumber':
      return contact.data?.get(root);
    default:
      return undefined;
  }
}

function queueMember(
  { target }: Contact,
  [, member, deeper, ...rest]: readonly string[],
): string | undefined {
  if (target === undefined || rest.length > 0) return undefined;
  const { queue } = target;
  if (member === 'OutboundCallerId') {
    return queue.outboundCallerNumber === undefined
      ? undefined
      : endpoint(queue.outboundCallerNumber, deeper ?? '');
  }
  if (deeper !== undefined) return undefined;
  return member === 'Name' ? queue.name : member === 'ARN' ? queue.arn : undefined;
}

function referenceMember({ references }: Contact, [, name, member, ...rest]: readonly string[]) {
  const reference = references?.get(name ?? '');
  if (rest.length > 0) return undefined;
  return member === 'Value' ? reference?.Value : member === 'Type' ? reference?.Type : undefined;
}

/** Only in whispers and after: before, nobody has the contact. */
function agentMember({ agent, parties, phase }: Contact, member: string): string | undefined {
  // The flow of a transfer to an agent sees the one it is for.
  if (phase === 'flow' && parties?.to?.kind === 'agent') return userMember(parties.to.agent.user, member);
  const user = agent === undefined || phase === 'queued' ? undefined : agent.user;
  return user === undefined ? undefined : userMember(user, member);
}

function userMember(user: User, member: string): string | undefined {
  switch (member) {
    case 'UserName':
      return user.username;
    case 'FirstName':
      return user.firstName;
    case 'LastName':
      return user.lastName;
    case 'ARN':
      return user.arn;
    default:
      return undefined;
  }
}

const endpoint = (address: string, member: string): string | undefined =>
  member === 'Address' ? address : member === 'Type' ? 'TELEPHONE_NUMBER' : undefined;

function moduleMember({ frame }: FlowRun, segments: readonly string[]): string | undefined {
  switch (segments[1]) {
    case 'Input':
      return textOf(inside(frame.input, segments, 2));
    case 'Result':
      return segments.length === 2 ? frame.result : undefined;
    case 'ResultData':
      return textOf(inside(frame.resultData, segments, 2));
    default:
      return undefined;
  }
}

/** Rows and values of a list are found by their place (adminguide/data-table-block). */
function answerMember({ frame }: FlowRun, root: AnswerRoot, segments: readonly string[]): string | undefined {
  let found: Json | undefined = frame.answers?.[root];
  for (let at = 1; at < segments.length; at += 1) {
    const name = segments[at] ?? '';
    if (isList(found)) found = /^\d{1,4}$/.test(name) ? found[Number(name)] : undefined;
    else if (isObject(found) && Object.hasOwn(found, name)) found = found[name];
    else return undefined;
  }
  return textOf(found);
}

/** Arrays cannot be referred to in a flow (adminguide/connect-lambda-functions). */
function inside(value: Json, segments: readonly string[], from: number): Json | undefined {
  let found: Json | undefined = value;
  for (let at = from; at < segments.length; at += 1) {
    const name = segments[at] ?? '';
    if (!isObject(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
