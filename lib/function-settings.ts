/** What functions are told of the configuration: the values of their environment variables, before they are written as JSON. */

import type { Language } from '../contact-flows/languages.ts';
import { withClockChanges } from '../lambdas/open-case/contract.ts';
import type { Configuration } from './config.ts';

/** @param unvoiced the languages that are played as recordings */
export const functionSettings = (configuration: Configuration, unvoiced: readonly Language[] = []) => ({
  OPENING_HOURS: withClockChanges(configuration.openingHours),
  ESCALATION_HOURS: withClockChanges(configuration.escalationHours),
  SALES_TAX: configuration.salesTax,
  RETURNS: configuration.returns,
  APPOINTMENTS: withClockChanges(configuration.appointments),
  COUNTRY: configuration.phoneNumber.country,
  TEXT_MESSAGES: configuration.messages.sms,
  CONTACTS_KEPT_DAYS: configuration.retentionDays.contacts,
  TROUBLES: configuration.troubles,
  UNVOICED: unvoiced,
});
