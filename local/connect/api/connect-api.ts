/** The part of the Amazon Connect API that the local cloud answers: REST-JSON over the operations' own routes. */
import type { AwsRequest, AwsResponse, AwsService } from '../../endpoint/service.ts';
import { chatOperations } from './chats.ts';
import { contactOperations } from './contacts.ts';
import { flowOperations } from './flows.ts';
import { handingOnOperations } from './handing-on.ts';
import { instanceOperations } from './instances.ts';
import { monitoringOperations } from './monitoring.ts';
import type { ApiWorld, Operation } from './operation.ts';
import { outboundMessageOperations } from './outbound-messages.ts';
import { outboundVoiceOperations } from './outbound-voice.ts';
import { peopleOperations } from './people.ts';
import { phoneNumberOperations } from './phone-numbers.ts';
import { ApiProblem, problemResponse } from './problem.ts';
import { queueOperations } from './queues.ts';
import { decodeSegments, findRoute, routesOf } from './routes.ts';
import { taskPauseOperations } from './task-pauses.ts';
import { taskOperations } from './tasks.ts';
import { nameUnknownOperation } from './unknown-operation.ts';

export const operations: readonly Operation[] = [
  ...contactOperations,
  ...flowOperations,
  ...instanceOperations,
  ...peopleOperations,
  ...phoneNumberOperations,
  ...queueOperations,
  ...outboundMessageOperations,
  ...outboundVoiceOperations,
  ...taskOperations,
  ...taskPauseOperations,
  ...handingOnOperations,
  ...monitoringOperations,
  ...chatOperations,
];

const routes = routesOf(operations);

const bodyMembers = (body: Buffer): Record<string, unknown> => {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ApiProblem('InvalidRequestException', 'The body is not JSON.');
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiProblem('InvalidRequestException', 'The body is not a JSON object.');
  }
  return { ...value };
};

const queryMembers = ({ query, lists }: Operation, given: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([wire, member]) => {
      if (!given.has(wire)) return [];
      return [[member, lists.includes(member) ? given.getAll(wire) : given.get(wire)]];
    }),
  );

const authorise = (
  request: AwsRequest,
  world: ApiWorld,
  operation: Operation,
  resources: readonly string[],
) => {
  const { instance } = world.state;
  const context = instance === undefined ? {} : { 'connect:InstanceId': instance.id };
  for (const resource of resources) {
    const decision = request.principal.decide(`connect:${operation.name}`, resource, context);
    if (!decision.allowed) throw new ApiProblem('AccessDeniedException', decision.message);
  }
};

const answer = async (request: AwsRequest, world: ApiWorld): Promise<AwsResponse> => {
  const segments = decodeSegments(request.path);
  const found = findRoute(routes, request.method, segments);
  if (found === undefined) {
    const name = await nameUnknownOperation(request.method, segments);
    throw new ApiProblem(
      'UnknownOperationException',
      `The local Amazon Connect does not answer ${name}; it answers ${operations.map((each) => each.name).join(', ')}.`,
    );
  }
  if (!world.throttle(found.operation.name))
    throw new ApiProblem('ThrottlingException', 'The throttling limit has been exceeded.');
  const members = {
    ...bodyMembers(request.body),
    ...queryMembers(found.operation, request.query),
    ...found.labels,
  };
  const call = found.operation.prepare(members, world);
  authorise(request, world, found.operation, call.resources);
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call.run()),
  };
};

/** Amazon Connect behind the local endpoint; a fault of our own becomes InternalServiceException. */
export const connectApi = (world: ApiWorld): AwsService => ({
  signingName: 'connect',
  async handle(request) {
    try {
      return await answer(request, world);
    } catch (error) {
      if (error instanceof ApiProblem) return problemResponse(error);
      const reason = error instanceof Error ? error.message : String(error);
      return problemResponse(
        new ApiProblem('InternalServiceException', `The local Amazon Connect failed: ${reason}`),
      );
    }
  },
});
