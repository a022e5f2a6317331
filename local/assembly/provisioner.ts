/** What a simulated service must offer so that a template's resources come to life locally. */

/** One resource of the template at the moment of its creation: every intrinsic in it is resolved. */
export interface ResourceRequest {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** `Metadata` of the resource, which the service never sees. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly stack: StackIdentity;
}

/** Where the stack is deployed; locally an invented account. */
export interface StackIdentity {
  readonly stackName: string;
  readonly stackId: string;
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
}

/** What `Ref` and `Fn::GetAtt` give for the resource afterwards. */
export interface CreatedResource {
  readonly physicalId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/**
 * Brings resources of one CloudFormation type to life. Physical ids must be the same at every boot for the same
 * stack name and logical id, so that kept data finds its owner again.
 */
export interface Provisioner {
  readonly type: string;
  create(request: ResourceRequest): CreatedResource | Promise<CreatedResource>;
}

/** A resource of the running local stack. */
export interface DeployedResource extends CreatedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Passive resources have an identity and attributes but no behaviour. */
  readonly passive: boolean;
}

/** The stack after the last resource was created. */
export interface DeployedStack extends StackIdentity {
  readonly resources: ReadonlyMap<string, DeployedResource>;
  readonly outputs: Readonly<Record<string, string>>;
}
