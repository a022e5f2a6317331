/** Makes one customer of two, with all that names them. */

import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { admitUnder, type Doors } from '../tables/admission.ts';
import { caseKey } from '../tables/case-keys.ts';
import { contactRowKey } from '../tables/contact-ends.ts';
import { admitToCustomer, changedMeanwhile, noteOf } from '../tables/customer-admission.ts';
import { idsOfCustomer } from '../tables/customer-ids.ts';
import { mergeInto } from '../tables/customer-merging.ts';
import { orderKey } from '../tables/order-keys.ts';
import { serveCustomerMerging } from './contract.ts';

const client = openDatabase(serveCustomerMerging);
const customers = { client, name: tableName('customers') };
const cases = { client, name: tableName('cases') };
const claims = environmentValue(serveCustomerMerging, 'AGENT_CLAIMS');
const doors: Doors = {
  customers,
  desk: { client, name: tableName('desk') },
  cases,
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCustomerMerging, 'MINUTES_AFTER_CONTACT'),
};
const orders = { client, name: tableName('orders') };
/** Where else a customer is named. */
const elsewhere = {
  orders,
  appointments: { client, name: tableName('appointments') },
  rows: [
    { table: orders, keyNames: Object.keys(orderKey('')) },
    { table: cases, keyNames: Object.keys(caseKey('')) },
    { table: { client, name: tableName('contacts') }, keyNames: Object.keys(contactRowKey('')) },
  ],
};

export const handler = httpFunction(serveCustomerMerging, claims, {
  mergeCustomers: async ({ path, body: { from, why, contactId }, ...call }) => {
    const visit = { ...call, operation: 'mergeCustomers' };
    const [{ customerId: into }, others] = await Promise.all([
      admitToCustomer(doors, visit, path.customerId),
      idsOfCustomer(customers, from, call.signal),
    ]);
    await admitUnder(doors, visit, others);
    const merge = { into, from, note: noteOf(call, why, contactId) };
    const merged = await mergeInto(customers, elsewhere, merge, call.hasTime, call.signal);
    switch (merged.outcome) {
      case 'merged':
      case 'moving':
        return answer(200, merged);
      case 'changed-meanwhile':
        throw changedMeanwhile();
      case 'no-customer':
        throw new HttpProblem(404, `There is no customer ${merged.customerId}: search for them.`);
      case 'refused':
        throw new HttpProblem(422, merged.sentence);
    }
  },
});
