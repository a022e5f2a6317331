/**
 * A small subset of an EDIFACT order (ORDERS), as partners send it: segments end with `'`, elements are parted by `+`
 * and their components by `:`, and `?` takes the meaning from the sign after it. Read are `NAD+BY+<customer>`,
 * `CUX+2:<currency>`, `LIN+<number>++<sku>`, `QTY+21:<pieces>` and `PRI+AAA:<price in hundredths>`; whatever else
 * there is, is passed over.
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
  for (const [tag = '', first = [], second = [], third = []] of segments) {
    const line = lines.at(-1);
    const [qualifier, value] = first;
    switch (tag.toString()) {
      case 'NAD':
        if (qualifier === 'BY') customerId = second[0];
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
  return { customerId, currency, lines };
}

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
