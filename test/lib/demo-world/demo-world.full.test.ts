import { describe, expect, test } from '@jest/globals';
import { isAhead, readAppointment } from '../../../lambdas/tables/appointment-items.ts';
import { readCaseFile } from '../../../lambdas/tables/case-changes.ts';
import { messagesIn } from '../../../lambdas/tables/messages.ts';
import { findLatestOrder, readOrder } from '../../../lambdas/tables/orders.ts';
import { owedCall } from '../../../lambdas/tables/owed-calls.ts';
import { demoProducts } from '../../../lib/demo-world/orders.ts';
import { seedDemoWorld } from '../../../lib/demo-world/seed.ts';
import { appointmentCustomers, callbackCallers } from '../../../lib/demo-world/shop-bookings.ts';
import { shopCases } from '../../../lib/demo-world/shop-cases.ts';
import { shopOrders } from '../../../lib/demo-world/shop-orders.ts';
import { shopProducts } from '../../../lib/demo-world/shop-products.ts';
import { serveOurTables } from '../../lambdas/tables/served-tables.ts';

const { signal } = new AbortController();
const seededAt = new Date('2026-11-22T06:00:00Z');

describe('the whole shop', () => {
  const products = [...demoProducts, ...shopProducts(seededAt)];
  const orders = shopOrders(shopProducts(seededAt), seededAt);
  test('is filled in, and again, and every order can be read', async () => {
    const open = await serveOurTables();
    const { customers, orders: table, cases, messages, appointments } = open.tables;
    const tables = {
      customers: customers.name,
      orders: table.name,
      cases: cases.name,
      messages: messages.name,
      appointments: appointments.name,
    };
    const seed = () =>
      seedDemoWorld({ tables, client: open.served.client, now: () => seededAt, pinCost: 4, wholeShop: true });
    const seeded = await seed();
    expect(await seed()).toEqual(seeded);
    expect(seeded).toMatchObject({ customers: 200, products: products.length });
    const [first] = orders;
    for (const { orderNumber, status } of [...orders.slice(0, 40), ...orders.slice(-5)])
      expect(await readOrder(table, orderNumber, signal)).toMatchObject({ status });
    expect((await findLatestOrder(table, first?.customerId ?? '', signal))?.customerId).toBe(
      first?.customerId,
    );
    for (const { beginning, steps } of shopCases(seededAt)) {
      const file = await readCaseFile(cases, beginning.caseNumber, signal);
      expect(file?.notes).toHaveLength(steps.length);
      expect(file?.case).toMatchObject({ customerId: beginning.customerId, version: steps.length + 1 });
    }
    const [earliest, last] = [appointmentCustomers[0] ?? '', appointmentCustomers.at(-1) ?? ''];
    const nowMs = seededAt.getTime();
    expect(isAhead(await readAppointment(appointments, earliest, signal), nowMs)).toBe(true);
    expect(await readAppointment(appointments, last, signal)).toMatchObject({ state: 'cancelled' });
    for (const { phoneNumber } of callbackCallers)
      expect(await owedCall(open.tables, phoneNumber, nowMs, signal)).toMatchObject({ isSoon: false });
    // Nothing is to be sent to anybody as the world begins; the tasks of calls wait for their day.
    expect(await messagesIn(messages, 'due', { untilMs: nowMs + 3_600_000, limit: 10 }, signal)).toEqual([]);
    expect(await messagesIn(messages, 'sent', { untilMs: nowMs, limit: 100 }, signal)).not.toEqual([]);
    await open.served.close();
  });
});
