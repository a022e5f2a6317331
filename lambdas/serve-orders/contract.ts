/** Orders, as the desktop sees and changes them. */

import * as z from 'zod/mini';
import { customerId } from '../domain/customer.ts';
import {
  begunDraft,
  draftEnd,
  orderChange,
  paymentRequest,
  shownDocument,
  shownDraft,
  shownOrder,
  shownPayment,
} from '../domain/order-requests.ts';
import { productId, shownProduct } from '../domain/product-shown.ts';
import { OFFERS_READ_MAX } from '../domain/promotion.ts';
import { orderNumber } from '../domain/request-ids.ts';
import { returns } from '../domain/returns.ts';
import { salesTax } from '../domain/sales-tax.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

export const serveOrders = defineHttpFunction({
  name: 'serve-orders',
  purpose:
    'Answers the desktop about products, and about orders of the customers whom an agent may see, and changes these.',
  routes: {
    readProduct: {
      method: 'GET',
      path: '/products/{product}',
      purpose:
        'What an agent tells of a product, by its number or SKU: price and offer of today, stock, delivery, warranty.',
      parameters: z.strictObject({ product: productId }),
      query: z.strictObject({}),
      answers: { 200: { when: 'As it is now.', body: shownProduct } },
      problems: [404],
    },
    listOffers: {
      method: 'GET',
      path: '/offers',
      purpose: 'What is on offer today, whether it is in stock or not, as callers hear of it.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      answers: {
        200: {
          when: `At most ${OFFERS_READ_MAX}, the one whose offer ends first before others.`,
          body: z.strictObject({ items: z.array(shownProduct) }),
        },
      },
      problems: [],
    },
    listOrders: {
      method: 'GET',
      path: '/customers/{customerId}/orders',
      purpose: 'The orders of a customer, under every id that they have had.',
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
      answers: {
        200: {
          when: 'At most 25, the latest first.',
          body: z.strictObject({ items: z.array(shownOrder) }),
        },
      },
      problems: [403],
    },
    readOrder: {
      method: 'GET',
      path: '/orders/{orderNumber}',
      purpose: 'An order of a customer whom you may see, with its history and what you may do.',
      parameters: z.strictObject({ orderNumber }),
      query: z.strictObject({}),
      answers: { 200: { when: 'As it is now.', body: shownOrder } },
      problems: [403, 404],
    },
    readOrderDocument: {
      method: 'GET',
      path: '/orders/{orderNumber}/document',
      purpose:
        'The document of an order of a customer whom you may see: what was ordered, at which prices, and what is paid.',
      parameters: z.strictObject({ orderNumber }),
      query: z.strictObject({}),
      answers: { 200: { when: 'Of the order as it is now.', body: shownDocument } },
      problems: [403, 404],
    },
    listPayments: {
      method: 'GET',
      path: '/orders/{orderNumber}/payments',
      purpose: 'How an order of a customer whom you may see was paid by card, attempt by attempt.',
      parameters: z.strictObject({ orderNumber }),
      query: z.strictObject({}),
      answers: {
        200: { when: 'At most 20, the first first.', body: z.strictObject({ items: z.array(shownPayment) }) },
      },
      problems: [403, 404],
    },
    askForPayment: {
      method: 'POST',
      path: '/orders/{orderNumber}/payment-requests',
      purpose:
        'Asks the customer by message to call and to pay what is due by card, once for each intent. Nobody here takes a card.',
      parameters: z.strictObject({ orderNumber }),
      query: z.strictObject({}),
      body: paymentRequest,
      answers: {
        200: {
          when: 'The customer is asked, now or by the same request before.',
          body: z.strictObject({ orderNumber: z.string(), amountMinor: z.int(), currency: z.string() }),
        },
      },
      problems: [403, 404, 409, 413, 415, 422],
    },
    readDraft: {
      method: 'GET',
      path: '/customers/{customerId}/draft',
      purpose:
        'The order that a customer has begun and not confirmed, at the prices of now. It reserves nothing.',
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
      answers: { 200: { when: 'The one that was begun last.', body: shownDraft } },
      problems: [403, 404],
    },
    beginDraft: {
      method: 'PUT',
      path: '/customers/{customerId}/draft',
      purpose: 'Begins an order for a customer in the place of what they began before.',
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
      body: begunDraft,
      answers: { 200: { when: 'As it would be ordered now.', body: shownDraft } },
      problems: [403, 413, 415, 422],
    },
    endDraft: {
      method: 'POST',
      path: '/customers/{customerId}/draft/changes',
      purpose:
        'Orders what was begun, once, at the total that was read to the customer; or takes it away. Nothing is ordered at another price.',
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
      body: draftEnd,
      answers: {
        200: {
          when: 'Ordered, now or by the same request before; without a number it was taken away.',
          body: z.strictObject({ orderNumber: z.optional(z.string()) }),
        },
      },
      problems: [403, 404, 409, 413, 415, 422],
    },
    changeOrder: {
      method: 'POST',
      path: '/orders/{orderNumber}/changes',
      purpose: 'Lets something happen to an order, once for each intent, within the limits of your role.',
      parameters: z.strictObject({ orderNumber }),
      query: z.strictObject({}),
      body: orderChange,
      answers: { 200: { when: 'The order as it is now.', body: shownOrder } },
      problems: [403, 404, 409, 413, 415, 422],
    },
  },
  startsInBackground: { function: 'pay-back', attemptTimeoutMs: 500 },
  environment: {
    AGENT_CLAIMS: agentClaims,
    MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)),
    RETURNS: returns,
    NUMBER_TO_CALL: z.string(),
    SALES_TAX: salesTax,
  },
  functionTimeoutSeconds: 25,
  memoryMb: 512,
  /** A draft that is ordered: the customer with four who were merged, who may (by a case, too), the draft, the addresses, its intent and prices, the intent anew, twice the transaction, and where it goes. */
  requestsInSequence: 20,
  attemptTimeoutMs: 600,
  uses: [
    {
      table: 'orders',
      actions: [
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
      ],
    },
    { table: 'orders', index: 'by-customer', actions: ['dynamodb:Query'] },
    {
      table: 'customers',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
    { table: 'desk', actions: ['dynamodb:GetItem'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
