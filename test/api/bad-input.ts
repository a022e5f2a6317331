/** Whatever is sent to any route, the answer is a sentence, and never a fault of ours. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HttpProblem, httpEvent, readRequest } from '../../lambdas/runtime/http-request.ts';
import { isFull } from '../calls/counts.ts';
import { Desktop } from '../kit/desktop.ts';
import { EXAMPLED } from './examples.ts';
import { bad } from './odd-requests.ts';
import type { Opened } from './opened.ts';

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
        { numRuns: isFull ? 10_000 : 100 },
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
        { numRuns: isFull ? 1_000 : 25 },
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
