/** The document of an order: what a customer or an accountant reads about it, as data and as text, made from the order as it stands. */

import { addressLine, type OrderAddresses } from './order-addresses.ts';
import { balanceOf, type OrderRecord, orderTotalMinor } from './order-record.ts';
import type { OrderStatus } from './order-status.ts';

export interface OrderDocument extends OrderAddresses {
  /** The order's number and version: another version is another document. */
  readonly documentNumber: string;
  readonly orderNumber: string;
  readonly customerId: string;
  readonly placedAt: string;
  readonly status: OrderStatus;
  /** Whether it was read back to the customer, who confirmed it. */
  readonly isReadBack: boolean;
  readonly currency: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly name: string;
    readonly kind: 'goods' | 'part';
    readonly quantity: number;
    readonly unitPriceMinor: number;
    readonly taxMinor: number;
    readonly lineMinor: number;
  }[];
  readonly subtotalMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly dueMinor: number;
  readonly owedMinor: number;
  /** What was given back of the price. */
  readonly creditedMinor?: number;
  readonly rmaNumber?: string;
  readonly replaces?: string;
  readonly externalReference?: string;
}

/** @param nameOf what a product is called; its SKU where nobody knows it any more */
export function orderDocument(order: OrderRecord, nameOf: (sku: string) => string): OrderDocument {
  const lines = order.lines.map(({ sku, quantity, unitPriceMinor, taxMinor = 0, kind = 'goods' }) => ({
    sku,
    name: nameOf(sku),
    kind,
    quantity,
    unitPriceMinor,
    taxMinor,
    lineMinor: quantity * unitPriceMinor,
  }));
  const { orderNumber, customerId, placedAt, status, currency, rmaNumber, replaces, externalReference } =
    order;
  const { creditedMinor = 0, deliverTo, billTo } = order;
  return {
    documentNumber: `${orderNumber}-${order.version}`,
    orderNumber,
    customerId,
    placedAt,
    status,
    isReadBack: order.isReadBack ?? false,
    currency,
    lines,
    subtotalMinor: lines.reduce((sum, { lineMinor }) => sum + lineMinor, 0),
    taxMinor: order.taxMinor ?? 0,
    totalMinor: orderTotalMinor(order),
    paidMinor: (order.paidMinor ?? 0) - (order.refundedMinor ?? 0),
    ...balanceOf(order),
    ...(creditedMinor === 0 ? {} : { creditedMinor }),
    ...(rmaNumber === undefined ? {} : { rmaNumber }),
    ...(replaces === undefined ? {} : { replaces }),
    ...(externalReference === undefined ? {} : { externalReference }),
    ...(deliverTo === undefined ? {} : { deliverTo }),
    ...(billTo === undefined ? {} : { billTo }),
  };
}

/** The document as plain lines of text, e.g. for a message or a printer. */
export function documentText(document: OrderDocument): string {
  const money = (minor: number) => `${writtenMoney(minor)} ${document.currency}`;
  const { orderNumber, placedAt, status, rmaNumber, replaces, dueMinor, owedMinor } = document;
  const { creditedMinor = 0 } = document;
  const about = [
    `Order ${orderNumber} of ${placedAt.slice(0, 10)}, document ${document.documentNumber}`,
    ...(document.externalReference === undefined ? [] : [`Your reference: ${document.externalReference}`]),
    `Customer ${document.customerId}; status: ${status.replaceAll('-', ' ')}`,
    document.isReadBack
      ? 'Read back to the customer and confirmed.'
      : 'Not read back to the customer by telephone.',
    ...addressLines(document),
  ];
  const lines = document.lines.map(
    ({ quantity, name, sku, kind, unitPriceMinor, lineMinor }) =>
      `${quantity} × ${name} (${sku}${kind === 'part' ? ', spare part' : ''}) at ${money(unitPriceMinor)}: ${money(lineMinor)}`,
  );
  const sums = [
    `Subtotal: ${money(document.subtotalMinor)}`,
    `Tax: ${money(document.taxMinor)}`,
    `Total: ${money(document.totalMinor)}`,
    ...(creditedMinor === 0 ? [] : [`Given back of it: ${money(creditedMinor)}`]),
    `Paid: ${money(document.paidMinor)}`,
    ...(dueMinor === 0 ? [] : [`Still to pay: ${money(dueMinor)}`]),
    ...(owedMinor === 0 ? [] : [`To be paid back: ${money(owedMinor)}`]),
    ...(rmaNumber === undefined ? [] : [`Return number: ${rmaNumber}`]),
    ...(replaces === undefined ? [] : [`Sent in exchange for order ${replaces}`]),
  ];
  return `${[...about, '', ...lines, '', ...sums].join('\n')}\n`;
}

function addressLines({ deliverTo, billTo }: OrderAddresses): readonly string[] {
  return [
    ...(deliverTo === undefined ? [] : [`Goes to: ${addressLine(deliverTo)}`]),
    ...(deliverTo?.instructions === undefined ? [] : [`How to deliver: ${deliverTo.instructions}`]),
    ...(billTo === undefined ? [] : [`Bill to: ${addressLine(billTo)}`]),
    ...(billTo?.documentsBy === undefined ? [] : [`Documents by: ${billTo.documentsBy}`]),
  ];
}

/** `1234.05`; every currency that we take has hundredths. */
export function writtenMoney(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}
