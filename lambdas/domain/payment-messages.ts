/** What customers are told of their payments: that one was made, that it was not, that money goes or went back. */

import { type Message, newMessage } from './message.ts';

export interface PaymentNews {
  readonly news:
    | 'payment-made'
    | 'payment-not-made'
    | 'payment-returned'
    | 'payment-asked'
    | 'refund-granted'
    | 'refund-made'
    | 'refund-refused';
  readonly customerId: string;
  readonly orderNumber: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** The number to call, where the customer is asked to. */
  readonly numberToCall?: string;
  /** Where a person sees to it: the case, and by when the customer hears from us. */
  readonly promise?: { readonly caseNumber: string; readonly atMs: number };
}

/** @param key names what happened: written twice, it is one message */
export const paymentMessage = (
  key: string,
  { news, customerId, orderNumber, amountMinor, currency, numberToCall, promise }: PaymentNews,
  nowMs: number,
): Message =>
  newMessage(
    `${news}-${key}`,
    {
      kind: 'customer',
      news,
      customerId,
      fields: {
        orderNumber,
        amountMinor: String(amountMinor),
        currency,
        ...(numberToCall === undefined ? {} : { numberToCall }),
        ...(promise === undefined ? {} : { at: new Date(promise.atMs).toISOString() }),
      },
    },
    nowMs,
    promise?.caseNumber,
  );
