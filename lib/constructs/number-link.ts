/** Links number and entry flow, for which CloudFormation has no resource, through our own provider function. */
import { CustomResource, Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { linkPhoneNumber, type PhoneNumberFlow } from '../../lambdas/link-phone-number/contract.ts';
import { BundledFunction, type FunctionSurroundings } from './bundled-function.ts';

export interface NumberLinkProps {
  readonly surroundings: FunctionSurroundings;
  readonly link: PhoneNumberFlow;
}

export class NumberLink extends Construct {
  /** The link itself, to depend on everything that a caller needs. */
  readonly resource: CustomResource;

  constructor(scope: Construct, id: string, props: NumberLinkProps) {
    super(scope, id);
    const { PhoneNumberArn, ContactFlowArn } = props.link;
    const { resource: provider } = new BundledFunction(this, 'Provider', {
      surroundings: props.surroundings,
      name: linkPhoneNumber.name,
      description: linkPhoneNumber.purpose,
      memoryMb: linkPhoneNumber.memoryMb,
      timeoutSeconds: linkPhoneNumber.functionTimeoutSeconds,
      environment: {},
      statements: [
        new PolicyStatement({
          actions: ['connect:AssociatePhoneNumberContactFlow'],
          resources: [PhoneNumberArn, ContactFlowArn],
        }),
        new PolicyStatement({
          actions: ['connect:DisassociatePhoneNumberContactFlow'],
          resources: [PhoneNumberArn],
        }),
      ],
    });
    this.resource = new CustomResource(this, 'Link', {
      resourceType: linkPhoneNumber.resourceType,
      serviceToken: provider.functionArn,
      // Without it CloudFormation waits an hour for a provider that never answers.
      serviceTimeout: Duration.seconds(2 * linkPhoneNumber.functionTimeoutSeconds),
      properties: { ...props.link },
    });
  }
}
