/** Roles and their policies, made from the template. */
import * as z from 'zod';
import { physicalName, physicalUuid } from '../../assembly/physical-name.ts';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { Decision } from '../../endpoint/service.ts';
import type { ConditionContext } from './conditions.ts';
import { decideAccess } from './evaluate.ts';
import { awsManagedPolicy } from './managed-policies.ts';
import { PolicyError, parseIdentityPolicy, type Statement } from './policy-document.ts';

interface Role {
  readonly name: string;
  readonly arn: string;
  readonly trust: unknown;
  /** Inline policies by name, and the ARNs of managed ones. */
  readonly inline: Map<string, readonly Statement[]>;
  readonly managed: Set<string>;
}

const inlinePolicy = z.strictObject({ PolicyName: z.string(), PolicyDocument: z.unknown() });

const roleProperties = z.strictObject({
  RoleName: z.string().optional(),
  AssumeRolePolicyDocument: z.unknown(),
  ManagedPolicyArns: z.array(z.string()).optional(),
  Policies: z.array(inlinePolicy).optional(),
  Path: z.string().optional(),
  Description: z.string().optional(),
  MaxSessionDuration: z.coerce.number().optional(),
  Tags: z.unknown().optional(),
});

const policyProperties = z.strictObject({
  PolicyName: z.string(),
  PolicyDocument: z.unknown(),
  Roles: z.array(z.string()).min(1),
});

const managedPolicyProperties = z.strictObject({
  ManagedPolicyName: z.string().optional(),
  PolicyDocument: z.unknown(),
  Roles: z.array(z.string()).optional(),
  Path: z.string().optional(),
  Description: z.string().optional(),
});

const trustDocument = z.looseObject({
  Statement: z.union([z.array(z.unknown()), z.looseObject({})]).transform((value) => [value].flat()),
});

const trustStatement = z.looseObject({
  Effect: z.literal('Allow'),
  Action: z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat()),
  Principal: z.looseObject({
    Service: z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat()),
  }),
});

/** The roles of the local account. */
export class Roles {
  readonly #roles = new Map<string, Role>();
  readonly #managed = new Map<string, readonly Statement[]>();

  /** Provisioners for `AWS::IAM::Role`, `AWS::IAM::Policy` and `AWS::IAM::ManagedPolicy`. */
  provisioners(): readonly Provisioner[] {
    return [
      { type: 'AWS::IAM::Role', create: (request) => this.#createRole(request) },
      { type: 'AWS::IAM::Policy', create: (request) => this.#createPolicy(request) },
      { type: 'AWS::IAM::ManagedPolicy', create: (request) => this.#createManagedPolicy(request) },
    ];
  }

  /** The name of a role, or undefined where the ARN is none of ours. */
  nameOf(roleArn: string): string | undefined {
    return [...this.#roles.values()].find(({ arn }) => arn === roleArn)?.name;
  }

  /** May this service (e.g. `lambda.amazonaws.com`) take the role? */
  trusts(roleArn: string, service: string): boolean {
    const trust = [...this.#roles.values()].find(({ arn }) => arn === roleArn)?.trust;
    const parsed = trustDocument.safeParse(trust);
    return (
      parsed.success &&
      parsed.data.Statement.some((raw) => {
        const statement = trustStatement.safeParse(raw);
        return (
          statement.success &&
          statement.data.Action.includes('sts:AssumeRole') &&
          statement.data.Principal.Service.includes(service)
        );
      })
    );
  }

  /**
   * Decides one action of whoever has taken the role.
   * @param principal ARN of the session, for the words of a refusal
   */
  decide(
    roleArn: string,
    principal: string,
    action: string,
    resource: string,
    context: ConditionContext = {},
  ): Decision {
    const [, , , , accountId = ''] = roleArn.split(':');
    const facts = {
      'aws:PrincipalArn': roleArn,
      'aws:PrincipalAccount': accountId,
      'aws:PrincipalType': 'AssumedRole',
      'aws:SecureTransport': 'true',
    };
    return decideAccess(this.#statements(roleArn), {
      principal,
      action,
      resource,
      context: { ...facts, ...context },
    });
  }

  #statements(roleArn: string): readonly Statement[] {
    const role = [...this.#roles.values()].find(({ arn }) => arn === roleArn);
    if (role === undefined) return [];
    const managed = [...role.managed].flatMap((arn) => this.#managed.get(arn) ?? []);
    return [...[...role.inline.values()].flat(), ...managed];
  }

  #createRole(request: ResourceRequest) {
    const properties = checked(roleProperties, request);
    const name = properties.RoleName ?? physicalName(request);
    const { partition, accountId } = request.stack;
    const arn = `arn:${partition}:iam::${accountId}:role${properties.Path ?? '/'}${name}`;
    const role: Role = {
      name,
      arn,
      trust: properties.AssumeRolePolicyDocument,
      inline: new Map(),
      managed: new Set(),
    };
    for (const { PolicyName, PolicyDocument } of properties.Policies ?? []) {
      role.inline.set(PolicyName, parseIdentityPolicy(PolicyDocument, `policy '${PolicyName}'`));
    }
    for (const policy of properties.ManagedPolicyArns ?? []) this.#attach(role, policy);
    this.#roles.set(name, role);
    const id = `AROA${physicalUuid(request).replaceAll('-', '').slice(0, 17).toUpperCase()}`;
    return { physicalId: name, attributes: { Arn: arn, RoleId: id } };
  }

  #createPolicy(request: ResourceRequest) {
    const { PolicyName, PolicyDocument, Roles: names } = checked(policyProperties, request);
    const statements = parseIdentityPolicy(PolicyDocument, `policy '${PolicyName}'`);
    for (const name of names) this.#role(name).inline.set(PolicyName, statements);
    return { physicalId: physicalName(request), attributes: { Id: physicalName(request) } };
  }

  #createManagedPolicy(request: ResourceRequest) {
    const properties = checked(managedPolicyProperties, request);
    const name = properties.ManagedPolicyName ?? physicalName(request);
    const { partition, accountId } = request.stack;
    const arn = `arn:${partition}:iam::${accountId}:policy${properties.Path ?? '/'}${name}`;
    this.#managed.set(arn, parseIdentityPolicy(properties.PolicyDocument, `policy '${name}'`));
    for (const role of properties.Roles ?? []) this.#role(role).managed.add(arn);
    return { physicalId: arn, attributes: { PolicyArn: arn, PolicyId: physicalUuid(request) } };
  }

  #attach(role: Role, policyArn: string): void {
    if (!this.#managed.has(policyArn)) {
      const document = awsManagedPolicy(policyArn);
      if (document === undefined) {
        throw new PolicyError(
          `the managed policy ${policyArn} is not simulated; write its statements into the role`,
        );
      }
      this.#managed.set(policyArn, parseIdentityPolicy(document, `policy '${policyArn}'`));
    }
    role.managed.add(policyArn);
  }

  #role(name: string): Role {
    const role = this.#roles.get(name);
    if (role === undefined) throw new PolicyError(`The role with name ${name} cannot be found.`);
    return role;
  }
}

function checked<T>(schema: z.ZodType<T>, request: ResourceRequest): T {
  const parsed = schema.safeParse(request.properties);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new PolicyError(
    `${issue?.path.join('.') || 'Properties'}: ${issue?.message} (not simulated locally, or wrong)`,
  );
}
