/** What a function asks of the served tables, and a limit of requests after which it is refused all. */

import type { ServedTables } from './tables/served-tables.ts';

export interface RequestBudget {
  /** Actions with the table, and index where there is one, that were asked for since `watch`: `dynamodb:Query orders/by-customer`. */
  readonly asked: ReadonlySet<string>;
  /** Forgets what was asked for. */
  watch(): void;
  /** So many requests are let through from now on. */
  allow(requests: number): void;
  allowAll(): void;
}

export function budgetRequests({ tables, served }: ServedTables): RequestBudget {
  const asked = new Set<string>();
  let left = Number.POSITIVE_INFINITY;
  const tableOf = (resource: string) =>
    Object.entries(tables).find(([, { name }]) => resource.includes(`/${name}`))?.[0];
  served.permit((action, resource) => {
    const [, index] = resource.split('/index/');
    asked.add(`${action} ${tableOf(resource)}${index === undefined ? '' : `/${index}`}`);
    left -= 1;
    return left < 0 ? { allowed: false, message: 'no request is left' } : { allowed: true };
  });
  return {
    asked,
    watch: () => asked.clear(),
    allow: (requests) => {
      left = requests;
    },
    allowAll: () => {
      left = Number.POSITIVE_INFINITY;
    },
  };
}
