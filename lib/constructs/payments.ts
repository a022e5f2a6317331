/** Taking payments: the keys that cards are encrypted with, and what functions and flows have to know of them. */
import { Construct } from 'constructs';
import type { PaymentTerms } from '../../lambdas/take-payment/contract.ts';
import type { PaymentConfiguration } from '../payments.ts';
import { PaymentKeys } from './payment-keys.ts';

export interface PaymentsProps {
  readonly instanceArn: string;
  /** Absent where no payments are taken: then there is nothing. */
  readonly payments: PaymentConfiguration | undefined;
}

export class Payments extends Construct {
  /** What the functions of payments get; undefined without any. */
  readonly terms: PaymentTerms | undefined;
  /** The right to read this goes to who asks for it. */
  readonly secret: { readonly secretArn?: string };
  /** Reference → value, for flows. */
  readonly references: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, { instanceArn, payments }: PaymentsProps) {
    super(scope, id);
    const keys = payments && new PaymentKeys(this, 'Keys', { instanceArn, payments });
    this.terms = keys?.terms;
    this.secret = keys === undefined ? {} : { secretArn: keys.secretArn };
    this.references = keys?.references ?? new Map();
  }
}
