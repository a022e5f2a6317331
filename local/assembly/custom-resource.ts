/**
 * Custom resources: their function hears Create, Update and Delete as CloudFormation would say it and answers by PUT.
 * Shapes as in https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { CreatedResource, ResourceRequest, StackIdentity } from './provisioner.ts';
import type { CustomResourceState, Leftover, StackState } from './stack-state.ts';
import { TemplateError } from './template-error.ts';

/** What the local cloud lends to custom resources. */
export interface CustomResourcePort {
  /**
   * Runs the function behind a ServiceToken with this event.
   * @returns undefined when it ran to its end, or a sentence about why it did not
   */
  invoke(serviceToken: string, event: string): Promise<string | undefined>;
  /** Opens a URL that takes one PUT; `answer` is its body. */
  openResponse(): { readonly url: string; readonly answer: Promise<string>; close(): void };
}

export interface CustomResourceRequest extends ResourceRequest {
  readonly deletionPolicy: string | undefined;
  readonly updateReplacePolicy: string | undefined;
}

/** The custom resources of one stack during one boot. */
export interface CustomResources {
  /** Create, Update or nothing, as the difference to the last boot asks for. */
  apply(request: CustomResourceRequest): Promise<CreatedResource>;
  /**
   * Sends Delete to what the template no longer has, and to what was replaced.
   * @returns sentences about those that could not be deleted; CloudFormation leaves them behind too
   */
  cleanUp(present: ReadonlySet<string>): Promise<readonly string[]>;
}

const answerSchema = z.looseObject({
  Status: z.enum(['SUCCESS', 'FAILED']),
  Reason: z.string().optional(),
  PhysicalResourceId: z.string().min(1).max(1024).optional(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  Data: z.record(z.string(), z.unknown()).nullish(),
});

/** CloudFormation refuses a longer answer. */
const maxAnswerBytes = 4096;

const defaultTimeoutMs = 60_000;

/** True for the types that a function of the template stands for. */
export function isCustomResource(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/**
 * Prepares the custom resources of a stack.
 * @param state is changed in place; `save` is called after each change, so that a killed boot forgets nothing
 * @param options.unchanged `skip` sends nothing for unchanged properties as CloudFormation does; `update` sends an
 *   Update all the same, for services whose state does not outlive the process
 * @param options.timeoutMs how long to wait for an answer where the resource has no `ServiceTimeout`
 */
export function customResources(
  state: StackState,
  save: () => void,
  stack: StackIdentity,
  port: CustomResourcePort | undefined,
  options: {
    readonly unchanged?: 'skip' | 'update' | undefined;
    readonly timeoutMs?: number | undefined;
  } = {},
): CustomResources {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;

  async function send(
    type: 'Create' | 'Update' | 'Delete',
    logicalId: string,
    resource: Pick<CustomResourceState, 'type' | 'properties'> & { readonly physicalId?: string },
    old?: Readonly<Record<string, unknown>>,
  ): Promise<z.infer<typeof answerSchema>> {
    const owner = `custom resource '${logicalId}' (${resource.type})`;
    const { ServiceToken: token, ServiceTimeout: ownTimeout } = resource.properties;
    if (port === undefined) throw new TemplateError(`${owner} needs functions, and none run here`);
    if (typeof token !== 'string') throw new TemplateError(`${owner} has no ServiceToken`);
    const response = port.openResponse();
    try {
      const requestId = randomUUID();
      const event = {
        RequestType: type,
        ServiceToken: token,
        ResponseURL: response.url,
        StackId: stack.stackId,
        RequestId: requestId,
        LogicalResourceId: logicalId,
        ...(resource.physicalId === undefined ? {} : { PhysicalResourceId: resource.physicalId }),
        ResourceType: resource.type,
        ResourceProperties: resource.properties,
        ...(old === undefined ? {} : { OldResourceProperties: old }),
      };
      const waitMs = ownTimeout === undefined ? timeoutMs : Number(ownTimeout) * 1000;
      const body = await answerOf(
        port,
        token,
        JSON.stringify(event),
        response.answer,
        waitMs,
        `${owner}, ${type}`,
      );
      const answer = readAnswer(body, `${owner}, ${type}`);
      if (
        answer.RequestId !== requestId ||
        answer.StackId !== stack.stackId ||
        answer.LogicalResourceId !== logicalId
      ) {
        throw new TemplateError(`${owner}, ${type}: the answer belongs to another request`);
      }
      if (answer.Status === 'FAILED') {
        throw new TemplateError(
          `${owner}, ${type}: Received response status [FAILED] from custom resource. Message returned: ` +
            `${answer.Reason ?? 'no reason given'} (RequestId: ${requestId})`,
        );
      }
      return answer;
    } finally {
      response.close();
    }
  }

  async function change(
    request: CustomResourceRequest,
    properties: Record<string, unknown>,
  ): Promise<CustomResourceState> {
    const { logicalId, type } = request;
    const before = state.customResources[logicalId];
    const same = before?.type === type ? before : undefined;
    if (same !== undefined && same.properties['ServiceToken'] !== properties['ServiceToken']) {
      throw new TemplateError(
        `custom resource '${logicalId}' (${type}): Modifying service token is not allowed; give the resource a new logical id or start with --fresh`,
      );
    }
    if (
      same !== undefined &&
      options.unchanged !== 'update' &&
      isDeepStrictEqual(same.properties, properties)
    ) {
      return same;
    }
    const answer =
      same === undefined
        ? await send('Create', logicalId, { type, properties })
        : await send('Update', logicalId, { type, properties, physicalId: same.physicalId }, same.properties);
    const physicalId = answer.PhysicalResourceId ?? same?.physicalId;
    if (physicalId === undefined) {
      throw new TemplateError(
        `custom resource '${logicalId}' (${type}): the answer has no PhysicalResourceId`,
      );
    }
    if (before !== undefined && (same === undefined || before.physicalId !== physicalId)) {
      if (request.updateReplacePolicy !== 'Retain') state.leftovers.push({ logicalId, ...before });
    }
    return { type, physicalId, properties, attributes: { ...answer.Data }, retainOnDelete: false };
  }

  return {
    async apply(request) {
      const properties = stringified(request.properties);
      const current = await change(request, properties);
      const kept = { ...current, retainOnDelete: request.deletionPolicy === 'Retain' };
      state.customResources[request.logicalId] = kept;
      save();
      return { physicalId: kept.physicalId, attributes: kept.attributes };
    },
    async cleanUp(present) {
      for (const [logicalId, resource] of Object.entries(state.customResources)) {
        if (present.has(logicalId)) continue;
        if (!resource.retainOnDelete) state.leftovers.push({ logicalId, ...resource });
        delete state.customResources[logicalId];
      }
      save();
      const notes: string[] = [];
      for (const leftover of [...state.leftovers].reverse()) {
        try {
          await send('Delete', leftover.logicalId, leftover);
        } catch (error) {
          if (!(error instanceof TemplateError)) throw error;
          notes.push(`${error.message}; what it made stays behind`);
        }
        state.leftovers = state.leftovers.filter((other: Leftover) => other !== leftover);
        save();
      }
      return notes;
    },
  };
}

/** Waits for the PUT; a function that failed or never answers ends the wait with a sentence. */
async function answerOf(
  port: CustomResourcePort,
  token: string,
  event: string,
  answer: Promise<string>,
  waitMs: number,
  owner: string,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new TemplateError(
            `${owner}: the function did not answer to its ResponseURL within ${waitMs / 1000} s`,
          ),
        ),
      waitMs,
    );
  });
  const failure = port.invoke(token, event).then((fault) => {
    if (fault !== undefined) throw new TemplateError(`${owner}: ${fault}`);
    return new Promise<never>(() => undefined);
  });
  try {
    return await Promise.race([answer, failure, lateness]);
  } finally {
    clearTimeout(timer);
  }
}

function readAnswer(body: string, owner: string): z.infer<typeof answerSchema> {
  if (Buffer.byteLength(body) > maxAnswerBytes) {
    throw new TemplateError(`${owner}: Response object is too long (more than ${maxAnswerBytes} bytes)`);
  }
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new TemplateError(`${owner}: Invalid Json in the answer of the function`);
  }
  const parsed = answerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new TemplateError(
    `${owner}: the answer of the function is wrong at ${issue?.path.join('.') || 'its top'}: ${issue?.message}`,
  );
}

/** CloudFormation hands every number and boolean to the function as a text. */
function stringified(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, asTexts(value)]));
}

function asTexts(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(asTexts);
  return typeof value === 'object' && value !== null ? stringified({ ...value }) : value;
}
