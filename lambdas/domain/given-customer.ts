/** How a flow says whose call it is. */

import * as z from 'zod/mini';

/**
 * A customer as `lookup-customer` gave it to the flow, in 1 to 64 characters. One form, because it is checked in every
 * call: two lengths cost a microsecond more.
 */
export const givenCustomer = z.string().check(z.regex(/^[\s\S]{1,64}$/));
