/** How agents stand, behind the HTTP API: what Connect says of them comes to supervisors, and to nobody else. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Desktop } from '../kit/desktop.ts';
import { imani } from '../kit/people.ts';
import { items, type Opened, talk } from './opened.ts';

export function describeAgents(the: Opened): void {
  let robins: Desktop;
  beforeAll(() => {
    robins = Desktop.of(the.centre, 'robin');
  });
  const sams = async () =>
    items(await robins.asks('GET', '/agents')).find((one) => Reflect.get(Object(one), 'username') === 'sam');

  describe('a supervisor', () => {
    test('sees an agent become available, take a call and sign out', async () => {
      const sam = the.centre.agent('sam');
      // Nobody signs out and in again within one millisecond, as from one test to the next.
      await the.centre.passes(1_000);
      sam.becomesAvailable();
      await the.centre.passes(5_000);
      expect(await sams()).toMatchObject({ isSignedIn: true, status: 'Available', contactIds: [] });
      const call = await talk(the, sam, imani);
      expect(await sams()).toMatchObject({
        agentId: sam.userId,
        isSignedIn: true,
        status: 'Available',
        contactIds: [call.contactId],
      });
      call.hangsUp();
      sam.finishes(call);
      sam.signsOut();
      await the.centre.passes(5_000);
      expect(await sams()).toMatchObject({ isSignedIn: false, status: 'Offline', contactIds: [] });
    });
    test('is the only one to whom it is told, and who asks is in the audit', async () => {
      const refused = await Desktop.of(the.centre, 'sam').asks('GET', '/agents');
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([
        403,
        expect.not.stringContaining('since'),
      ]);
      expect((await robins.asks('GET', '/agents')).status).toBe(200);
      const entries = (await the.centre.items('AuditTable')).filter(
        ({ operation }) => operation === 'listAgents',
      );
      expect(new Set(entries.map(({ allowed, via }) => `${allowed} ${via ?? ''}`))).toEqual(
        new Set(['false ', 'true supervisor']),
      );
    });
  });
}
