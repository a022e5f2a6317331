/** Fields that orders and products have alike. */

import * as z from 'zod/mini';
import { SKU_PATTERN } from '../domain/basket.ts';
import { CALENDAR_DAY } from '../domain/local-time.ts';
import { UNIT_PRICE_MINOR_MAX } from '../domain/money.ts';

export const calendarDay = z.string().check(z.regex(CALENDAR_DAY, 'must be a day such as 2026-11-24'));
export const wholeNumber = z.int().check(z.nonnegative());
export const price = wholeNumber.check(z.maximum(UNIT_PRICE_MINOR_MAX));
export const sku = z.string().check(z.regex(SKU_PATTERN, 'must be capital letters, digits and hyphens'));

/** ISO 4217; prices are in its minor unit (cents). */
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
