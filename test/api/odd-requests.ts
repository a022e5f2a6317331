/** Requests of the HTTP API that are wrong at one place: of another type, size or world. */
import fc from 'fast-check';
import type { HttpContract } from '../../lambdas/runtime/http-contract.ts';
import { anyText } from '../kit/any-text.ts';
import { EXAMPLED, type Example } from './examples.ts';

/** What is put in place of a value: of another type, of another size, of another world. */
const odd = fc.oneof(
  fc
    .anything({ maxDepth: 2, withNullPrototype: false })
    .map((value) => JSON.parse(JSON.stringify(value) ?? 'null')),
  anyText(300),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    "' OR 1=1 --",
    -1,
    0,
    1e308,
    1.5,
    Number.MAX_VALUE,
    '٣',
    '‮abc',
    '+999999999999999999',
    {},
    [],
    [[]],
    'x'.repeat(70_000),
  ),
);

/** Every place in a body, as the keys that lead there. */
function places(value: unknown, trail: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...trail]];
  return [[...trail], ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...trail, key]))];
}

function changed(value: unknown, [key, ...rest]: readonly string[], put: unknown, more: boolean): unknown {
  if (typeof value !== 'object' || value === null) return put;
  if (key === undefined)
    return more ? { ...value, [typeof put === 'string' ? put.slice(0, 40) : 'more']: put } : put;
  if (Array.isArray(value)) return value.with(Number(key), changed(value[Number(key)], rest, put, more));
  return { ...value, [key]: changed(Reflect.get(value, key), rest, put, more) };
}

const casesOf = (exampled: typeof EXAMPLED) =>
  exampled.flatMap(({ operation, route, examples }) =>
    examples.flatMap((example) =>
      [
        ...places(example.body ?? {}).map((place) => ({ place, isBody: true })),
        ...Object.keys(example.parameters).map((name) => ({ place: [name], isBody: false })),
      ].map((where) => ({ operation, route, example, ...where })),
    ),
  );

/** An object may have a `toString` of its own that makes no text. */
const textOf = (put: unknown): string =>
  typeof put === 'object' ? (JSON.stringify(put) ?? '') : String(put);

const badAmong = (exampled: typeof EXAMPLED) =>
  fc
    .record({ one: fc.constantFrom(...casesOf(exampled)), put: odd, more: fc.boolean() })
    .map(({ one: { operation, route, example, place, isBody }, put, more }) => {
      const sent: Example = isBody
        ? { ...example, body: Object(changed(example.body ?? {}, place, put, more)) }
        : { ...example, parameters: { ...example.parameters, [place[0] ?? '']: textOf(put) } };
      return { operation, route, sent, put };
    });

/** A request of any route that is wrong at one place, or has something more there. */
export const bad = badAmong(EXAMPLED);

/** As {@link bad}, of the routes of one function, some of them right. */
export function badOf({ routes }: HttpContract) {
  const own = EXAMPLED.filter(({ operation }) => operation in routes);
  const right = own.flatMap(({ operation, route, examples }) =>
    examples.map((sent) => ({ operation, route, sent, put: undefined })),
  );
  return fc.oneof(
    { weight: 3, arbitrary: badAmong(own) },
    { weight: 1, arbitrary: fc.constantFrom(...right) },
  );
}
