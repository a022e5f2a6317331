/** The List… operations: the same route shape, the same paging, summaries with id, ARN and name. */
import * as z from 'zod';
import type { Named } from '../named-records.ts';
import type { ConnectState } from '../state.ts';
import {
  defineOperation,
  namedInstance,
  type Operation,
  PAGE_QUERY,
  pageMembers,
  reference,
  requireInstance,
  seconds,
} from './operation.ts';
import { page } from './pages.ts';

interface ListDefinition<R extends Named, F extends z.ZodRawShape> {
  readonly name: string;
  readonly path: string;
  /** Member of the answer that holds the summaries. */
  readonly member: string;
  /** Further members of the query by their wire names; those whose filter is a list may come several times. */
  readonly query?: Readonly<Record<string, string>>;
  readonly filters: F;
  /** The ARN that must be allowed, from that of the instance. */
  allowedOn(instanceArn: string): string;
  records(state: ConnectState, filters: z.output<z.ZodObject<F>>): readonly R[];
  /** Members beside Id, Arn, Name and the last change; undefined removes one. */
  summary(record: R): Readonly<Record<string, unknown>>;
}

export const listOperation = <R extends Named, F extends z.ZodRawShape>(
  definition: ListDefinition<R, F>,
): Operation => {
  const filters = z.object(definition.filters);
  const query = definition.query ?? {};
  return defineOperation({
    name: definition.name,
    method: 'GET',
    path: definition.path,
    query: { ...PAGE_QUERY, ...query },
    lists: Object.values(query),
    input: z.object({ InstanceId: reference(), ...pageMembers }).and(filters),
    resources: ({ InstanceId }, state) => [definition.allowedOn(namedInstance(state, InstanceId))],
    answer: (input, { state }) => {
      const { region } = requireInstance(state, input.InstanceId);
      const { items, next } = page(definition.name, definition.records(state, filters.parse(input)), input);
      const summaries = items.map((record) => ({
        Id: record.id,
        Arn: record.arn,
        Name: record.name,
        LastModifiedTime: seconds(state.createdAtMs),
        LastModifiedRegion: region,
        ...definition.summary(record),
      }));
      return { [definition.member]: summaries, ...next };
    },
  });
};
