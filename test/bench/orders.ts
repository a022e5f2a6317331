/** How many orders a second the real functions place: bundles in workers, their roles checked, tables on the local DynamoDB. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { saveProduct } from '../../lambdas/tables/saved-products.ts';
import { productOf } from '../../lib/demo-world/orders.ts';
import { bootCloud, type Cloud } from '../../local/cloud.ts';
import type { Figures } from './area.ts';

const WARM_UP = 50;
const MEASURED = 400;
/** Lines that place at the same moment. */
const LINES = 8;
/** Orders in the table before the last figure, to see how the rate grows or falls. */
const GROWN_TO = 3_000;
const BASKET = 'USD 404 LAMP-01*1*4900';

/** One after the other, eight at once, and one after the other beside thousands of orders. Needs `npm run synth`. */
export async function benchOrders(): Promise<Figures> {
  const cloud = await bootCloud({
    assemblyFolder: 'cdk.out.pretended',
    clock: { kind: 'virtual', nowMs: Date.parse('2026-11-10T17:00:00Z'), seed: 1 },
  });
  try {
    await stock(cloud);
    const orders = new Orders(cloud);
    await orders.rate(WARM_UP, 1);
    const alone = await orders.rate(MEASURED, 1);
    const together = await orders.rate(MEASURED, LINES);
    await orders.rate(GROWN_TO - orders.placed, LINES);
    const grown = await orders.rate(MEASURED, 1);
    const figure = (value: number) => ({ value, unit: 'orders/s' });
    return {
      'orders.place': figure(alone),
      [`orders.place.${LINES}-lines`]: figure(together),
      [`orders.place.beside-${GROWN_TO}-orders`]: figure(grown),
    };
  } finally {
    await cloud.close();
  }
}

async function stock(cloud: Cloud): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: cloud.endpointUrl,
    region: cloud.stack.region,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  const name = cloud.stack.outputs['OrdersTable'] ?? '';
  const table = { client, name };
  await saveProduct(table, { ...productOf('LAMP-01'), inStock: 1_000_000 });
  client.destroy();
}

class Orders {
  placed = 0;
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Orders a second over so many; confirming them beforehand does not count. Every customer orders once. */
  async rate(count: number, lines: number): Promise<number> {
    const intents: (readonly [customerId: string, intentId: string])[] = [];
    for (let index = 0; index < count; index += 1) {
      this.placed += 1;
      const customerId = `bench-${this.placed}`;
      const confirmed = await this.#invoke('confirm-order', {
        customerId,
        basket: BASKET,
        onceMoreAfter: 'none',
      });
      intents.push([customerId, confirmed['intentId'] ?? '']);
    }
    const began = performance.now();
    await Promise.all(Array.from({ length: lines }, () => this.#placeAll(intents)));
    return (count * 1000) / (performance.now() - began);
  }

  async #placeAll(left: (readonly [customerId: string, intentId: string])[]): Promise<void> {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [customerId, intentId] = next;
      const { outcome } = await this.#invoke('place-order', { customerId, intentId });
      if (outcome !== 'placed') throw new Error(`place-order answered '${outcome}' and not 'placed'`);
    }
  }

  /** As Connect does, three retries included: lines that meet at one product refuse each other's transactions. */
  async #invoke(
    name: string,
    Parameters: Readonly<Record<string, string>>,
    retriesLeft = 3,
  ): Promise<Readonly<Record<string, string>>> {
    const { functions, centre } = this.#cloud;
    const definition = functions.definitions().find((candidate) => candidate.name.endsWith(name));
    if (definition === undefined) throw new Error(`the stack has no function '${name}'`);
    const ContactData = {
      ContactId: `contact-${this.placed}`,
      CustomerEndpoint: { Address: '+12025550101', Type: 'TELEPHONE_NUMBER' },
    };
    const result = await functions.invoke({
      functionArn: definition.arn,
      payload: JSON.stringify({ Name: 'ContactFlowEvent', Details: { ContactData, Parameters } }),
      invoker: {
        service: 'connect.amazonaws.com',
        sourceArn: centre.instance.arn,
        sourceAccount: centre.instance.accountId,
      },
    });
    if (result.kind === 'returned') return JSON.parse(result.payload);
    if (retriesLeft === 0) throw new Error(`${name} ended as ${JSON.stringify(result)}`);
    return await this.#invoke(name, Parameters, retriesLeft - 1);
  }
}
