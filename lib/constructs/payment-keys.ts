/** The keys under which callers' cards are encrypted: in the instance, in the flow, and for the one function that reads them. */
import { X509Certificate } from 'node:crypto';
import { RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import { CfnSecurityKey } from 'aws-cdk-lib/aws-connect';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { PaymentTerms } from '../../lambdas/take-payment/contract.ts';
import type { PaymentConfiguration } from '../payments.ts';

export interface PaymentKeysProps {
  readonly instanceArn: string;
  readonly payments: PaymentConfiguration;
}

export class PaymentKeys extends Construct {
  /** What functions get. */
  readonly terms: PaymentTerms;
  readonly secretArn: string;
  /** Reference → value, for flows. */
  readonly references: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, { instanceArn, payments }: PaymentKeysProps) {
    super(scope, id);
    const keyIds = payments.certificates.map((certificate, index) => {
      const { publicKey } = new X509Certificate(certificate);
      const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
      return new CfnSecurityKey(this, `Key${index + 1}`, { instanceId: instanceArn, key }).attrAssociationId;
    });
    const [keyId = ''] = keyIds;
    const [certificate = ''] = payments.certificates;
    this.secretArn = payments.secretArn ?? this.developmentSecret(payments.privateKeys ?? []);
    this.terms = { provider: payments.provider, moto: payments.moto, secretArn: this.secretArn, keyIds };
    this.references = new Map([
      ['security-key.payments', keyId],
      // It stands between the quotes of JSON.
      ['certificate.payments', JSON.stringify(certificate).slice(1, -1)],
    ]);
  }

  /** Of a centre that no customer calls: its key was made when it was synthesized, and opens nothing that anybody owns. */
  private developmentSecret(privateKeys: readonly string[]): string {
    const secret = new Secret(this, 'DevelopmentSecret', {
      description: 'Callwright: what the local centre reads pretended cards with',
      secretStringValue: SecretValue.unsafePlainText(JSON.stringify({ privateKeys })),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Made anew each time that the local centre is synthesized, and never deployed.',
    });
    return secret.secretArn;
  }
}
