/** Answers the warehouse about parcels, and keeps what it says of them. */

import type { OrderWish } from '../domain/order-change.ts';
import { APPROVAL_LIMITS } from '../domain/order-life.ts';
import { orderNumberOfRma } from '../domain/order-record.ts';
import { parcelAsShown, playsWarehouse } from '../domain/parcels.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { audit, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { changeOrderOnce } from '../tables/order-changes.ts';
import { type Order, readOrder } from '../tables/orders.ts';
import { serveParcels } from './contract.ts';

const client = openDatabase(serveParcels);
const orders = { client, name: tableName('orders') };
const customers = { client, name: tableName('customers') };
const doors = { audit: { client, name: tableName('audit') } };
const claims = environmentValue(serveParcels, 'AGENT_CLAIMS');
const returnWindowDays = environmentValue(serveParcels, 'RETURNS').windowDays;

const noSuchOrder = () => new HttpProblem(404, 'There is no such order: check the number.');
const noSuchReturn = () =>
  new HttpProblem(404, 'No parcel is to come back with this number: check it, or look the order up.');
const MEANWHILE = 'Somebody else has changed this order meanwhile: read it again.';

/** Whoever may not see parcels is not told either whether there is one. */
async function visited(visit: Visit, orderNumber: string | undefined): Promise<Order | undefined> {
  const { agent, signal } = visit;
  if (!playsWarehouse(agent)) {
    await audit(doors, visit, NOBODY, false, undefined);
    throw new HttpProblem(403, 'Parcels are for the department shipping, and for supervisors.');
  }
  const order = orderNumber === undefined ? undefined : await readOrder(orders, orderNumber, signal);
  const via = agent.isSupervisor ? 'supervisor' : 'department';
  await audit(doors, visit, order?.customerId ?? NOBODY, true, { via });
  return order;
}

export const handler = httpFunction(serveParcels, claims, {
  readParcel: async ({ path: { orderNumber }, ...call }) => {
    const order = await visited({ ...call, operation: 'readParcel' }, orderNumber);
    if (order === undefined) throw noSuchOrder();
    return answer(200, parcelAsShown(order));
  },

  readReturn: async ({ path: { rmaNumber }, ...call }) => {
    const order = await visited({ ...call, operation: 'readReturn' }, orderNumberOfRma(rmaNumber));
    if (order?.rmaNumber !== rmaNumber) throw noSuchReturn();
    return answer(200, parcelAsShown(order));
  },

  changeParcel: async ({ path: { orderNumber }, body, ...call }) => {
    const { event, version, intent, why } = body;
    const { agent, now, signal } = call;
    const seen = await visited({ ...call, operation: 'changeParcel' }, orderNumber);
    if (seen === undefined) throw noSuchOrder();
    const wish: OrderWish = {
      event,
      role: 'warehouse',
      who: agent.username,
      why: why ?? 'said by the warehouse',
      intent,
      ...(body.event === 'receive-return' ? { condition: body.condition } : {}),
    };
    const changed = await changeOrderOnce(
      { orders, customers },
      { orderNumber, seenVersion: version },
      wish,
      { nowMs: now().getTime(), returnWindowDays, limits: APPROVAL_LIMITS },
      signal,
    );
    switch (changed.kind) {
      case 'changed':
        return answer(200, parcelAsShown(changed.order));
      case 'refused':
        throw new HttpProblem(
          422,
          changed.because === 'changed-too-often'
            ? 'The order has been changed too often: ask a supervisor to make a new one.'
            : 'The order stands so that this cannot happen: mayDo has what can.',
        );
      case 'changed-meanwhile':
        throw new HttpProblem(409, MEANWHILE);
      case 'not-in-stock':
      case 'unknown-order':
        throw noSuchOrder();
    }
  },
});
