/** Requests of the API at the edge of what a new instance takes. */
import { Connect } from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import { API_RATE_DEFAULT, API_RATES } from '../../engine/limits.ts';
import { bootCloud, type Cloud } from '../../local/cloud.ts';
import { throttleLikeTheService } from '../../local/connect/api/throttle.ts';
import { FIXTURE } from './connect/booted-resources.ts';

const clock = { kind: 'virtual', nowMs: Date.parse('2026-11-23T15:00:00Z'), seed: 1 } as const;
const boot = (quotas: boolean): Promise<Cloud<VirtualDriver>> =>
  bootCloud({ assemblyFolder: FIXTURE, clock, quotas, records: false });

let limited: Cloud<VirtualDriver>;
let free: Cloud<VirtualDriver>;
beforeAll(async () => {
  limited = await boot(true);
  free = await boot(false);
});
afterAll(async () => {
  await limited.close();
  await free.close();
});

describe('requests of the API', () => {
  const client = ({ endpointUrl, stack: { region } }: Cloud): Connect =>
    new Connect({
      endpoint: endpointUrl,
      region,
      credentials: { accessKeyId: 'AKIAPERSON', secretAccessKey: 'secret' },
      maxAttempts: 1,
    });
  const list = (connect: Connect, cloud: Cloud) =>
    connect.listQueues({ InstanceId: cloud.centre.instance.id });

  test('beyond the rate are throttled in the words of the service, and taken again later', async () => {
    const connect = client(limited);
    for (let count = 0; count < API_RATE_DEFAULT.burst; count += 1) await list(connect, limited);
    await expect(list(connect, limited)).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 429 },
    });
    // Each operation has a rate of its own.
    await connect.listInstances({});
    await limited.driver.advanceBy(1_000 / API_RATE_DEFAULT.perSecond);
    await list(connect, limited);
    await expect(list(connect, limited)).rejects.toMatchObject({ name: 'ThrottlingException' });
    connect.destroy();
  });

  test('are taken as they come where nobody asked for quotas', async () => {
    const connect = client(free);
    for (let count = 0; count < 3 * API_RATE_DEFAULT.burst; count += 1) await list(connect, free);
    connect.destroy();
  });

  test('are never more than the burst and the rate allow, and never refused within them', () => {
    const operation = fc.constantFrom('ListQueues', ...Object.keys(API_RATES));
    fc.assert(
      fc.property(operation, fc.array(fc.nat(2_000), { maxLength: 60 }), (name, waitsMs) => {
        const { perSecond, burst } = API_RATES[name] ?? API_RATE_DEFAULT;
        let nowMs = 0;
        let taken = 0;
        const throttle = throttleLikeTheService(() => nowMs);
        for (const waitMs of waitsMs) {
          nowMs += waitMs;
          const isTaken = throttle(name);
          if (isTaken) taken += 1;
          expect(taken).toBeLessThanOrEqual(burst + (nowMs * perSecond) / 1_000);
          // After so long a pause nobody is refused.
          if (waitMs >= 1_000 / perSecond) expect(isTaken).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
