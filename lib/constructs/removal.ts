/** What becomes of data, number and logs when the stack goes, or never comes about. */
import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * Outside of disposable environments they stay, but for a first deployment that fails: what that leaves would have the
 * names that the next try needs (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html).
 */
export const removalOf = (isDisposable: boolean): RemovalPolicy =>
  isDisposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** The same for what is protected from deletion: a roll-back would stop at it, and no other one needs its name. */
export const protectedRemoval = (policy: RemovalPolicy): RemovalPolicy =>
  policy === RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE ? RemovalPolicy.RETAIN : policy;
