/** Event patterns of EventBridge: which events a rule is for. */

/** A pattern that EventBridge would refuse, or that the local one does not know. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** Does the event match? */
export type Matches = (event: unknown) => boolean;
type Members = Readonly<Record<string, unknown>>;
type Scalar = string | number | boolean | null;
/** What one value must be; `undefined` stands for a field that is not there. */
type ValueTest = (value: Scalar | undefined) => boolean;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/**
 * Reads a pattern.
 * @throws PatternError with the place of what is wrong or unknown
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function compilePattern(pattern: unknown): Matches {
  if (!isObject(pattern)) throw invalid('the pattern', 'it must be an object');
  return objectTest(pattern, '');
}

const invalid = (place: string, must: string): PatternError =>
  new PatternError(`Event pattern is not valid. Reason: ${place}: ${must}`);

function objectTest(pattern: Members, place: string): Matches {
  const names = Object.keys(pattern);
  if (names.length === 0) throw invalid(place === '' ? 'the pattern' : place, 'it must name a field');
  const tests = names.map((name): Matches => {
    const at = place === '' ? name : `${place}.${name}`;
    const wanted = pattern[name];
    if (name === '$or') return anyOf(wanted, place);
    if (Array.isArray(wanted)) {
      const test = leafTest(wanted, at);
      return (event) => test(isObject(event) ? event[name] : undefined);
    }
    if (!isObject(wanted)) throw invalid(at, 'it must be an object or an array of values');
    const inner = objectTest(wanted, at);
    return (event) => inner(isObject(event) ? event[name] : undefined);
  });
  return (event) => tests.every((test) => test(event));
}

function anyOf(choices: unknown, place: string): Matches {
  const at = place === '' ? '$or' : `${place}.$or`;
  if (!Array.isArray(choices) || choices.length < 2)
    throw invalid(at, 'it must be an array of two patterns or more');
  const tests = choices.map((choice: unknown) => {
    if (!isObject(choice)) throw invalid(at, 'each choice must be an object');
    return objectTest(choice, place);
  });
  return (event) => tests.some((test) => test(event));
}

/** A list matches when one of its values does; an object is no value. */
function leafTest(wanted: readonly unknown[], place: string): Matches {
  if (wanted.length === 0) throw invalid(place, 'an array of values must not be empty');
  const tests = wanted.map((one) => (isScalar(one) ? equals(one) : matcherTest(one, place)));
  const matches = (value: Scalar | undefined): boolean => tests.some((test) => test(value));
  return (value) => {
    if (Array.isArray(value) && value.length > 0) {
      return value.some((item: unknown) => isScalar(item) && matches(item));
    }
    return matches(isScalar(value) ? value : undefined);
  };
}

const equals =
  (wanted: Scalar): ValueTest =>
  (value) =>
    value === wanted;
const ofText =
  (test: (text: string) => boolean): ValueTest =>
  (value) =>
    typeof value === 'string' && test(value);

const MATCHERS: Readonly<Record<string, (wanted: unknown, place: string) => ValueTest>> = {
  prefix: (wanted, place) => affix(wanted, place, (text, part) => text.startsWith(part)),
  suffix: (wanted, place) => affix(wanted, place, (text, part) => text.endsWith(part)),
  'equals-ignore-case': (wanted, place) => {
    const text = textIn(wanted, place).toLowerCase();
    return ofText((value) => value.toLowerCase() === text);
  },
  exists(wanted, place) {
    if (typeof wanted !== 'boolean') throw invalid(place, 'it must be true or false');
    return (value) => (value !== undefined) === wanted;
  },
  numeric: numericTest,
  'anything-but': anythingBut,
};

function matcherTest(matcher: unknown, place: string): ValueTest {
  const names = isObject(matcher) ? Object.keys(matcher) : [];
  const [name = ''] = names;
  const make = Object.hasOwn(MATCHERS, name) ? MATCHERS[name] : undefined;
  if (!isObject(matcher) || names.length !== 1 || make === undefined) {
    const known = Object.keys(MATCHERS).join(', ');
    throw invalid(
      place,
      `${JSON.stringify(matcher)} is no comparison that the local EventBridge knows: ${known}`,
    );
  }
  return make(matcher[name], `${place}.${name}`);
}

function textIn(wanted: unknown, place: string): string {
  if (typeof wanted !== 'string') throw invalid(place, 'it must be a text');
  return wanted;
}

function affix(wanted: unknown, place: string, test: (text: string, part: string) => boolean): ValueTest {
  if (isObject(wanted) && Object.keys(wanted).join() === 'equals-ignore-case') {
    const part = textIn(wanted['equals-ignore-case'], place).toLowerCase();
    return ofText((text) => test(text.toLowerCase(), part));
  }
  const part = textIn(wanted, place);
  return ofText((text) => test(text, part));
}

/** Something that is there and is none of these. */
function anythingBut(wanted: unknown, place: string): ValueTest {
  if (isObject(wanted)) {
    const [name = ''] = Object.keys(wanted);
    const parts = [wanted[name]].flat();
    if (!['prefix', 'suffix', 'equals-ignore-case'].includes(name) || Object.keys(wanted).length !== 1)
      throw invalid(place, 'it must be values, prefix, suffix or equals-ignore-case');
    const tests = parts.map((part) => matcherTest({ [name]: part }, place));
    return (value) => value !== undefined && !tests.some((test) => test(value));
  }
  const values: readonly unknown[] = [wanted].flat();
  if (values.length === 0 || !values.every(isScalar))
    throw invalid(place, 'it must be a value or a list of values');
  return (value) => value !== undefined && !values.includes(value);
}

const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** `[">", 0, "<=", 5]`. */
function numericTest(wanted: unknown, place: string): ValueTest {
  const parts: readonly unknown[] = Array.isArray(wanted) ? wanted : [];
  const must = 'it must be one or two pairs of =, <, <=, > or >= and a number';
  if (parts.length !== 2 && parts.length !== 4) throw invalid(place, must);
  const tests = [0, 2].slice(0, parts.length / 2).map((at) => {
    const [operator, limit] = [String(parts[at]), parts[at + 1]];
    const compare = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
    if (compare === undefined || typeof limit !== 'number') throw invalid(place, must);
    return (value: number) => compare(value, limit);
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}
