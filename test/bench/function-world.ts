/** The world in which functions are measured: environment, flow events and the database's answers. */

import { withClockChanges } from '../../lambdas/domain/clock-changes.ts';
import { WEEKDAYS } from '../../lambdas/domain/opening-hours.ts';

const CONTACT_ID = '11111111-2222-4333-8444-555555555555';

export const functionEnvironment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_CUSTOMERS: 'customers',
  TABLE_CASES: 'cases',
  TABLE_MESSAGES: 'messages',
  TABLE_ORDERS: 'orders',
  SALES_TAX: JSON.stringify({ basisPoints: 825 }),
  OPENING_HOURS: JSON.stringify(
    withClockChanges({
      timeZone: 'America/New_York',
      // Every day: a promise must not take longer to make at a weekend.
      days: WEEKDAYS.map((day) => ({ day, start: '08:00', end: '18:00' })),
      holidays: [],
    }),
  ),
};

const PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lookup-order': { customerId: 'c-1', orderNumber: '1002' },
  'open-case': { customerId: 'c-1', reason: 'out-of-hours', verified: 'false' },
};

/** The event that Connect sends to a function. */
export function flowEvent(functionName: string): object {
  const ContactData = {
    ContactId: CONTACT_ID,
    CustomerEndpoint: { Address: '+12025550101', Type: 'TELEPHONE_NUMBER' },
  };
  return {
    Name: 'ContactFlowEvent',
    Details: { ContactData, Parameters: PARAMETERS[functionName] ?? {} },
  };
}

/** What `lookup-order` asks for of one. */
const ORDER = {
  orderNumber: { S: '1002' },
  customerId: { S: 'c-1' },
  placedAt: { S: '2026-11-20T15:00:00.000Z' },
  status: { S: 'shipped' },
  currency: { S: 'USD' },
  lines: {
    L: [{ M: { sku: { S: 'LAMP-01' }, quantity: { N: '2' }, unitPriceMinor: { N: '4900' } } }],
  },
  taxMinor: { N: '809' },
  paidMinor: { N: '10609' },
};

const ANSWERS: Readonly<Record<string, object>> = {
  customers: {
    Responses: { customers: [{ sk: { S: 'PHONE' }, customerId: { S: 'c-1' } }] },
    UnprocessedKeys: {},
  },
  orders: { Item: ORDER },
};

/** A request of one table, of several items of one, or a transaction. */
export interface DatabaseRequest {
  readonly TableName?: string;
  readonly TransactItems?: readonly unknown[];
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

export function databaseAnswer({ TableName, TransactItems, RequestItems = {} }: DatabaseRequest): object {
  // That it was written is all that the answer to a transaction says.
  if (TransactItems !== undefined) return {};
  const [table = ''] = TableName === undefined ? Object.keys(RequestItems) : [TableName];
  const answer = ANSWERS[table];
  if (answer === undefined) throw new Error(`the measuring database has no table ${table}`);
  return answer;
}
