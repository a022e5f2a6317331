/** Finds the order that a caller has begun, or forgets it. */

import { basketDigest } from '../domain/basket.ts';
import { isOpenDraft } from '../domain/order-draft.ts';
import { spokenPieces } from '../domain/order-quote.ts';
import { spokenProduct } from '../domain/product-name.ts';
import { spokenList } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { readIntent } from '../tables/intent-items.ts';
import { dropDraft, readDraft } from '../tables/order-drafts.ts';
import { readProducts } from '../tables/products.ts';
import { recallDraft } from './contract.ts';

const orders = { client: openDatabase(recallDraft), name: tableName('orders') };
const withoutVoice = environmentValue(recallDraft, 'UNVOICED');

export const handler = connectFunction(recallDraft, async ({ parameters, language, now, signal }) => {
  const { customerId, wish } = parameters;
  const draft = await readDraft(orders, customerId, signal);
  if (draft === undefined) return { outcome: 'none' };
  if (wish === 'forget') {
    if (!(await dropDraft(orders, draft, signal)))
      throw new Fault('another order was begun at this very moment; another try may do');
    return { outcome: 'none' };
  }
  const skus = draft.lines.map(({ sku }) => sku);
  const [newest, products] = await Promise.all([
    readIntent(orders, { customerId, digest: basketDigest(draft) }, signal),
    readProducts(orders, skus, signal),
  ]);
  // What we no longer have by any name nobody can go on with.
  const isWhole = products.length === skus.length;
  if (!isWhole || !isOpenDraft(draft, newest, now().getTime())) return { outcome: 'none' };
  const nameOf = new Map(
    products.map((each) => [each.sku, spokenProduct(each, language, withoutVoice).name]),
  );
  const items = draft.lines.map(
    ({ sku, quantity }) => `${nameOf.get(sku) ?? sku}, ${spokenPieces(quantity, language)}`,
  );
  return { outcome: 'found', items: spokenList(items, language) };
});
