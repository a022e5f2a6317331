/** Who may invoke a function: the `AWS::Lambda::Permission` resources of the template. */
import * as z from 'zod';
import { physicalName } from '../assembly/physical-name.ts';
import type { ResourceRequest } from '../assembly/provisioner.ts';
import type { Decision } from '../endpoint/service.ts';
import { FunctionError } from './function-definition.ts';
import { matchesArn } from './iam/wildcard.ts';
import type { Invoker } from './invocation.ts';

const permissionProperties = z.strictObject({
  FunctionName: z.string(),
  Action: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

type Permission = Omit<z.infer<typeof permissionProperties>, 'FunctionName'>;

/** The resource policies of the functions. */
export class ResourcePolicies {
  readonly #permissions = new Map<string, Permission[]>();

  /**
   * Adds one permission.
   * @param arnOf the ARN of a function by its name, ARN or partial ARN
   * @throws FunctionError where the function does not exist, or a property is not simulated
   */
  add(request: ResourceRequest, arnOf: (functionName: string) => string | undefined) {
    const parsed = permissionProperties.safeParse(request.properties);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new FunctionError(
        `${issue?.path.join('.') || 'Properties'}: ${issue?.message} (wrong, or not simulated locally)`,
      );
    }
    const { FunctionName: name, ...permission } = parsed.data;
    const arn = arnOf(name);
    if (arn === undefined) throw new FunctionError(`Function not found: ${name}`);
    this.#permissions.set(arn, [...(this.#permissions.get(arn) ?? []), permission]);
    const id = physicalName(request);
    return { physicalId: id, attributes: { Id: id } };
  }

  /** Takes back the permissions of a function that is deployed anew. */
  forget(functionArn: string): void {
    this.#permissions.delete(functionArn);
  }

  /** May this service invoke the function on behalf of that source? */
  decide(functionArn: string, invoker: Invoker): Decision {
    const allowed = (this.#permissions.get(functionArn) ?? []).some((permission) =>
      allows(permission, invoker),
    );
    if (allowed) return { allowed: true };
    return {
      allowed: false,
      message:
        `User: ${invoker.service} is not authorized to perform: lambda:InvokeFunction on resource: ${functionArn} ` +
        'because no resource-based policy allows the lambda:InvokeFunction action',
    };
  }
}

/** Lambda turns SourceArn into an `ArnLike` and SourceAccount into a `StringEquals` condition. */
function allows(permission: Permission, invoker: Invoker): boolean {
  const { Action: action, Principal: principal, SourceArn: arn, SourceAccount: account } = permission;
  return (
    (action === 'lambda:InvokeFunction' || action === 'lambda:*' || action === '*') &&
    (principal === invoker.service || principal === '*') &&
    (arn === undefined || (invoker.sourceArn !== undefined && matchesArn(arn, invoker.sourceArn))) &&
    (account === undefined || account === invoker.sourceAccount)
  );
}
