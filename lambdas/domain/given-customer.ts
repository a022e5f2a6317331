/** How a flow says whose call it is. */

import * as z from 'zod/mini';

/**
 * A customer as `lookup-customer` gave it to the flow, in 1 to 64 characters. As a pattern, which is judged without the
 * schema in every call (`runtime/text-parameters.ts`), and not as two lengths, which are not.
 */
export const givenCustomer = z.string().check(z.regex(/^[\s\S]{1,64}$/));
