/** Reads the event that Connect sends to a function: strict in what the flow passes, tolerant in what Connect adds. */

import * as z from 'zod/mini';
import { phoneNumber } from '../domain/phone-number.ts';
import type { Contract, ParametersOf } from './contract.ts';
import { Fault } from './fault.ts';

/**
 * The part of Connect's event that we read. The rest may change without notice; `CustomerEndpoint` is null for
 * contacts without one.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
 */
const connectEvent = z.object({
  Details: z.object({
    ContactData: z.object({
      ContactId: z.string().check(z.minLength(1)),
      CustomerEndpoint: z.catch(z.object({ Address: z.optional(z.string()) }), {}),
    }),
    Parameters: z.nullish(z.record(z.string(), z.unknown())),
  }),
});

/** What a flow asks of a function, about which contact. */
export interface FlowRequest<C extends Contract> {
  readonly parameters: ParametersOf<C>;
  readonly contactId: string;
  /** The caller's number in E.164 form; absent where it is withheld or malformed. It proves nothing. */
  readonly callerNumber: string | undefined;
}

/** Throws a {@link Fault} that names the key at fault; no value of the event is in its message. */
export function readConnectEvent<C extends Contract>(contract: C, event: unknown): FlowRequest<C> {
  const envelope = z.safeParse(connectEvent, event);
  if (!envelope.success) {
    throw new Fault(
      `the event at ${pathOf(envelope.error)} is not what Connect sends; only a contact flow calls ${contract.name}`,
    );
  }
  const { ContactData, Parameters } = envelope.data.Details;
  const schema: C['parameters'] = contract.parameters;
  const parameters = z.safeParse(schema, Parameters ?? {});
  if (!parameters.success) throw new Fault(parameterMessage(contract, parameters.error));
  return {
    parameters: parameters.data,
    contactId: ContactData.ContactId,
    callerNumber: phoneNumber(ContactData.CustomerEndpoint.Address),
  };
}

/** The contact's id wherever there is one, for the log of an event that is otherwise unreadable. */
export function contactIdOf(event: unknown): string | undefined {
  const found = z.safeParse(onlyContactId, event);
  return found.success ? found.data.Details.ContactData.ContactId : undefined;
}

/** Connect's ids are UUIDs; anything else might be something that a caller said. */
const onlyContactId = z.object({
  Details: z.object({
    ContactData: z.object({ ContactId: z.string().check(z.regex(/^[0-9A-Za-z-]{1,64}$/)) }),
  }),
});

function parameterMessage(contract: Contract, error: z.core.$ZodError): string {
  const accepted = Object.keys(contract.parameters.shape);
  const takes = accepted.length === 0 ? 'no parameters' : accepted.join(', ');
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return `${contract.name} does not know the parameter ${issue.keys.join(', ')}; it takes ${takes}`;
  }
  return `the parameter ${pathOf(error)} of ${contract.name} is missing or not acceptable; it takes ${takes}`;
}

function pathOf(error: z.core.$ZodError): string {
  return error.issues[0]?.path.join('.') || 'its root';
}
