/** The invented customers of Larkfield Supplies, with fictional telephone numbers and the PINs that verify them. */

import type { GivenCustomer } from '../../lambdas/tables/customers.ts';
import { inventedAddress } from './addresses.ts';

export interface DemoCustomer extends GivenCustomer {
  readonly pin: string;
  /** What a person may try with them. */
  readonly shows: string;
}

export const demoCustomers: readonly DemoCustomer[] = [
  {
    customerId: 'c-1001',
    name: 'Imani Whitlock',
    phoneNumbers: ['+12025550111', '+12025550112'],
    addresses: [
      inventedAddress('home', 'US', 210),
      { ...inventedAddress('office', 'US', 211), recipient: 'Whitlock Surveyors' },
    ],
    preferences: {
      language: 'en',
      shipping: { addressId: 'office', instructions: 'Ring at the gate, please' },
      billing: { addressId: 'home', documentsBy: 'email' },
    },
    pin: '4711',
    shows: 'two telephone numbers, orders in several states, parcels to the office and bills home',
  },
  {
    customerId: 'c-1002',
    name: 'Tomas Verbeek',
    phoneNumbers: ['+12025550121'],
    addresses: [inventedAddress('home', 'US', 212)],
    preferences: { language: 'en' },
    pin: '2906',
    shows: 'one order, which is late',
  },
  {
    customerId: 'c-1003',
    name: 'Noor Castellane',
    phoneNumbers: ['+12025550131'],
    preferences: { language: 'en' },
    pin: '860413',
    shows: 'a PIN of six digits, no orders and no address',
  },
  {
    customerId: 'c-1004',
    name: 'Greta Moss',
    phoneNumbers: ['+12025550141'],
    addresses: [inventedAddress('home', 'US', 213), inventedAddress('cabin', 'US', 214)],
    preferences: { language: 'en' },
    pin: '7350',
    shows: 'a latest order that was cancelled, and one delivered before it',
  },
];
