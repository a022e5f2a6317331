/** Who of the shop's customers has an appointment, and whom we owe a call. */

import type { Configuration } from '../config.ts';
import { shopCustomers } from './shop-customers.ts';

export const SHOP_APPOINTMENTS = 14;
export const SHOP_CALLBACKS = 4;

/** As cdk.json has them in the beginning: whoever changes them there books by those. */
export const SHOP_TERMS: Configuration['appointments'] & { readonly holidays: [] } = {
  timeZone: 'America/New_York',
  days: (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const).map((day) => ({
    day,
    start: '10:00',
    end: '16:00',
  })),
  holidays: [],
  minutes: 30,
  places: 2,
  noticeMinutes: 60,
  daysAhead: 14,
};

/** Promises of the shop are those of a centre that is always open. */
export const SHOP_HOURS: Pick<Configuration, 'openingHours'>['openingHours'] & { readonly holidays: [] } = {
  timeZone: 'America/New_York',
  days: (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const).map(
    (day) => ({
      day,
      start: '00:00',
      end: '24:00',
    }),
  ),
  holidays: [],
};

export const appointmentCustomers: readonly string[] = shopCustomers
  .filter((_, index) => index % 13 === 5)
  .slice(0, SHOP_APPOINTMENTS)
  .map(({ customerId }) => customerId);

export const callbackCallers = shopCustomers
  .filter((_, index) => index % 47 === 9)
  .slice(0, SHOP_CALLBACKS)
  .flatMap(({ customerId, phoneNumbers: [phoneNumber] }, index) =>
    phoneNumber === undefined
      ? []
      : [
          {
            customerId,
            phoneNumber,
            contactId: `5eed0000-0000-4000-8001-${String(index + 1).padStart(12, '0')}`,
          },
        ],
  );
