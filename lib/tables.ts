/** Every table of the centre; a new one is one line here. */
import { definition as appointments } from '../lambdas/tables/appointments.ts';
import { definition as audit } from '../lambdas/tables/audit.ts';
import { definition as cases } from '../lambdas/tables/cases.ts';
import { definition as contacts } from '../lambdas/tables/contacts.ts';
import { definition as customers } from '../lambdas/tables/customers.ts';
import type { TableDefinition } from '../lambdas/tables/definition.ts';
import { definition as desk } from '../lambdas/tables/desk.ts';
import { definition as feedback } from '../lambdas/tables/feedback.ts';
import { definition as messages } from '../lambdas/tables/messages.ts';
import { definition as orders } from '../lambdas/tables/orders.ts';
import { definition as troubles } from '../lambdas/tables/troubles.ts';

export const tables: readonly TableDefinition[] = [
  customers,
  orders,
  cases,
  contacts,
  messages,
  desk,
  feedback,
  audit,
  appointments,
  troubles,
];
