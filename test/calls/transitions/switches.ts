/** Flows in which every step that can fail has a switch: an attribute that a test sets to make just this step fail. */
import { catalogue } from '../../../contact-flows/catalogue.ts';
import type { Template } from '../../../local/assembly/template.ts';
import type { Action } from './flow-content.ts';
import { FlowText } from './flow-text.ts';

/** The attribute that breaks a step, and the value that does. */
export interface Switch {
  readonly attribute: string;
  readonly value: string;
}

/** Longer than a prompt may be. */
const TOO_LONG = 'x'.repeat(3_001);
const NOWHERE = 'nowhere';
/** Parameters that name something of the instance. */
const REFERENCES = ['ContactFlowId', 'FlowModuleId', 'QueueId', 'HoursOfOperationId', 'PromptId'];

type Parameters = Record<string, unknown>;
const isObject = (value: unknown): value is Parameters =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts the switches in, and gives each by its step (`main-menu / choose`). What a step refers to goes by way of an
 * attribute that the entry flow sets, so that a test can let it lead nowhere.
 */
export function putSwitchesIn(template: Template): ReadonlyMap<string, Switch> {
  const switches = new Map<string, Switch>();
  const references: Record<string, string> = {};
  const texts = catalogue().map(({ name, type }) => new FlowText(template, name, type === 'MODULE'));
  for (const { flow, actions } of texts) {
    nameQueues(actions);
    for (const action of actions) {
      const attribute = `s${switches.size}`;
      const value = switched(action, attribute, references);
      if (value !== undefined) switches.set(`${flow} / ${action.Identifier}`, { attribute, value });
    }
  }
  Object.assign(firstAttributes(texts), references);
  for (const text of texts) text.write();
  return switches;
}

/** Lets checks of the staff name a queue that their flow sets, so that they have a reference which can lead nowhere. */
function nameQueues(actions: readonly Action[]): void {
  const set = actions.find(({ Type }) => Type === 'UpdateContactTargetQueue');
  if (set === undefined) return;
  for (const { Type, Parameters } of actions)
    if (Type === 'CheckMetricData' && Parameters['AgentId'] === undefined)
      Parameters['QueueId'] = set.Parameters['QueueId'];
}

/** The attributes that every contact begins with. */
function firstAttributes(texts: readonly FlowText[]): Parameters {
  const first = texts.flatMap(({ flow, actions }) =>
    actions.filter(({ Identifier }) => flow === 'main-inbound' && Identifier === 'attributes'),
  );
  const attributes = first[0]?.Parameters['Attributes'];
  if (!isObject(attributes)) throw new Error('the entry flow has no step that sets the first attributes');
  return attributes;
}

/**
 * Breaks what the entry flow does before anybody could set an attribute: voice, hooks and greeting for every caller,
 * and the first attributes for callers whose number is withheld. Of transfers the hooks and the look at the team break.
 */
export function breakEntry(template: Template): void {
  const entry = new FlowText(template, 'main-inbound', false);
  const transfer = new FlowText(template, 'transfer-to-queue', false);
  for (const { Type, Parameters } of [...entry.actions, ...transfer.actions]) {
    const { EventHooks } = Parameters;
    if (isObject(EventHooks)) for (const hook of Object.keys(EventHooks)) EventHooks[hook] = NOWHERE;
    if (Type === 'CheckMetricData' && Parameters['AgentId'] === undefined) Parameters['QueueId'] = NOWHERE;
    if (Type === 'UpdateContactTextToSpeechVoice') Parameters['TextToSpeechVoice'] = '$.Attributes.unset';
  }
  const greeting = entry.actions.find(({ Identifier }) => Identifier === 'greet');
  if (greeting === undefined) throw new Error('the entry flow has no step that greets');
  greeting.Parameters['Text'] = TOO_LONG;
  firstAttributes([entry])['$.CustomerEndpoint.Address'] = 'yes';
  entry.write();
  transfer.write();
}

/** Lets a test choose whose figures the queue flow reads, by the attributes `figures` and `staff`. */
export function chooseFigures(template: Template): void {
  const queue = new FlowText(template, 'customer-queue', false);
  for (const { Type, Parameters } of queue.actions) {
    if (Type === 'GetMetricData') Parameters['QueueId'] = '$.Attributes.figures';
    if (Type === 'CheckMetricData' && Parameters['AgentId'] === undefined)
      Parameters['QueueId'] = '$.Attributes.staff';
  }
  queue.write();
}

/** @returns the value that breaks the step, where it can be broken; what it refers to is put into `references` */
function switched(
  { Parameters }: Action,
  attribute: string,
  references: Record<string, string>,
): string | undefined {
  const { Attributes, Messages } = Parameters;
  if (isObject(Attributes)) {
    // A name with a full stop is no name of an attribute.
    Attributes[`spare$.Attributes.${attribute}`] = 'yes';
    return '.';
  }
  const { FlowAttributes } = Parameters;
  if (isObject(FlowAttributes)) {
    // A dozen texts that are too long for a prompt are too many for the attributes of a flow.
    FlowAttributes['spare'] = { Value: Array(12).fill(`$.Attributes.${attribute}`).join(' ') };
    return TOO_LONG;
  }
  const speaking: unknown = Array.isArray(Messages) ? Messages[0] : Parameters;
  if (!isObject(speaking)) return undefined;
  for (const name of REFERENCES) {
    const reference = speaking[name];
    if (typeof reference !== 'string') continue;
    if (reference.startsWith('$.')) return undefined;
    references[attribute] = reference;
    speaking[name] = `$.Attributes.${attribute}`;
    return NOWHERE;
  }
  if (typeof speaking['Text'] !== 'string') return undefined;
  speaking['Text'] += ` $.Attributes.${attribute}`;
  return TOO_LONG;
}
