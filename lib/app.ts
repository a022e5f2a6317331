/** The CDK app: the stack of the chosen environment, checked while it is synthesized. */
import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { CURRENTLY_RECOMMENDED_FLAGS } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks } from 'cdk-nag';
import { CallwrightStack } from './callwright-stack.ts';
import type { CentreParts } from './centre-parts.ts';
import { type Configuration, readConfiguration } from './config.ts';
import { localContext, pretendedPaymentsContext } from './local-context.ts';
import { WholeStackRules } from './whole-stack-rules.ts';

/** What the centre is made of, by its configuration; `isLocal` where it is not to be deployed. */
type PartsOf = (configuration: Configuration, isLocal: boolean, isPretended: boolean) => CentreParts;

/**
 * Builds the app; `synth()` on it writes the assembly and throws where a check fails.
 * @param props as for `App`; by default the CDK command line's context and output folder
 * @throws ConfigurationError with one sentence for a mistake in cdk.json, a contract or a flow
 */
export function callwrightApp(parts: CentreParts | PartsOf, props: AppProps = {}): App {
  const app = new App({
    analyticsReporting: false,
    ...props,
    // A new project has no old behaviour to keep; cdk.json can still decide otherwise, flag by flag.
    context: { ...CURRENTLY_RECOMMENDED_FLAGS, ...props.context },
  });
  const configuration = readConfiguration(
    app.node.tryGetContext('callwright'),
    app.node.tryGetContext('environment'),
  );
  const isLocal = app.node.tryGetContext(localContext) === true;
  const isPretended = isLocal || app.node.tryGetContext(pretendedPaymentsContext) === true;
  // What nobody deploys is held to nothing that a deployment is held to: it is the same stack with a pretended bank.
  if (!isPretended) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  // With the switches of the rules that it takes the place of.
  if (props.builtinCloudFormationValidation !== false && process.env['CDK_VALIDATION'] !== 'false')
    Validations.of(app).addPlugins(new WholeStackRules());
  new CallwrightStack(
    app,
    configuration,
    typeof parts === 'function' ? parts(configuration, isLocal, isPretended) : parts,
  );
  return app;
}
