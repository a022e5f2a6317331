/** Whatever is sent to any route, the answer is a sentence, and never a fault of ours. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HttpProblem, httpEvent, readRequest } from '../../lambdas/runtime/http-request.ts';
import { isFull } from '../calls/counts.ts';
import { Desktop } from '../kit/desktop.ts';
import { EXAMPLED, type Example } from './examples.ts';
import type { Opened } from './opened.ts';

/** What is put in place of a value: of another type, of another size, of another world. */
const odd = fc.oneof(
  fc
    .anything({ maxDepth: 2, withNullPrototype: false })
    .map((value) => JSON.parse(JSON.stringify(value) ?? 'null')),
  fc.string({ unit: 'binary', maxLength: 300 }),
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

const cases = EXAMPLED.flatMap(({ operation, route, examples }) =>
  examples.flatMap((example) =>
    [
      ...places(example.body ?? {}).map((place) => ({ place, isBody: true })),
      ...Object.keys(example.parameters).map((name) => ({ place: [name], isBody: false })),
    ].map((where) => ({ operation, route, example, ...where })),
  ),
);

const bad = fc
  .record({ one: fc.constantFrom(...cases), put: odd, more: fc.boolean() })
  .map(({ one: { operation, route, example, place, isBody }, put, more }) => {
    const sent: Example = isBody
      ? { ...example, body: Object(changed(example.body ?? {}, place, put, more)) }
      : { ...example, parameters: { ...example.parameters, [place[0] ?? '']: String(put) } };
    return { operation, route, sent };
  });

export function describeBadInput(the: Opened): void {
  describe('whatever is sent', () => {
    test('a request is read or refused by a sentence that does not repeat what was in it', () => {
      fc.assert(
        fc.property(bad, fc.boolean(), ({ route, sent }, isBase64Encoded) => {
          const text = JSON.stringify(sent.body ?? {});
          const event = httpEvent.parse({
            routeKey: 'r',
            headers: { 'content-type': 'application/json' },
            pathParameters: sent.parameters,
            body: isBase64Encoded ? Buffer.from(text).toString('base64') : text,
            isBase64Encoded,
            requestContext: { requestId: 'r' },
          });
          try {
            readRequest(route, event);
          } catch (problem) {
            if (!(problem instanceof HttpProblem)) throw problem;
            expect([400, 413]).toContain(problem.status);
            expect(problem.message).toMatch(/^The (?:body|path|query)[^\n]{1,200}\.(?:json)?\.?$/);
          }
        }),
        { numRuns: isFull ? 10_000 : 300 },
      );
    });
    test('the centre answers with less than 500, and in JSON', async () => {
      const robin = Desktop.of(the.centre, 'robin');
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(bad, async ({ operation, route, sent }) => {
          asked += 1;
          // So that nothing is throttled, whatever came before.
          if (asked % 25 === 1) await the.centre.passes(2_000);
          const path = route.path.replace(/\{(\w+)\}/g, (_all, name) =>
            encodeURIComponent((sent.parameters[name] ?? '').replace(/\p{Cs}/gu, '?')),
          );
          const { status, body } = await robin.asks(route.method, path, {
            ...(sent.body === undefined ? {} : { body: sent.body }),
          });
          expect([operation, status < 500, status === 429]).toEqual([operation, true, false]);
          if (status >= 400) expect(body).toEqual(expect.anything());
        }),
        { numRuns: isFull ? 5_000 : 80 },
      );
    }, 180_000);
    test('of every route the example is right', async () => {
      const robin = Desktop.of(the.centre, 'robin');
      await the.centre.passes(5_000);
      for (const { operation, route, examples } of EXAMPLED) {
        for (const { parameters, body } of examples) {
          const path = route.path.replace(/\{(\w+)\}/g, (_all, name) => parameters[name] ?? '');
          const { status } = await robin.asks(route.method, path, {
            ...(body === undefined ? {} : { body }),
          });
          expect([operation, status]).not.toEqual([operation, 400]);
        }
      }
      await the.centre.passes(2_000);
    });
  });
}
