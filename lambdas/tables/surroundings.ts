/** Where a function is at work that finishes by schedule what was begun about orders. */

import type { OpeningHours } from '../domain/opening-hours.ts';
import type { Table } from './table.ts';

export interface Surroundings {
  readonly orders: Table;
  readonly customers: Table;
  readonly cases: Table;
  readonly messages: Table;
  readonly hours: OpeningHours;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}
