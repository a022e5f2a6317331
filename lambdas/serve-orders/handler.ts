/** Answers the desktop about orders: their customers' door is theirs, too. */

import { dateAt } from '../domain/calendar.ts';
import { refundedOf } from '../domain/card-refund.ts';
import type { OrderWish, Refusal } from '../domain/order-change.ts';
import { documentText, orderDocument } from '../domain/order-document.ts';
import { APPROVAL_LIMITS, eventsFor } from '../domain/order-life.ts';
import { balanceOf, creditableMinor, knownOf, orderTotalMinor } from '../domain/order-record.ts';
import { PARCEL_FIELDS } from '../domain/parcels.ts';
import { type Attempt, type Payment, payableOf } from '../domain/payment.ts';
import { paymentMessage } from '../domain/payment-messages.ts';
import { productAsShown } from '../domain/product-shown.ts';
import { payBackFunction } from '../pay-back/contract.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import type { SignedInAgent } from '../runtime/http-agent.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { logFault } from '../runtime/log.ts';
import { starterIfThere } from '../runtime/start-in-background.ts';
import { admit, audit, type Doors, notLetIn, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { putMessage } from '../tables/message-writes.ts';
import { findOffers } from '../tables/offers.ts';
import { changeOrderOnce, owesToCard, replacementNumberOf } from '../tables/order-changes.ts';
import { latestOrders, type Order, readOrder } from '../tables/orders.ts';
import { readPayment } from '../tables/payments.ts';
import { findProductByNumber, readProduct, readProducts } from '../tables/products.ts';
import { addressesSaid } from './addresses.ts';
import { serveOrders } from './contract.ts';
import { beginDraftFor, type DraftTerms, draftOf, endDraftOf } from './drafts.ts';
import { placedTold, refundTold } from './telling.ts';

const client = openDatabase(serveOrders);
const orders = { client, name: tableName('orders') };
const customers = { client, name: tableName('customers') };
const claims = environmentValue(serveOrders, 'AGENT_CLAIMS');
const messages = { client, name: tableName('messages') };
const numberToCall = environmentValue(serveOrders, 'NUMBER_TO_CALL');
const returnWindowDays = environmentValue(serveOrders, 'RETURNS').windowDays;
const taxBasisPoints = environmentValue(serveOrders, 'SALES_TAX').basisPoints;
const doors: Doors = {
  customers,
  desk: { client, name: tableName('desk') },
  cases: { client, name: tableName('cases') },
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveOrders, 'MINUTES_AFTER_CONTACT'),
};

/** Absent in a centre that takes no payments. */
const startRefund = starterIfThere(serveOrders, payBackFunction);

const LISTED_MAX = 25;

const roleOf = ({ isSupervisor }: SignedInAgent) => (isSupervisor ? 'supervisor' : 'agent');

/** The order whose number a path has, once the agent is let in to its customer. */
async function visited(visit: Visit, orderNumber: string): Promise<Order> {
  const order = await readOrder(orders, orderNumber, visit.signal);
  if (order !== undefined) {
    await admit(doors, visit, order.customerId);
    return order;
  }
  await audit(doors, visit, NOBODY, false, undefined);
  // Who may not see the customer of an order is not told either that there is none.
  if (!visit.agent.isSupervisor) throw notLetIn();
  throw new HttpProblem(404, 'There is no such order: check the number.');
}

function shown(order: Order, agent: SignedInAgent) {
  const { orderNumber, customerId, placedAt, status, version, currency } = order;
  return {
    orderNumber,
    customerId,
    placedAt,
    status,
    version,
    currency,
    totalMinor: orderTotalMinor(order),
    ...balanceOf(order),
    creditableMinor: creditableMinor(order),
    ...knownOf(order, [...PARCEL_FIELDS, 'creditedMinor', 'deliverTo', 'billTo']),
    lines: order.lines.map(({ sku, quantity, unitPriceMinor, taxMinor, kind }) => ({
      sku,
      quantity,
      unitPriceMinor,
      ...(taxMinor === undefined ? {} : { taxMinor }),
      ...(kind === undefined ? {} : { kind }),
    })),
    history: order.history.map(({ intent: _intent, amountMinor, ...change }) => ({
      ...change,
      ...(amountMinor === undefined ? {} : { amountMinor }),
    })),
    mayDo: [...eventsFor(status, roleOf(agent))],
  };
}

/** What is owed to a card goes back at once. Where that cannot be started, `settle-payments` does it minutes later. */
async function paysBack(order: Order, signal: AbortSignal): Promise<void> {
  if (startRefund === undefined || !owesToCard(order)) return;
  try {
    await startRefund({ orderNumber: order.orderNumber }, signal);
  } catch (fault) {
    logFault({ function: serveOrders.name, contactId: undefined, durationMs: 0 }, fault);
  }
}

/** Tried for so long by pay-back and settle-payments before a person pays otherwise what a card would not take. */
const CARD_FIRST_MS = 15 * 60_000;

/** Two ways at once would pay it twice. */
function isOnItsWayToCard(order: Order, nowMs: number): boolean {
  const owedSinceMs = Date.parse(order.history.at(-1)?.at ?? order.placedAt);
  return startRefund !== undefined && owesToCard(order) && nowMs - owedSinceMs < CARD_FIRST_MS;
}

const ON_ITS_WAY_TO_CARD =
  'This goes back to the card by itself: where it is still owed in a quarter of an hour, pay it back otherwise.';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'not-now': 'The order stands so that this cannot happen: mayDo has what can.',
  'not-your-role': 'Your role may not do this: ask a supervisor.',
  'above-limit': 'This is worth more than your role may decide on: ask a supervisor.',
  'window-over': 'The time for returns is over: a supervisor may allow it.',
  'nothing-owed': 'Nothing is owed to the customer.',
  'wrong-amount': 'This is not the amount that is owed or due: read the order again.',
  'more-than-left':
    'Not so much is left of what was paid for this order, or not all of it is paid: creditableMinor is the most.',
  'no-change': 'This changes nothing, or takes everything out: cancel the order instead.',
  'changed-too-often': 'The order has been changed too often: make a new one.',
};

const NOT_PAYABLE = {
  'nothing-due': 'Nothing is left to pay for this order.',
  'enough-tries': 'So many cards were tried for this order that no other one is taken by telephone.',
} as const;

function shownAttempt(attempt: Attempt, payment: Payment) {
  const { number, status, amountMinor, currency, contactId, startedAtMs, changedAtMs } = attempt;
  const { because, caseNumber } = attempt;
  return {
    attempt: number,
    status,
    amountMinor,
    currency,
    refundedMinor: refundedOf(payment, number),
    contactId,
    startedAt: new Date(startedAtMs).toISOString(),
    changedAt: new Date(changedAtMs).toISOString(),
    ...(because === undefined ? {} : { because }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
  };
}

const draftTerms = ({ now, signal }: Pick<Visit, 'now' | 'signal'>): DraftTerms => ({
  orders,
  placing: { customers, messages },
  taxBasisPoints,
  nowMs: now().getTime(),
  signal,
});

const NOT_SENT = 'Only with exchange is something sent: an order that is placed goes where it was said then.';

const MEANWHILE = 'Somebody else has changed this order meanwhile: read it again, and decide again.';

export const handler = httpFunction(serveOrders, claims, {
  readProduct: async ({ path: { product: id }, now, signal }) => {
    const found = (await findProductByNumber(orders, id, signal)) ?? (await readProduct(orders, id, signal));
    if (found === undefined) throw new HttpProblem(404, 'There is no such product: check the number.');
    return answer(200, productAsShown(found, dateAt(now().getTime())));
  },

  listOffers: async ({ now, signal }) => {
    const today = dateAt(now().getTime());
    const onOffer = await findOffers(orders, today, signal);
    return answer(200, { items: onOffer.map((product) => productAsShown(product, today)) });
  },

  listOrders: async ({ path: { customerId }, agent, ...call }) => {
    const ids = await admit(doors, { ...call, agent, operation: 'listOrders' }, customerId);
    const placed = await latestOrders(orders, ids, LISTED_MAX, call.signal);
    return answer(200, { items: placed.map((order) => shown(order, agent)) });
  },

  readOrder: async ({ path: { orderNumber }, agent, ...call }) =>
    answer(200, shown(await visited({ ...call, agent, operation: 'readOrder' }, orderNumber), agent)),

  readOrderDocument: async ({ path: { orderNumber }, agent, ...call }) => {
    const order = await visited({ ...call, agent, operation: 'readOrderDocument' }, orderNumber);
    const skus = [...new Set(order.lines.map(({ sku }) => sku))];
    const products = await readProducts(orders, skus, call.signal);
    const names = new Map(products.map(({ sku, name }) => [sku, name]));
    const { lines, ...document } = orderDocument(order, (sku) => names.get(sku) ?? sku);
    const text = documentText({ lines, ...document });
    return answer(200, { document: { lines: [...lines], ...document }, text });
  },

  listPayments: async ({ path: { orderNumber }, agent, ...call }) => {
    await visited({ ...call, agent, operation: 'listPayments' }, orderNumber);
    const payment = await readPayment(orders, orderNumber, call.signal);
    return answer(200, { items: payment?.attempts.map((each) => shownAttempt(each, payment)) ?? [] });
  },

  askForPayment: async ({ path: { orderNumber }, body: { intent }, agent, ...call }) => {
    const order = await visited({ ...call, agent, operation: 'askForPayment' }, orderNumber);
    if (startRefund === undefined)
      throw new HttpProblem(422, 'Nobody can pay by card here: see docs/payments.md.');
    const payable = payableOf(order, await readPayment(orders, orderNumber, call.signal));
    if (payable.kind === 'under-way')
      throw new HttpProblem(409, 'A payment is under way: wait until it has ended, in ten minutes at most.');
    if (payable.kind !== 'due') throw new HttpProblem(422, NOT_PAYABLE[payable.kind]);
    const { customerId, currency } = order;
    const { amountMinor } = payable;
    const news = { news: 'payment-asked', customerId, orderNumber, amountMinor, currency } as const;
    const key = `${orderNumber}-${agent.agentId}-${intent}`;
    const message = paymentMessage(key, { ...news, numberToCall }, call.now().getTime());
    await putMessage(messages, message, call.signal);
    return answer(200, { orderNumber, amountMinor, currency });
  },

  readDraft: async ({ path: { customerId }, agent, ...call }) => {
    const [id] = await admit(doors, { ...call, agent, operation: 'readDraft' }, customerId);
    return answer(200, await draftOf(id, draftTerms(call)));
  },

  beginDraft: async ({ path: { customerId }, body, agent, ...call }) => {
    const [id] = await admit(doors, { ...call, agent, operation: 'beginDraft' }, customerId);
    return answer(200, await beginDraftFor(id, body, draftTerms(call)));
  },

  endDraft: async ({ path: { customerId }, body, agent, ...call }) => {
    const [id] = await admit(doors, { ...call, agent, operation: 'endDraft' }, customerId);
    const said = body.event === 'confirm' ? body : {};
    const addresses = await addressesSaid(customers, id, said, call.signal);
    const orderNumber = await endDraftOf(id, body, addresses, draftTerms(call));
    return answer(200, orderNumber === undefined ? {} : { orderNumber });
  },

  changeOrder: async ({ path: { orderNumber }, body, agent, ...call }) => {
    const seen = await visited({ ...call, agent, operation: 'changeOrder' }, orderNumber);
    const { event, version, why, intent, quantities, amountMinor } = body;
    const nowMs = call.now().getTime();
    if (event === 'refund' && isOnItsWayToCard(seen, nowMs)) throw new HttpProblem(409, ON_ITS_WAY_TO_CARD);
    const isSent = event === 'exchange';
    if (!isSent && (body.deliverTo ?? body.billTo) !== undefined) throw new HttpProblem(422, NOT_SENT);
    const addresses = await addressesSaid(customers, seen.customerId, body, call.signal);
    const wish: OrderWish = {
      event,
      role: roleOf(agent),
      who: agent.username,
      why,
      intent,
      ...(quantities === undefined ? {} : { quantities }),
      ...(amountMinor === undefined ? {} : { amountMinor }),
      ...(isSent ? { replacementNumber: replacementNumberOf(orderNumber), addresses } : {}),
    };
    const placed =
      event === 'confirm' ? await placedTold({ orders, messages }, seen, nowMs, call.signal) : () => [];
    const changed = await changeOrderOnce(
      { orders, customers },
      { orderNumber, seenVersion: version },
      wish,
      { nowMs, returnWindowDays, limits: APPROVAL_LIMITS },
      call.signal,
      (after) => [...refundTold(messages, after, wish, nowMs), ...placed(after)],
    );
    switch (changed.kind) {
      case 'changed':
        await paysBack(changed.order, call.signal);
        return answer(200, shown(changed.order, agent));
      case 'refused':
        throw new HttpProblem(422, REFUSALS[changed.because]);
      case 'changed-meanwhile':
        throw new HttpProblem(409, MEANWHILE);
      case 'not-in-stock':
        throw new HttpProblem(
          422,
          'The stock has too few pieces, or they cost something else now: read the order again.',
        );
      case 'unknown-order':
        throw new HttpProblem(404, 'There is no such order any more: check the number.');
    }
  },
});
