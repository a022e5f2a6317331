/** `callwright seed`: the demo world, into local or deployed tables. */
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { seedDemoWorld } from '../demo-world/seed.ts';
import type { Seeded } from '../demo-world/shop.ts';
import { type Target, worldOf } from './target.ts';

/** Writes the demo world; what a demo changed is put back. */
export async function seed(target: Target): Promise<Seeded> {
  const world = worldOf(target);
  try {
    return await seedDemoWorld({ ...world, wholeShop: true });
  } finally {
    world.client.destroy();
  }
}

/**
 * Writes the demo world into tables that have no customer, and leaves others alone.
 * @param nowMs from when its days are counted, ms since 1970
 */
export async function seedWhenEmpty(
  target: Target,
  { nowMs, wholeShop }: { readonly nowMs: number; readonly wholeShop: boolean },
): Promise<void> {
  const world = { ...worldOf(target), now: () => new Date(nowMs) };
  try {
    const { Count: count } = await world.client.send(
      new ScanCommand({ TableName: world.tables.customers, Limit: 1 }),
    );
    if (count === 0) await seedDemoWorld({ ...world, wholeShop });
  } finally {
    world.client.destroy();
  }
}
