/** One operation of the Connect API as data: its route, its input, whom it needs leave from, and its answer. */
import * as z from 'zod';
import { idOf, resourceArn } from '../arns.ts';
import type { Named, NamedRecords } from '../named-records.ts';
import type { Outbox } from '../outbox.ts';
import type { ConnectState, InstanceRecord } from '../state.ts';
import type { Contacts } from './contacts-port.ts';
import { ApiProblem } from './problem.ts';
import type { Throttle } from './throttle.ts';

export interface ApiWorld {
  readonly state: ConnectState;
  readonly contacts: Contacts;
  readonly throttle: Throttle;
  readonly outbox: Outbox;
}

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

interface Definition<S extends z.ZodType> {
  readonly name: string;
  readonly method: Method;
  /** As in the service model: labels in braces are members of the input. */
  readonly path: string;
  /** Members that travel in the query, by their name on the wire. */
  readonly query?: Readonly<Record<string, string>>;
  /** Of those, the ones that may come several times. */
  readonly lists?: readonly string[];
  readonly input: S;
  /** ARNs that the caller must be allowed to use, all of them (Service Authorization Reference, Amazon Connect). */
  resources(input: z.output<S>, state: ConnectState): readonly string[];
  answer(input: z.output<S>, world: ApiWorld): object;
}

/** An operation whose input has been read and is ready to be authorised, then run. */
export interface PreparedCall {
  readonly resources: readonly string[];
  run(): object;
}

export interface Operation {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly lists: readonly string[];
  /** @throws ApiProblem InvalidRequestException naming the member that is wrong */
  prepare(members: Readonly<Record<string, unknown>>, world: ApiWorld): PreparedCall;
}

export const defineOperation = <S extends z.ZodType>(definition: Definition<S>): Operation => ({
  name: definition.name,
  method: definition.method,
  path: definition.path,
  query: definition.query ?? {},
  lists: definition.lists ?? [],
  prepare(members, world) {
    const read = definition.input.safeParse(members);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new ApiProblem(
        'InvalidRequestException',
        `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`,
      );
    }
    return {
      resources: definition.resources(read.data, world.state),
      run: () => definition.answer(read.data, world),
    };
  },
});

/** An id or ARN in a label, query or body. */
export const reference = () => z.string().min(1).max(500);

/** `MaxResults` comes as text where it travels in the query. */
export const pageMembers = {
  NextToken: z.optional(z.string().min(1).max(2500)),
  MaxResults: z.optional(z.coerce.number().int().min(1).max(1000)),
};

export const PAGE_QUERY = { nextToken: 'NextToken', maxResults: 'MaxResults' };

/** @throws ApiProblem ResourceNotFoundException for an instance that is not this one */
export const requireInstance = ({ instance }: ConnectState, idOrArn: string): InstanceRecord => {
  if (instance !== undefined && (idOrArn === instance.id || idOrArn === instance.arn)) return instance;
  const known = instance === undefined ? 'there is none yet' : `the local one is ${instance.id}`;
  throw new ApiProblem('ResourceNotFoundException', `There is no instance '${idOrArn}'; ${known}.`);
};

/** @throws ApiProblem ResourceNotFoundException */
export const requireRecord = <R extends Named>(
  records: NamedRecords<R>,
  idOrArn: string,
  what: string,
): R => {
  const record = records.find(idOrArn);
  if (record !== undefined) return record;
  throw new ApiProblem('ResourceNotFoundException', `There is no ${what} '${idOrArn}' in the instance.`);
};

/**
 * ARN of the instance that a request names, for authorisation: it is formed before anybody looks whether there is
 * such an instance, so that a refusal does not tell.
 */
export const namedInstance = (state: ConnectState, idOrArn: string): string => {
  if (idOrArn.startsWith('arn:')) return idOrArn;
  const { instance } = state;
  const account = instance === undefined ? ':' : `${instance.region}:${instance.accountId}`;
  return `arn:${instance?.partition ?? 'aws'}:connect:${account}:instance/${idOrArn}`;
};

/** ARN of a resource inside the instance that a request names. */
export const namedResource = (
  state: ConnectState,
  instance: string,
  kind: Parameters<typeof resourceArn>[1],
  idOrArn: string,
): string =>
  idOrArn.startsWith('arn:') ? idOrArn : resourceArn(namedInstance(state, instance), kind, idOf(idOrArn));

/** Epoch seconds: the API's timestamps are numbers, and milliseconds would be read as the year 58100. */
export const seconds = (ms: number): number => ms / 1000;
