/** Contact flows and modules from their rendered JSON, with ARNs where the references were. */
import { CfnContactFlow, CfnContactFlowModule } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import { ConfigurationError } from '../config-error.ts';
import {
  type FlowSource,
  inOrderOfCreation,
  ownReference,
  referencesOf,
  resolveReferences,
} from '../flow-references.ts';
import type { ContactFunction } from './contact-functions.ts';

export interface FlowsProps {
  readonly instanceArn: string;
  readonly sources: readonly FlowSource[];
  readonly functions: ReadonlyMap<string, ContactFunction>;
  /** Reference → ARN of everything else that flows name, e.g. `queue.orders`. */
  readonly resources: ReadonlyMap<string, string>;
}

/** The same JSON without the white space that a reader needs and Connect's limit of 256,000 characters counts. */
function compact(flow: FlowSource): FlowSource {
  try {
    return { ...flow, content: JSON.stringify(JSON.parse(flow.content)) };
  } catch (error) {
    throw new ConfigurationError(
      `flow "${flow.name}" is not JSON: ${error instanceof Error ? error.message : String(error)}; render the flows again with "npm run render".`,
    );
  }
}

export class Flows extends Construct {
  /** Reference → ARN of everything that flows name, and of the flows themselves. */
  readonly references: ReadonlyMap<string, string>;
  readonly #arns = new Map<string, string>();

  constructor(scope: Construct, id: string, props: FlowsProps) {
    super(scope, id);
    const values = new Map(props.resources);
    this.references = values;
    for (const [name, { arn }] of props.functions) values.set(`function.${name}`, arn);
    for (const flow of inOrderOfCreation(props.sources.map(compact))) {
      const resource = this.add(flow, props.instanceArn, resolveReferences(flow, values));
      for (const used of referencesOf(flow)) {
        if (!used.startsWith('function.')) continue;
        // CloudFormation sees the function's ARN only; a call before these two exist takes the error branch.
        const callable = props.functions.get(used.slice('function.'.length))?.callable ?? [];
        resource.construct.node.addDependency(...callable);
      }
      values.set(ownReference(flow), resource.arn);
      this.#arns.set(flow.name, resource.arn);
    }
  }

  /**
   * The ARN of the flow of that name.
   * @throws ConfigurationError where the catalogue has no such flow
   */
  arnOf(name: string): string {
    const arn = this.#arns.get(name);
    if (arn === undefined) {
      throw new ConfigurationError(
        `the phone number or a function needs the flow "${name}", which contact-flows/catalogue.ts does not list; it lists ${[...this.#arns.keys()].join(', ')}.`,
      );
    }
    return arn;
  }

  private add(flow: FlowSource, instanceArn: string, content: string) {
    const { name, description, type } = flow;
    if (type === 'MODULE') {
      const construct = new CfnContactFlowModule(this, name, { instanceArn, name, description, content });
      return { construct, arn: construct.attrContactFlowModuleArn };
    }
    const construct = new CfnContactFlow(this, name, { instanceArn, name, description, type, content });
    return { construct, arn: construct.attrContactFlowArn };
  }
}
