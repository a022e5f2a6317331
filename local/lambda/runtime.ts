/** The local Lambda service: functions of the template, who may invoke them, and what they may do. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { physicalUuid, uuidFrom } from '../assembly/physical-name.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import type { AccessKeys, Credentials } from '../endpoint/access-keys.ts';
import type { Principal } from '../endpoint/service.ts';
import { type Invocation, timedOut } from './environment.ts';
import { EnvironmentPool } from './environment-pool.ts';
import {
  type CodePath,
  defineFunction,
  type FunctionDefinition,
  FunctionError,
} from './function-definition.ts';
import { functionVariables } from './function-variables.ts';
import { Roles } from './iam/roles.ts';
import {
  FaultQueue,
  type FaultRecord,
  type InjectedFault,
  outcomeAfter,
  outcomeBefore,
} from './injected-fault.ts';
import type {
  FunctionLogLine,
  Functions,
  InvocationOutcome,
  InvocationRequest,
  InvocationResult,
} from './invocation.ts';
import { ResourcePolicies } from './resource-policy.ts';

export interface FunctionsRuntimeOptions {
  /** Where the functions' AWS SDK sends its calls. */
  readonly endpointUrl: string;
  /** Gets one key per function. */
  readonly accessKeys: AccessKeys;
  readonly codePath: CodePath;
  /** How long an execution environment may be idle; default ten minutes. */
  readonly idleLimitMs?: number;
}

interface LocalFunction {
  readonly definition: FunctionDefinition;
  readonly principal: Principal;
  readonly pool: EnvironmentPool;
  readonly faults: FaultQueue;
}

/** Lambda takes a request of up to 6 MB. */
const maxRequestBytes = 6_291_456;

/** Runs the functions of the template from their bundles. */
export class FunctionsRuntime implements Functions {
  readonly roles = new Roles();
  readonly #options: FunctionsRuntimeOptions;
  readonly #policies = new ResourcePolicies();
  readonly #functions = new Map<string, LocalFunction>();
  readonly #listeners = new Set<(line: FunctionLogLine) => void>();
  /** The contact of each invocation under way, by request id. */
  readonly #contacts = new Map<string, string>();

  constructor(options: FunctionsRuntimeOptions) {
    this.#options = options;
  }

  /** Provisioners for functions, permissions, roles and policies. */
  provisioners(): readonly Provisioner[] {
    return [
      { type: 'AWS::Lambda::Function', create: (request) => this.#create(request) },
      {
        type: 'AWS::Lambda::Permission',
        create: (request) => this.#policies.add(request, (name) => this.#find(name)?.definition.arn),
      },
      ...this.roles.provisioners(),
    ];
  }

  /** The functions that exist. */
  definitions(): readonly FunctionDefinition[] {
    return [...this.#functions.values()].map(({ definition }) => definition);
  }

  /** A function by its ARN (qualified or not), partial ARN, name or logical id. */
  find(functionName: string): FunctionDefinition | undefined {
    return this.#find(functionName)?.definition;
  }

  /** Who a function is when it calls AWS. */
  principal(functionArn: string): Principal | undefined {
    return this.#find(functionArn)?.principal;
  }

  /** How many execution environments were started for a function so far. */
  coldStarts(functionName: string): number {
    return this.#known(functionName).pool.coldStarts;
  }

  async invoke(request: InvocationRequest): Promise<InvocationResult> {
    const found = this.#find(request.functionArn);
    if (found === undefined) {
      return { kind: 'not-found', message: `Function not found: ${request.functionArn}` };
    }
    const decision = this.#policies.decide(found.definition.arn, request.invoker);
    if (!decision.allowed) return { kind: 'denied', message: decision.message };
    return await this.#run(found, request);
  }

  /**
   * Invokes as CloudFormation does for a custom resource and Lambda itself for a stream: with the rights of whoever
   * deployed, so without a resource policy.
   */
  async invokeAsOwner(
    functionArn: string,
    payload: string,
    deterministic?: InvocationRequest['deterministic'],
  ): Promise<InvocationResult> {
    const found = this.#find(functionArn);
    if (found === undefined) return { kind: 'not-found', message: `Function not found: ${functionArn}` };
    return await this.#run(found, deterministic === undefined ? { payload } : { payload, deterministic });
  }

  /**
   * Invokes as a service that has taken a role: the role's policies decide, as for whoever calls the API with it.
   * @param request `roleArn` is the role; the function's resource policy is not asked
   */
  async invokeInRole({
    functionArn,
    roleArn,
    ...request
  }: Pick<InvocationRequest, 'functionArn' | 'payload' | 'deterministic'> & {
    readonly roleArn: string;
  }): Promise<InvocationResult> {
    const found = this.#find(functionArn);
    const arn = found?.definition.arn ?? functionArn;
    const [, partition = 'aws', , , accountId = ''] = roleArn.split(':');
    const session = `arn:${partition}:sts::${accountId}:assumed-role/${this.roles.nameOf(roleArn)}/session`;
    const decision = this.roles.decide(roleArn, session, 'lambda:InvokeFunction', arn);
    if (!decision.allowed) return { kind: 'denied', message: decision.message };
    if (found === undefined) return { kind: 'not-found', message: `Function not found: ${functionArn}` };
    return await this.#run(found, request);
  }

  /**
   * Puts a fault into the next invocations of a function.
   * @param functionName ARN, name or logical id
   * @throws FunctionError where there is no such function
   */
  injectFault(functionName: string, fault: InjectedFault, times = 1): FaultRecord {
    return this.#known(functionName).faults.add(fault, times);
  }

  onLog(listener: (line: FunctionLogLine) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends all execution environments. */
  async close(): Promise<void> {
    await Promise.all([...this.#functions.values()].map(({ pool }) => pool.close()));
  }

  async #run(
    { definition, pool, faults }: LocalFunction,
    request: Pick<InvocationRequest, 'payload' | 'contactId' | 'deterministic'>,
  ): Promise<InvocationResult> {
    const refusal = unacceptable(request.payload);
    if (refusal !== undefined) return refusal;
    const { deterministic } = request;
    const requestId =
      deterministic === undefined ? randomUUID() : uuidFrom(`${deterministic.seed}/${definition.name}`);
    const invocation: Invocation = { requestId, payload: request.payload, deterministic };
    const fault = faults.next();
    const instead = outcomeBefore(fault);
    if (request.contactId !== undefined) this.#contacts.set(requestId, request.contactId);
    try {
      if (instead !== undefined) {
        if (instead.kind === 'function-error') {
          this.#log(
            definition.name,
            requestId,
            `ERROR\tInvoke Error\t${instead.message}`,
            deterministic?.nowMs,
          );
        }
        return instead;
      }
      const outcome = await pool.run(invocation);
      return outcomeAfter(fault, outcome, definition.timeoutMs, () =>
        timedOut(definition.timeoutMs, invocation),
      );
    } finally {
      this.#contacts.delete(requestId);
    }
  }

  async #create(request: ResourceRequest): Promise<CreatedResource> {
    const definition = defineFunction(request, this.#options.codePath);
    const { name, arn, roleArn } = definition;
    const roleName = this.roles.nameOf(roleArn);
    if (roleName === undefined || !this.roles.trusts(roleArn, 'lambda.amazonaws.com')) {
      throw new FunctionError(
        `The role defined for the function cannot be assumed by Lambda. (role ${roleArn})`,
      );
    }
    this.#policies.forget(arn);
    const before = this.#functions.get(arn);
    if (before !== undefined) {
      // Deployed once more in the same process: an unchanged function keeps its environments, as in Lambda.
      if (isDeepStrictEqual(before.definition, definition)) return created(definition, request);
      await before.pool.close();
    }
    const session = `arn:${request.stack.partition}:sts::${request.stack.accountId}:assumed-role/${roleName}/${name}`;
    const principal: Principal = {
      arn: session,
      decide: (action, resource, context) => this.roles.decide(roleArn, session, action, resource, context),
    };
    const credentials: Credentials = this.#options.accessKeys.issue(principal);
    const pool = new EnvironmentPool(definition, {
      variables: (logStream) =>
        functionVariables(definition, credentials, this.#options.endpointUrl, logStream),
      onLog: (requestId, text, atMs) => this.#log(name, requestId, text, atMs),
      idleLimitMs: this.#options.idleLimitMs ?? 600_000,
    });
    this.#functions.set(arn, { definition, principal, pool, faults: new FaultQueue() });
    return created(definition, request);
  }

  /** By ARN (qualified or not), partial ARN, name or logical id. */
  #find(functionName: string): LocalFunction | undefined {
    const name = /^(?:arn:[a-z-]+:lambda:[a-z0-9-]+:)?(?:\d{12}:)?function:([^:]+)/.exec(functionName)?.[1];
    const byArn = this.#functions.get(functionName);
    if (byArn !== undefined) return byArn;
    return [...this.#functions.values()].find(({ definition }) =>
      name === undefined
        ? definition.name === functionName || definition.logicalId === functionName
        : definition.name === name &&
          (!functionName.startsWith('arn:') || functionName.startsWith(`${definition.arn}:`)),
    );
  }

  #known(functionName: string): LocalFunction {
    const found = this.#find(functionName);
    if (found !== undefined) return found;
    const names = this.definitions().map(({ name }) => name);
    throw new FunctionError(
      `there is no function '${functionName}'; there are ${names.join(', ') || 'none'}`,
    );
  }

  #log(functionName: string, requestId: string, text: string, atMs = Date.now()): void {
    const contactId = this.#contacts.get(requestId);
    const line = { functionName, requestId, atMs, text, ...(contactId === undefined ? {} : { contactId }) };
    for (const listener of this.#listeners) listener(line);
  }
}

function created({ name, arn }: FunctionDefinition, request: ResourceRequest): CreatedResource {
  return { physicalId: name, attributes: { Arn: arn, RevisionId: physicalUuid(request) } };
}

function unacceptable(payload: string): InvocationOutcome | undefined {
  if (Buffer.byteLength(payload) > maxRequestBytes) {
    return {
      kind: 'service-error',
      message: `Request must be smaller than ${maxRequestBytes} bytes for the InvokeFunction operation`,
    };
  }
  try {
    JSON.parse(payload);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'service-error', message: `Could not parse request body into json: ${reason}` };
  }
}
