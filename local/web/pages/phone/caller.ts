/** The number that this browser calls from, remembered between visits. */

const KEY = 'callwright.caller';
/** A number of the range that is set aside for fiction (555-0100 to 555-0199). */
const FIRST_CALLER = '+1 202 555 0143';

export interface Caller {
  readonly number: string;
  readonly withheld: boolean;
}

/** Storage that is switched off or holds something else gives the caller of a first visit. */
export function rememberedCaller(): Caller {
  const first = { number: FIRST_CALLER, withheld: false };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return first;
    const number: unknown = Reflect.get(kept, 'number');
    return typeof number === 'string' ? { number, withheld: Reflect.get(kept, 'withheld') === true } : first;
  } catch (error) {
    console.info('The caller of the last visit is not known.', error);
    return first;
  }
}

export function rememberCaller(caller: Caller): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(caller));
  } catch (error) {
    console.info('The caller cannot be remembered.', error);
  }
}
