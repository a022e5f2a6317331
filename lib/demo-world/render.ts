/** Writes the page about the demo world from its data, so that the page is never wrong. */

import { addressesOf, taxed } from '../../lambdas/tables/lived-orders.ts';
import { demoCustomers } from './customers.ts';
import { type DemoOrder, demoOrders, demoProducts, productOf, TAX_BASIS_POINTS } from './orders.ts';
import { SHOP_APPOINTMENTS, SHOP_CALLBACKS } from './shop-bookings.ts';
import { SHOP_CASES } from './shop-cases.ts';
import { shopCustomers } from './shop-customers.ts';
import { shopProducts } from './shop-products.ts';

/** As on any day: only the days of offers depend on it, and they are not on the page. */
const REST = shopProducts(new Date(0));

/** What `lambdas/providers/pretended.ts` knows; the numbers are those of Stripe's tests but for the last two. */
const CARDS: readonly (readonly [card: string, what: string])[] = [
  ['4242 4242 4242 4242', 'is charged'],
  ['4000 0000 0000 0002', 'is declined'],
  ['4000 0000 0000 9995', 'has too little on it'],
  ['4000 0000 0000 0069', 'has expired'],
  ['4000 0000 0000 0127', 'has another security code'],
  ['4000 0027 6000 3184', 'has to be confirmed online, which cannot be done by phone'],
  ['4000 0000 0000 0259', 'is charged, and disputed within the hour'],
  ['4000 0000 0000 7007', 'is charged, but the answer comes a minute later: a case, then a message'],
  [
    '4000 0000 0000 7015',
    'is never answered: a case, and after ten minutes a message that nothing was charged',
  ],
];

export const demoWorldFile = 'docs/demo-world.md';

/** The text of docs/demo-world.md. */
export function renderDemoWorld(): string {
  return [
    '# The demo world',
    '',
    'Everybody here is invented, and the telephone numbers are fictional ones. `npm run -s callwright -- seed` fills',
    'this world into the local centre or a deployed stack; doing it again puts everything back. Orders that were placed',
    'by phone since then stay.',
    '',
    '## Customers',
    '',
    ...markdownTable(
      ['Calls from', 'PIN', 'Customer', 'Id', 'Shows'],
      demoCustomers.map(({ phoneNumbers, pin, name, customerId, shows }) => [
        phoneNumbers.map((number) => `\`${number}\``).join(', '),
        `\`${pin}\``,
        name,
        `\`${customerId}\``,
        shows,
      ]),
    ),
    '',
    'Any other number belongs to nobody: the caller hears the same words, and no PIN is right. In a centre of several',
    'languages, as `npm start` runs it, the first call of a number offers the languages, whoever it belongs to; those',
    'above have chosen theirs. Five wrong PINs lock',
    'an account until midnight UTC; `seed` and `set-pin` unlock it. Whoever withholds the number is nobody, too:',
    '`dial --from anonymous`, and *Withhold my number* on the telephone page.',
    '',
    '## Orders',
    '',
    'Days are counted from the day of the seeding.',
    '',
    ...markdownTable(
      ['Order', 'Customer', 'Status', 'Placed', 'Arrival', 'Products', 'Total'],
      demoOrders.map((order) => [
        `\`${order.orderNumber}\``,
        `\`${order.customerId}\``,
        order.status,
        dayFrom(-order.placedDaysAgo),
        arrival(order),
        products(order),
        price(total(order)),
      ]),
    ),
    '',
    'Where they go follows from what their customers prefer, and is in the orders as it was when they were placed.',
    'Towns and postcodes are invented, too.',
    '',
    ...markdownTable(
      ['Customer', 'Parcels go to', 'Bills go to'],
      demoCustomers.map((customer) => {
        const { deliverTo, billTo } = addressesOf(customer);
        return [
          `\`${customer.customerId}\``,
          ...[deliverTo, billTo].map((to) =>
            to === undefined ? 'no address' : [to.recipient, ...to.lines, to.city].join(', '),
          ),
        ];
      }),
    ),
    '',
    '## A case that cannot wait',
    '',
    'Call as Imani, press 3 and 1: a case about a delivery. Call again, press 3 and 5, enter the PIN, and press 1 when',
    'you have heard how the case stands: it is raised to level one, you wait before all other callers in the queue',
    '`escalations`, and half a minute later its task rings at a free agent. Until the time that you were promised has',
    'passed, it stays at that level however often you call. In `prod` the team has hours of its own',
    '(`escalationHours` in `cdk.json`).',
    '',
    '## Cards',
    '',
    'Hear an order that is not paid, press 5 and then 1. The local centre has a pretended bank, which takes these cards',
    'with any expiry date to come and any security code of three digits, and no other card',
    '([payments.md](payments.md)).',
    '',
    ...markdownTable(
      ['Card', 'What comes of it'],
      CARDS.map(([card, what]) => [`\`${card}\``, what]),
    ),
    '',
    '## Products',
    '',
    'Keyed by their number. Prices are without tax; the rate is `salesTax` in `cdk.json`.',
    '',
    ...markdownTable(
      ['Number', 'SKU', 'Product', 'Price', 'In stock', 'In Greek', 'In Hungarian', 'In Romanian'],
      demoProducts.map(({ productNumber, sku, name, names, unitPriceMinor, inStock }) => [
        `\`${productNumber}\``,
        `\`${sku}\``,
        name,
        price(unitPriceMinor),
        String(inStock),
        ...(['el', 'hu', 'ro'] as const).map((language) => names?.[language] ?? name),
      ]),
    ),
    '',
    'A product has a name in English, which agents see and documents have, and in any other language (`names`), which',
    'callers hear; without one they hear the English name. So do callers of a language that is deployed as recordings,',
    'because no voice reads the other ([decisions/languages.md](decisions/languages.md)).',
    '',
    '## The whole shop',
    '',
    `Besides these, \`npm start\` and \`seed\` fill in ${shopCustomers.length} customers, ${REST.length} products and orders in every`,
    'status, grown from small tables in `lib/demo-world/shop-*.ts` and the same every time. Three in four customers',
    'have orders, in each language some in every status, from number `20001` on; what was sent in exchange begins with `3`.',
    '',
    `There are ${SHOP_CASES} cases with numbers from \`40000001\` on, of every type, state, severity and language, each with what`,
    'was written down about it; what is still to be done began within the last hour and is due two hours later, so',
    'that raising by itself can be watched. What customers and departments were told of them is in the outbox, sent.',
    `${SHOP_APPOINTMENTS} customers have an appointment in the next days (the last of them has cancelled it), and ${SHOP_CALLBACKS} numbers are owed a`,
    'call on another day. Some parcels of returns and exchanges have not come back for weeks: within the hour that',
    '`npm start` runs, `chase-parcels` opens their cases ([returns.md](returns.md)).',
    '',
    ...markdownTable(
      ['Number', 'SKU', 'Product', 'Price', 'In stock', 'Warranty', 'Offer'],
      REST.map(({ productNumber, sku, name, unitPriceMinor, inStock, warrantyMonths, promotion }) => [
        `\`${productNumber}\``,
        `\`${sku}\``,
        name,
        price(unitPriceMinor),
        String(inStock),
        warrantyMonths === undefined ? 'none' : `${warrantyMonths} months`,
        promotion === undefined ? '' : price(promotion.unitPriceMinor),
      ]),
    ),
    '',
    'Numbers are of ranges for drama: `+1 202 555 01xx`, and `+44 7700 900xxx` of Ofcom. No such range is published for',
    'Greece, Hungary or Romania, so people who speak these languages have numbers of the latter. Every third of them has',
    'parcels delivered at work, in their own script.',
    '',
    ...markdownTable(
      ['Calls from', 'PIN', 'Customer', 'Id', 'Language'],
      shopCustomers.map(({ phoneNumbers, pin, name, customerId, language }) => [
        phoneNumbers.map((number) => `\`${number}\``).join(', '),
        `\`${pin}\``,
        name,
        `\`${customerId}\``,
        language,
      ]),
    ),
    '',
  ].join('\n');
}

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

function arrival({ expectedInDays, deliveredDaysAgo }: DemoOrder): string {
  if (deliveredDaysAgo !== undefined) return `delivered ${dayFrom(-deliveredDaysAgo)}`;
  if (expectedInDays === undefined) return 'none';
  return expectedInDays < 0
    ? `was expected ${dayFrom(expectedInDays)}`
    : `expected ${dayFrom(expectedInDays)}`;
}

function products({ quantities }: DemoOrder): string {
  return Object.entries(quantities)
    .map(([sku, quantity]) => `${quantity} × ${productOf(sku).name}`)
    .join('; ');
}

function total({ quantities }: DemoOrder): number {
  const lines = Object.entries(quantities).map(([sku, quantity]) => ({
    sku,
    quantity,
    unitPriceMinor: productOf(sku).unitPriceMinor,
  }));
  const { taxMinor } = taxed(lines, TAX_BASIS_POINTS);
  return lines.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, taxMinor);
}

function price(minor: number): string {
  return `$${(minor / 100).toFixed(2)}`;
}

function dayFrom(days: number): string {
  const count = Math.abs(days);
  const unit = count === 1 ? 'day' : 'days';
  return days < 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`;
}
