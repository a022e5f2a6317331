/** Payments by Stripe, through its own client: what it answers, in the words of the port. */

import Stripe from 'stripe';
import type { DeclineReason } from '../domain/payment.ts';
import {
  type Charge,
  type Charged,
  type Dispute,
  type Known,
  type PaymentProvider,
  ProviderSilent,
  type Refund,
} from '../domain/payment-provider.ts';

export interface StripeTerms {
  /** `sk_…` or, better, a restricted `rk_…`. */
  readonly apiKey: string;
  /** Marks payments as made by telephone (`moto`), which the account must be allowed to do. */
  readonly isTelephoneOrder: boolean;
  /** Longest wait for one request, ms. */
  readonly timeoutMs: number;
  /** Elsewhere than at Stripe, for tests. */
  readonly server?: { readonly host: string; readonly port: number; readonly protocol: 'http' };
}

/** Stripe's codes and decline codes (docs.stripe.com/error-codes, docs.stripe.com/declines/codes). */
const REASONS: Readonly<Record<string, DeclineReason>> = {
  insufficient_funds: 'no-funds',
  incorrect_number: 'card-number',
  invalid_number: 'card-number',
  expired_card: 'card-expired',
  invalid_expiry_month: 'card-expired',
  invalid_expiry_year: 'card-expired',
  incorrect_cvc: 'security-code',
  invalid_cvc: 'security-code',
  authentication_required: 'needs-confirmation',
  payment_intent_authentication_failure: 'needs-confirmation',
};

const reasonOf = (...codes: readonly (string | undefined)[]): DeclineReason => {
  const known = codes.find((code) => code !== undefined && Object.hasOwn(REASONS, code));
  return REASONS[known ?? ''] ?? 'declined';
};

/** What a later request may answer otherwise; 409 is another request with the same key that is still under way. */
const SILENT: ReadonlySet<string> = new Set([
  'StripeConnectionError',
  'StripeAPIError',
  'StripeRateLimitError',
]);
const IN_USE = 409;

export function stripeProvider({
  apiKey,
  isTelephoneOrder,
  timeoutMs,
  server,
}: StripeTerms): PaymentProvider {
  // Whoever calls tries again, with the same key: a request that hangs must not be made twice within one time-out.
  const stripe = new Stripe(apiKey, {
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    httpClient: Stripe.createNodeHttpClient(),
    ...server,
  });
  return {
    async charge({ key, amountMinor, currency, orderNumber, card }: Charge, signal): Promise<Charged> {
      signal.throwIfAborted();
      try {
        const { id: payment_method } = await stripe.paymentMethods.create(
          {
            type: 'card',
            card: {
              number: card.number,
              exp_month: card.expiryMonth,
              exp_year: card.expiryYear,
              cvc: card.securityCode,
            },
          },
          { idempotencyKey: `${key}-card` },
        );
        signal.throwIfAborted();
        const intent = await stripe.paymentIntents.create(
          {
            amount: amountMinor,
            currency: currency.toLowerCase(),
            confirm: true,
            payment_method,
            allowed_payment_method_types: ['card'],
            // Nobody confirms in a browser: a bank that asks for that has said no.
            error_on_requires_action: true,
            description: `Order ${orderNumber}`,
            metadata: { order: orderNumber, attempt: key },
            ...(isTelephoneOrder ? { payment_method_options: { card: { moto: true } } } : {}),
          },
          { idempotencyKey: key },
        );
        return chargedOf(intent);
      } catch (error) {
        if (error instanceof Stripe.errors.StripeCardError)
          return { kind: 'declined', because: reasonOf(error.decline_code, error.code) };
        throw told(error);
      }
    },

    /** The search follows within a minute or so (docs.stripe.com/search): ask about nothing younger. */
    async find(key, signal): Promise<Known> {
      signal.throwIfAborted();
      try {
        const { data } = await stripe.paymentIntents.search({ query: `metadata['attempt']:'${key}'` });
        const [intent] = data;
        return intent === undefined ? { kind: 'unknown' } : chargedOf(intent);
      } catch (error) {
        throw told(error);
      }
    },

    async refund({ key, reference, amountMinor }: Refund, signal): Promise<boolean> {
      signal.throwIfAborted();
      try {
        await stripe.refunds.create(
          { payment_intent: reference, amount: amountMinor },
          { idempotencyKey: key },
        );
        return true;
      } catch (error) {
        const isFinal =
          error instanceof Stripe.errors.StripeError && REFUSED_FOR_GOOD.includes(error.code ?? '');
        if (isFinal) return false;
        throw told(error);
      }
    },

    async disputesSince(sinceMs, signal): Promise<readonly Dispute[]> {
      signal.throwIfAborted();
      try {
        const { data } = await stripe.disputes.list({
          created: { gte: Math.floor(sinceMs / 1000) },
          limit: 100,
          expand: ['data.payment_intent'],
        });
        return data.flatMap(({ payment_intent: intent, amount }) => {
          if (intent === null || typeof intent === 'string') return [];
          const { order } = intent.metadata;
          return order === undefined
            ? []
            : [{ reference: intent.id, orderNumber: order, amountMinor: amount }];
        });
      } catch (error) {
        throw told(error);
      }
    },
  };
}

/** Of a refund: nothing is left of the charge, or its customer took it back at the bank (docs.stripe.com/error-codes). */
const REFUSED_FOR_GOOD: readonly string[] = ['charge_already_refunded', 'charge_disputed'];

function chargedOf({ id, status, last_payment_error: error }: Stripe.PaymentIntent): Charged {
  if (status === 'succeeded') return { kind: 'authorised', reference: id };
  if (status === 'processing') throw new ProviderSilent('Stripe still processes the payment');
  return { kind: 'declined', because: reasonOf(error?.decline_code, error?.code) };
}

/** Never with Stripe's own sentence, which may repeat what was sent. */
function told(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const { type, code, param, requestId, statusCode } = error;
  const what = [type, code, param, requestId].filter((part) => part !== undefined).join(', ');
  if (SILENT.has(type) || statusCode === IN_USE) return new ProviderSilent(`Stripe gave no answer (${what})`);
  return new Error(`Stripe refused the request (${what}); docs/payments.md says what the account needs`);
}
