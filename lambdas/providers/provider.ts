/** The provider that the stack has configured. */

import * as z from 'zod/mini';
import type { PaymentProvider } from '../domain/payment-provider.ts';
import type { PaymentTerms } from '../domain/payment-terms.ts';
import { Fault } from '../runtime/fault.ts';
import { readSecret } from '../runtime/secret.ts';
import type { Table } from '../tables/table.ts';
import { pretendedProvider } from './pretended.ts';
import { stripeProvider } from './stripe.ts';

/** What the secret of payments holds, as JSON. */
const secret = z.object({
  /** Private keys in PEM form that read what callers key; two while one takes over from the other. */
  privateKeys: z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(2)),
  /** Stripe's, where it is the provider. */
  stripeKey: z.optional(z.string()),
});
export type PaymentSecret = z.output<typeof secret>;

/** @throws Fault where the secret is not what docs/payments.md says; nothing of it is in the message */
export async function paymentSecret(
  { secretArn }: PaymentTerms,
  signal: AbortSignal,
): Promise<PaymentSecret> {
  const text = await readSecret(secretArn, signal);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fault('the secret of payments is not JSON; docs/payments.md says what it holds');
  }
  const parsed = z.safeParse(secret, value);
  if (parsed.success) return parsed.data;
  const key = parsed.error.issues[0]?.path.join('.') || 'a key';
  throw new Fault(
    `the secret of payments does not hold ${key} as it should; docs/payments.md says what it holds`,
  );
}

/** Longest wait for one request of a provider, ms. */
export const PROVIDER_TIMEOUT_MS = 20_000;

export function configuredProvider(
  { provider, moto }: PaymentTerms,
  { stripeKey }: PaymentSecret,
  orders: Table,
  now: () => Date,
): PaymentProvider {
  if (provider === 'local') return pretendedProvider(orders, now);
  if (stripeKey === undefined) throw new Fault('the secret of payments has no stripeKey; add it');
  return stripeProvider({ apiKey: stripeKey, isTelephoneOrder: moto, timeoutMs: PROVIDER_TIMEOUT_MS });
}
