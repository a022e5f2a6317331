/** The part of the Participant Service that a chat's customer, or a bot of somebody else's, needs: connection, messages, transcript, leaving. */
import * as z from 'zod';
import type { AwsRequest, AwsResponse, AwsService } from '../../endpoint/service.ts';
import type { Contacts, InChat } from '../api/contacts-port.ts';
import type { Throttle } from '../api/throttle.ts';
import { type Bearer, connectionToken, readToken } from './participant-token.ts';
import { transcriptPage } from './transcript-page.ts';

export interface ParticipantWorld {
  readonly contacts: Contacts;
  readonly throttle: Throttle;
  nowMs(): number;
}

/** Status codes as the service model has them. */
const STATUS = {
  AccessDeniedException: 403,
  InternalServerException: 500,
  ResourceNotFoundException: 404,
  ThrottlingException: 429,
  ValidationException: 400,
} as const;

class Problem extends Error {
  override readonly name: keyof typeof STATUS;

  constructor(name: keyof typeof STATUS, message: string) {
    super(message);
    this.name = name;
  }
}

/** How long a connection is good for, ms: ours. */
const CONNECTION_MS = 86_400_000;
const DENIED = 'Access denied';

interface Call {
  readonly world: ParticipantWorld;
  /** What was answered to messages that came with a token of the client's: sent twice, they are one. */
  readonly answered: Map<string, object>;
  readonly bearer: Bearer;
  readonly isBot: boolean;
}

interface ParticipantOperation {
  readonly name: string;
  readonly token: 'participant' | 'connection';
  run(body: unknown, call: Call): object;
}

const operation = <S extends z.ZodType>(
  name: string,
  token: ParticipantOperation['token'],
  input: S,
  answer: (input: z.output<S>, call: Call) => object,
): ParticipantOperation => ({
  name,
  token,
  run(body, call) {
    const read = input.safeParse(body);
    if (read.success) return answer(read.data, call);
    const [issue] = read.error.issues;
    throw new Problem(
      'ValidationException',
      `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`,
    );
  },
});

function say({ world }: Call, message: InChat): void {
  const refused = world.contacts.sayInChat(message);
  if (refused === undefined) return;
  const { name, refusal } = refused;
  throw new Problem(
    name === 'InvalidParameterException' ? 'ValidationException' : 'AccessDeniedException',
    `${refusal}.`,
  );
}

/** Answers kept; a client tries again at once or not at all. */
const ANSWERS_KEPT = 1_000;

function keep(answered: Map<string, object>, key: string, answer: object): void {
  answered.set(key, answer);
  for (const oldest of answered.keys()) {
    if (answered.size <= ANSWERS_KEPT) return;
    answered.delete(oldest);
  }
}

const content = z.string().min(1).max(16_384);
const clientToken = z.optional(z.string().max(500));

const OPERATIONS: Readonly<Record<string, ParticipantOperation>> = {
  '/participant/connection': operation(
    'CreateParticipantConnection',
    'participant',
    z.object({
      Type: z.optional(z.array(z.enum(['WEBSOCKET', 'CONNECTION_CREDENTIALS', 'WEBRTC_CONNECTION'])).min(1)),
      ConnectParticipant: z.optional(z.boolean()),
    }),
    ({ Type = [] }, call) => {
      const foreign = Type.find((type) => type !== 'CONNECTION_CREDENTIALS');
      if (foreign !== undefined || Type.length === 0)
        throw new Problem(
          'ValidationException',
          `The local Participant Service gives no ${foreign ?? 'connection of no type'}; ask for CONNECTION_CREDENTIALS, and read with GetTranscript.`,
        );
      const { contactId, participantId } = call.bearer;
      if (!call.isBot && call.world.contacts.chat(contactId)?.isOver === false)
        say(call, { kind: 'chat-connects', contactId });
      return {
        ConnectionCredentials: {
          ConnectionToken: connectionToken(contactId, participantId),
          Expiry: new Date(call.world.nowMs() + CONNECTION_MS).toISOString(),
        },
      };
    },
  ),
  '/participant/message': operation(
    'SendMessage',
    'connection',
    z.object({ ContentType: z.string().min(1).max(100), Content: content, ClientToken: clientToken }),
    ({ ClientToken = '', Content: text, ContentType: contentType }, call) => {
      const { contactId } = call.bearer;
      const { contacts } = call.world;
      const key = `${contactId} ${ClientToken}`;
      const before = ClientToken === '' ? undefined : call.answered.get(key);
      if (before !== undefined) return before;
      const count = contacts.chat(contactId)?.items.length ?? 0;
      say(call, { kind: call.isBot ? 'bot-writes' : 'customer-writes', contactId, text, contentType });
      const item = contacts.chat(contactId)?.items[count];
      if (item === undefined) throw new Error('a message was sent, and is not in the transcript');
      const answer = { Id: item.id, AbsoluteTime: new Date(item.atMs).toISOString() };
      if (ClientToken !== '') keep(call.answered, key, answer);
      return answer;
    },
  ),
  '/participant/transcript': operation(
    'GetTranscript',
    'connection',
    z.object({
      ContactId: z.optional(z.string().min(1).max(256)),
      MaxResults: z.optional(z.number().int().min(0).max(100)),
      NextToken: z.optional(z.string().min(1).max(1_000)),
      ScanDirection: z.optional(z.enum(['FORWARD', 'BACKWARD'])),
      SortOrder: z.optional(z.enum(['DESCENDING', 'ASCENDING'])),
      StartPosition: z.optional(
        z.object({
          Id: z.optional(z.string().min(1).max(256)),
          AbsoluteTime: z.optional(z.string().min(1).max(100)),
          MostRecent: z.optional(z.number().int().min(0).max(100)),
        }),
      ),
    }),
    (query, { bearer, world }) => {
      const chat = world.contacts.chat(bearer.contactId);
      if (chat === undefined) throw new Problem('AccessDeniedException', DENIED);
      const page = transcriptPage(chat.items, query);
      if (typeof page === 'string') throw new Problem('ValidationException', `${page}.`);
      return { InitialContactId: chat.initialContactId, ...page };
    },
  ),
  '/participant/disconnect': operation(
    'DisconnectParticipant',
    'connection',
    z.object({ ClientToken: clientToken }),
    (_input, call) => {
      say(call, {
        kind: call.isBot ? 'bot-leaves' : 'caller-hangs-up',
        contactId: call.bearer.contactId,
      });
      return {};
    },
  ),
};

/**
 * The bearer is the customer of the chat that the token names, or the bot that is in it. Of one that is over everything can still be read: a
 * flow may have come to its end before the customer had connected.
 */
function bearerOf({ headers }: AwsRequest, { token }: ParticipantOperation, contacts: Contacts) {
  const bearer = readToken(headers['x-amz-bearer'], token);
  const chat = bearer === undefined ? undefined : contacts.chat(bearer.contactId);
  const isBot = bearer !== undefined && chat?.botId === bearer.participantId;
  if (bearer === undefined || (chat?.participantId !== bearer.participantId && !isBot))
    throw new Problem('AccessDeniedException', DENIED);
  return { bearer, isBot };
}

function bodyOf({ body }: AwsRequest): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem('ValidationException', 'The body is not JSON.');
    throw error;
  }
}

function answer(request: AwsRequest, world: ParticipantWorld, answered: Map<string, object>): AwsResponse {
  const called = request.method === 'POST' ? OPERATIONS[request.path] : undefined;
  if (called === undefined) {
    const known = Object.values(OPERATIONS).map(({ name }) => name);
    throw new Problem(
      'ResourceNotFoundException',
      `The local Participant Service does not answer ${request.method} ${request.path}; it answers ${known.join(', ')}.`,
    );
  }
  if (!world.throttle(called.name)) throw new Problem('ThrottlingException', 'Rate exceeded');
  const who = bearerOf(request, called, world.contacts);
  return response(200, called.run(bodyOf(request), { world, answered, ...who }));
}

const response = (
  status: number,
  body: object,
  more: Readonly<Record<string, string>> = {},
): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...more },
  body: JSON.stringify(body),
});

/** The Participant Service behind the local endpoint: its calls carry a token, and may be signed or not. */
export const participantService = (world: ParticipantWorld): AwsService => {
  const answered = new Map<string, object>();
  return { signingName: 'execute-api', handle: (request) => answerOrRefuse(request, world, answered) };
};

function answerOrRefuse(
  request: AwsRequest,
  world: ParticipantWorld,
  answered: Map<string, object>,
): AwsResponse {
  try {
    return answer(request, world, answered);
  } catch (error) {
    const problem =
      error instanceof Problem
        ? error
        : new Problem(
            'InternalServerException',
            `The local Participant Service failed: ${error instanceof Error ? error.message : String(error)}`,
          );
    return response(STATUS[problem.name], { Message: problem.message }, { 'x-amzn-errortype': problem.name });
  }
}
