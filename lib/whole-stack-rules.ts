/** AWS's own rules for templates, on those of the stacks inside the stack as well: by itself CDK shows them the outer one alone. */
import { dirname, join } from 'node:path';
import {
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  NestedStack,
  type PolicyValidationPluginReport,
} from 'aws-cdk-lib';

export class WholeStackRules extends CloudFormationValidatePlugin {
  /** CDK's own says that these may be undefined, which the interface that it implements does not allow. */
  override get version(): string {
    return super.version ?? '0.0.0';
  }

  override get ruleIds(): string[] {
    return super.ruleIds ?? [];
  }

  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const stackTemplates = context.stackTemplates.flatMap((outer) => [
      outer,
      ...context.appConstruct.node
        .findAll()
        .filter((construct) => construct instanceof NestedStack)
        .filter(({ node }) => node.path.startsWith(`${outer.stackConstructPath}/`))
        .map(({ node, templateFile }) => ({
          ...outer,
          stackConstructPath: node.path,
          templatePath: join(dirname(outer.templatePath), templateFile),
        })),
    ]);
    const templatePaths = stackTemplates.map(({ templatePath }) => templatePath);
    return super.validate({ ...context, stackTemplates, templatePaths });
  }
}
