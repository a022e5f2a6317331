/** `callwright set-pin`: one customer's new PIN, in local or deployed tables. */
import { setPin as setPinIn } from '../demo-world/seed.ts';
import { type Target, worldOf } from './target.ts';

/** @throws one sentence for a PIN that the policy does not allow and for a customer who does not exist */
export async function setPin(target: Target, customerId: string, pin: string): Promise<void> {
  const world = worldOf(target);
  try {
    await setPinIn(world, customerId, pin);
  } finally {
    world.client.destroy();
  }
}
