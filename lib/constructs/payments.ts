/** Taking payments: the keys that cards are encrypted with, and the functions that work on them in the background. */
import { Construct } from 'constructs';
import type { BackgroundContract } from '../../lambdas/runtime/background-contract.ts';
import type { PaymentTerms } from '../../lambdas/take-payment/contract.ts';
import type { PaymentConfiguration } from '../payments.ts';
import { BackgroundFunctions } from './background-functions.ts';
import type { FunctionSurroundings } from './bundled-function.ts';
import { PaymentKeys } from './payment-keys.ts';
import type { Tables } from './tables.ts';

export interface PaymentsProps {
  readonly instanceArn: string;
  /** Absent where no payments are taken: then there is nothing. */
  readonly payments: PaymentConfiguration | undefined;
  readonly contracts: readonly BackgroundContract[];
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
}

export class Payments extends Construct {
  /** What the functions of payments get; undefined without any. */
  readonly terms: PaymentTerms | undefined;
  /** The right to read this goes to who asks for it. */
  readonly secret: { readonly secretArn?: string };
  /** Reference → value, for flows. */
  readonly references: ReadonlyMap<string, string>;
  /** The functions that others start, by name. */
  readonly background: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, props: PaymentsProps) {
    super(scope, id);
    const { instanceArn, payments, ...rest } = props;
    const keys = payments && new PaymentKeys(this, 'Keys', { instanceArn, payments });
    this.terms = keys?.terms;
    this.secret = keys === undefined ? {} : { secretArn: keys.secretArn };
    this.references = keys?.references ?? new Map();
    this.background = new BackgroundFunctions(this, 'Background', {
      ...rest,
      ...this.secret,
      environment: { PAYMENTS: this.terms },
    }).arns;
  }
}
