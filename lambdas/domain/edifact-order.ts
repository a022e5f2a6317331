/**
 * A small subset of an EDIFACT order (ORDERS), as partners send it: segments end with `'`, elements are parted by `+`
 * and their components by `:`, and `?` takes the meaning from the sign after it. Read are `NAD+BY+<customer>`,
 * `CUX+2:<currency>`, `LIN+<number>++<sku>`, `QTY+21:<pieces>` and `PRI+AAA:<price in hundredths>`; of where it goes
 * `NAD+DP` or `NAD+ST` (the parcel), `NAD+IV` (the bill) and `FTX+DIN+++<how to deliver>`, before the first line; whatever
 * else there is, is passed over.
 */

interface Line {
  readonly sku: string;
  quantity?: number;
  unitPriceMinor?: number;
}

/** Enough for the longest order that is taken in. */
const SEGMENTS_MAX = 2_000;

/** @returns what the segments say, to be checked as every other order, or what is wrong with them */
export function readEdifactOrder(text: string): object | string {
  const segments = segmentsOf(text);
  if (segments.length === 0 || segments.length > SEGMENTS_MAX) return 'it has no segments, or too many';
  let customerId: string | undefined;
  let currency: string | undefined;
  const lines: Line[] = [];
  const head = { parties: new Map<Use, object>(), instructions: [] as string[] };
  for (const segment of segments) {
    const [tag = '', first = [], second = [], third = []] = segment;
    const line = lines.at(-1);
    const [qualifier = '', value] = first;
    switch (tag.toString()) {
      case 'NAD': {
        if (qualifier === 'BY') customerId = second[0];
        const use = USES.get(qualifier);
        if (use === undefined) break;
        if (line !== undefined) return 'it gives a line an address of its own';
        if (head.parties.has(use)) return 'it names two addresses for one thing';
        const party = partyOf(segment);
        if (party === undefined) return 'an address of it has neither a place nor a code';
        head.parties.set(use, party);
        break;
      }
      case 'FTX':
        if (qualifier !== 'DIN') break;
        if (line !== undefined) return 'it says of one line how to deliver it';
        head.instructions.push(...written(segment[4]));
        break;
      case 'CUX':
        if (qualifier === '2') currency = value;
        break;
      case 'LIN':
        lines.push({ sku: third[0] ?? '' });
        break;
      case 'QTY':
        if (line === undefined) return 'a quantity stands before any line';
        if (qualifier === '21') line.quantity = wholeNumber(value);
        break;
      case 'PRI':
        if (line === undefined) return 'a price stands before any line';
        if (qualifier === 'AAA') line.unitPriceMinor = wholeNumber(value);
        break;
    }
  }
  return { customerId, currency, lines, ...addressesOf(head) };
}

type Use = 'deliverTo' | 'billTo';

/** Delivery party, ship-to and invoicee, by their codes in NAD. */
const USES: ReadonlyMap<string, Use> = new Map([
  ['DP', 'deliverTo'],
  ['ST', 'deliverTo'],
  ['IV', 'billTo'],
]);

type Segment = readonly (readonly string[])[];

/** `NAD+<use>+<code>++<name>+<street>+<city>+<region>+<postcode>+<country>`: written out, or known by its code alone. */
function partyOf([, , id = [], , name, street, city, region, postcode, country]: Segment):
  | object
  | undefined {
  const lines = written(street);
  const one = (field: string, element: readonly string[] | undefined) => {
    const [text] = written(element);
    return text === undefined ? {} : { [field]: text };
  };
  if (lines.length > 0 || written(city).length > 0)
    return {
      // The sixth part says how the name is written.
      ...one('recipient', [written(name?.slice(0, 5)).join(' ')]),
      lines,
      ...one('city', city),
      ...one('region', region),
      ...one('postcode', postcode),
      ...one('country', country),
    };
  const [addressId] = written(id);
  return addressId === undefined ? undefined : { addressId };
}

/** How to deliver is said of an address, or of the one that the customer prefers. */
function addressesOf({
  parties,
  instructions,
}: {
  readonly parties: ReadonlyMap<Use, object>;
  readonly instructions: readonly string[];
}): object {
  const how = instructions.length === 0 ? {} : { instructions: instructions.join(' ') };
  const parcel = parties.get('deliverTo');
  const bill = parties.get('billTo');
  return {
    ...(parcel === undefined && instructions.length === 0 ? {} : { deliverTo: { ...parcel, ...how } }),
    ...(bill === undefined ? {} : { billTo: bill }),
  };
}

/** The parts of an element that say something. */
const written = (element: readonly string[] = []): string[] =>
  element.map((part) => part.trim()).filter((part) => part !== '');

/** What is no whole number is none at all, and refused where the order is checked. */
const wholeNumber = (text: string | undefined): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;

/** By segment, element and component. */
function segmentsOf(text: string): readonly (readonly string[][])[] {
  const segments: string[][][] = [];
  let elements: string[][] = [[]];
  let component = '';
  const endComponent = () => {
    elements.at(-1)?.push(component);
    component = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '?') {
      index += 1;
      component += text.charAt(index);
    } else if (sign === ':') endComponent();
    else if (sign === '+') {
      endComponent();
      elements.push([]);
    } else if (sign === "'") {
      endComponent();
      segments.push(elements);
      elements = [[]];
    } else if (sign !== '\n' && sign !== '\r') component += sign;
  }
  return segments;
}
