/** Reads the event that Connect sends to a function: strict in what the flow passes, tolerant in what Connect adds. */

import * as z from 'zod/mini';
import { DEFAULT_LANGUAGE, type Language, readLanguage } from '../domain/language.ts';
import { phoneNumber } from '../domain/phone-number.ts';
import type { Contract, ParametersOf } from './contract.ts';
import { Fault } from './fault.ts';
import { textTest } from './text-parameters.ts';

/** What a flow asks of a function, about which contact. */
export interface FlowRequest<C extends Contract> {
  readonly parameters: ParametersOf<C>;
  readonly contactId: string;
  /** The caller's number in E.164 form; absent where it is withheld or malformed. It proves nothing. */
  readonly callerNumber: string | undefined;
  /** The ARN of the instance; absent where Connect does not say it. */
  readonly instanceArn: string | undefined;
  /** In which words the caller hears are answered: the contact attribute `language`. */
  readonly language: Language;
  /** Until when a supervisor has closed the centre: the contact attribute `closedUntil`. */
  readonly closedUntilMs: number | undefined;
}

/**
 * How a function reads its events. It throws a {@link Fault} that names the key at fault; no value of the event is in its
 * message. Of what Connect says about the contact only four fields are read, and by hand: the rest may change without notice.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
 */
export function connectEventReader<C extends Contract>(contract: C): (event: unknown) => FlowRequest<C> {
  const schema: C['parameters'] = contract.parameters;
  const isGiven = textTest(schema);
  const parametersIn = (given: unknown): ParametersOf<C> => {
    if (isObject(given) && isGiven?.(given)) return given;
    const parsed = z.safeParse(schema, givenIn(given));
    if (parsed.success) return parsed.data;
    throw new Fault(parameterMessage(contract, parsed.error));
  };
  return (event) => requestOf(contract, event, parametersIn);
}

function requestOf<C extends Contract>(
  contract: C,
  event: unknown,
  parametersIn: (given: unknown) => ParametersOf<C>,
): FlowRequest<C> {
  const contactId = contactIdOf(event);
  if (contactId === undefined) {
    throw new Fault(
      `the event has no Details.ContactData.ContactId; only a contact flow of Amazon Connect calls ${contract.name}`,
    );
  }
  const details = valueIn(event, 'Details');
  const parameters = parametersIn(valueIn(details, 'Parameters'));
  const contact = valueIn(details, 'ContactData');
  const address = valueIn(valueIn(contact, 'CustomerEndpoint'), 'Address');
  const instanceArn = valueIn(contact, 'InstanceARN');
  const attributes = valueIn(contact, 'Attributes');
  return {
    parameters,
    contactId,
    callerNumber: typeof address === 'string' ? phoneNumber(address) : undefined,
    instanceArn: typeof instanceArn === 'string' ? instanceArn : undefined,
    language: readLanguage(valueIn(attributes, 'language')) ?? DEFAULT_LANGUAGE,
    closedUntilMs: momentIn(valueIn(attributes, 'closedUntil')),
  };
}

/** The contact's id. Connect's are UUIDs; a text of another kind might be something that a caller said. */
export function contactIdOf(event: unknown): string | undefined {
  const id = valueIn(valueIn(valueIn(event, 'Details'), 'ContactData'), 'ContactId');
  return typeof id === 'string' && /^[0-9A-Za-z-]{1,64}$/.test(id) ? id : undefined;
}

/** Anything but a moment is none. */
function momentIn(text: unknown): number | undefined {
  const ms = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** What a flow gives, with empty text for references of what is not there (yet), such as the queue: Connect says null. */
function givenIn(parameters: unknown): unknown {
  if (!isObject(parameters)) return parameters ?? {};
  if (!Object.values(parameters).includes(null)) return parameters;
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, value === null ? '' : value]),
  );
}

function valueIn(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parameterMessage(contract: Contract, error: z.core.$ZodError): string {
  const accepted = Object.keys(contract.parameters.shape);
  const takes = accepted.length === 0 ? 'no parameters' : accepted.join(', ');
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return `${contract.name} does not know the parameter ${issue.keys.join(', ')}; it takes ${takes}`;
  }
  const parameter = issue?.path.join('.') || 'object itself';
  return `the parameter ${parameter} of ${contract.name} is missing or not acceptable; it takes ${takes}`;
}
