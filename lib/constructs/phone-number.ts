/** The number that callers dial. */
import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnPhoneNumber } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';

export interface PhoneNumberProps {
  readonly instanceArn: string;
  readonly phoneNumber: Configuration['phoneNumber'];
  /** A number that is released goes back to the pool for anybody to claim. */
  readonly removalPolicy: RemovalPolicy;
}

export class PhoneNumber extends Construct {
  readonly arn: string;
  /** E.164. */
  readonly number: string;

  constructor(scope: Construct, id: string, props: PhoneNumberProps) {
    super(scope, id);
    const number = new CfnPhoneNumber(this, 'Resource', {
      targetArn: props.instanceArn,
      countryCode: props.phoneNumber.country,
      type: props.phoneNumber.type,
      description: 'Main number of the contact centre',
    });
    number.applyRemovalPolicy(props.removalPolicy);
    this.arn = number.attrPhoneNumberArn;
    this.number = number.attrAddress;
  }
}
