/** Does the same for many things, a few of them side by side. */

const SIDE_BY_SIDE = 20;

export async function inTurn<Item>(
  all: readonly Item[],
  write: (item: Item) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < all.length; from += SIDE_BY_SIDE) {
    await Promise.all(all.slice(from, from + SIDE_BY_SIDE).map(write));
  }
}
