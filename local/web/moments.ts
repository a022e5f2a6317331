/** What happened to a contact, as people may see it. */
import type { Effect } from '../../engine/contact/events.ts';
import type { Json } from '../../engine/language/flow.ts';
import { isObject } from '../../engine/language/json.ts';
import type { Moment } from '../connect/centre.ts';
import type { ShownMoment } from './contact-shown.ts';
import { inWords } from './flow-shown.ts';
import { plainParameters, unpacked } from './plain-parameters.ts';
import type { ResourceNames } from './resource-names.ts';
import { wordsOfSsml } from './spoken-text.ts';

export interface Shower {
  readonly names: ResourceNames;
  /** Masks the caller's number and keys that were pressed in secret. */
  hide(text: string): string;
  agentName(userId: string): string;
}

const WRITERS = { AGENT: 'agent', CUSTOMER: 'customer', CUSTOM_BOT: 'bot' } as const;

/** Undefined for what no page shows. */
export function showMoment({ atMs, effect }: Moment, shower: Shower): ShownMoment | undefined {
  const { names, hide, agentName } = shower;
  const event = (text: string): ShownMoment => ({ atMs, kind: 'event', text });
  switch (effect.kind) {
    case 'contact-started':
      return event('The call comes in.');
    case 'task-started':
      return event(`The task '${hide(effect.name)}' begins.`);
    case 'chat-started':
      return event('The chat begins.');
    case 'chat-message':
      return event(`The ${WRITERS[effect.from]} writes: ${hide(effect.text)}`);
    case 'bot-joined':
      return event('A bot joins the chat.');
    case 'bot-left':
      return event('The bot leaves the chat.');
    case 'chat-idle':
      return event(
        `The ${effect.role === 'AGENT' ? 'agent' : 'customer'} ${effect.isIdle ? 'has written nothing for a while' : 'writes again'}.`,
      );
    case 'callback-created':
      return event('Somebody is to be called back.');
    case 'customer-dialled':
      return event(`Rings at ${hide(effect.number)}.`);
    case 'customer-answered':
      return event(effect.by === 'person' ? 'The customer answers.' : 'Something answers, maybe a machine.');
    case 'task-paused':
      return event('The task is paused.');
    case 'task-resumed':
      return event('The task goes on.');
    case 'prompt':
      return {
        atMs,
        kind: 'heard',
        by: effect.party === 'customer' || effect.party === 'third-party' ? 'caller' : 'agent',
        text: hide(effect.form === 'ssml' ? wordsOfSsml(effect.text) : effect.text),
        recording: (effect.form === 'prompt' && effect.recording === undefined) || effect.form === 'media',
      };
    case 'key-heard':
      return { atMs, kind: 'pressed', key: effect.key };
    case 'words-heard':
      return event(`The caller says: ${hide(effect.text)}`);
    case 'invoke':
      return showCall(atMs, effect, shower);
    case 'ask-service':
      return event(`The flow asks ${effect.service}: ${effect.operation}.`);
    case 'flow-log':
      return showLogEntry(atMs, effect.entry, shower);
    case 'step-taken':
      return {
        atMs,
        kind: 'step',
        flow: names.flow(effect.flowArn) ?? effect.flowName,
        step: effect.step,
        branch: hide(effect.branch),
        calls: effect.type === 'InvokeLambdaFunction',
        ...(effect.because === undefined ? {} : { because: hide(effect.because) }),
        ...(effect.to === undefined ? {} : { to: effect.to }),
      };
    case 'queued':
      return event(`Waits in queue ${effect.queueName}.`);
    case 'offered':
      return event(`Rings at ${agentName(effect.userId)}.`);
    case 'missed':
      return event(`${agentName(effect.userId)} did not answer.`);
    case 'rejected':
      return event(`${agentName(effect.userId)} rejected the contact.`);
    case 'accepted':
      return event(`${agentName(effect.userId)} accepted the contact.`);
    case 'connected':
      return event(`${agentName(effect.userId)} is on the line.`);
    case 'held':
      return event(`${agentName(effect.userId)} put the caller on hold.`);
    case 'resumed':
      return event(`${agentName(effect.userId)} took the caller off hold.`);
    case 'transfer-started':
      return event(`${agentName(effect.userId)} transfers the call to ${hide(effect.to.name)}.`);
    case 'transferred':
      return event(`${agentName(effect.userId)} has left; the caller goes on without.`);
    case 'transferred-outside':
      return event(`${agentName(effect.userId)} has left the caller with somebody outside.`);
    case 'third-party-dialled':
      return event('It rings outside.');
    case 'third-party-connected':
      return event('Somebody outside has answered.');
    case 'third-party-left':
      return event('Nobody outside is on the line any more.');
    case 'contact-ended':
      return event(`${endInWords(effect.reason)}.`);
    default:
      return undefined;
  }
}

/** Parameters of the call and nothing else of Connect's event, which holds the caller's number. */
function showCall(
  atMs: number,
  effect: Extract<Effect, { kind: 'invoke' }>,
  { names, hide }: Shower,
): ShownMoment {
  const call = {
    atMs,
    kind: 'call',
    function: names.shown(effect.functionArn),
    attempt: effect.attempt,
  } as const;
  if (effect.masked) return call;
  const event: Json = JSON.parse(effect.payload);
  const details = isObject(event) ? event['Details'] : undefined;
  const parameters = isObject(details) ? details['Parameters'] : undefined;
  return { ...call, parameters: shownTexts(parameters ?? {}, names, hide) };
}

function showLogEntry(
  atMs: number,
  entry: Readonly<Record<string, Json>>,
  { names, hide }: Shower,
): ShownMoment {
  const text = (name: string): string => (typeof entry[name] === 'string' ? String(entry[name]) : '');
  const { ExternalResults, Results } = entry;
  return {
    atMs,
    kind: 'log',
    flow: names.flow(text('ContactFlowId')) ?? text('ContactFlowName'),
    step: text('Identifier'),
    block: inWords(text('ContactFlowModuleType')),
    parameters: shownTexts(keyedValues(entry['Parameters']), names, hide),
    ...(typeof Results === 'string' ? { results: hide(Results) } : {}),
    ...(ExternalResults === undefined ? {} : { returned: shownTexts(ExternalResults, names, hide) }),
  };
}

/** Of attributes that are set Connect writes one entry each, with Key and Value. */
function keyedValues(parameters: Json | undefined): Json {
  if (!isObject(parameters)) return {};
  const { Key, Value, ...rest } = parameters;
  const plain: Json = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, unpacked(value)]),
  );
  return typeof Key === 'string' && Value !== undefined ? { [Key]: Value } : plain;
}

const shownTexts = (
  value: Json,
  names: ResourceNames,
  hide: (text: string) => string,
): Record<string, string> =>
  Object.fromEntries(plainParameters(value, names).map(({ name, value: shown }) => [name, hide(shown)]));

/** How a contact ended, without a full stop. */
export function endInWords(reason: string): string {
  switch (reason) {
    case 'CUSTOMER_DISCONNECT':
      return 'The caller hung up';
    case 'AGENT_DISCONNECT':
      return 'The agent hung up';
    case 'CONTACT_FLOW_DISCONNECT':
      return 'The flow ended the call';
    case 'TELECOM_PROBLEM':
      return 'The line broke';
    case 'AGENT_COMPLETED':
      return 'The agent completed the task';
    case 'API':
      return 'It was stopped through the API';
    default:
      return `It ended (${reason})`;
  }
}
