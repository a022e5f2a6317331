/** Callers who come back about the same matter, in a centre that gets contact records. */
import { describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';
import { atLength } from './at-length.ts';

let callers = 0;
/** Somebody who has never called. */
const caller = () => {
  callers += 1;
  return { from: `+120255501${30 + callers}` };
};

/** @param delivered long enough for records to have come */
export function describeReturning(the: () => ContactCentre, delivered: () => Promise<void>): void {
  const asksForPerson = async (person: { readonly from: string }): Promise<Call> => {
    const call = the().dial(person);
    await call.presses('0');
    return call;
  };
  const talked = async (person: { readonly from: string }): Promise<Call> => {
    const sam = the().agent('sam');
    sam.becomesAvailable();
    const call = await asksForPerson(person);
    await sam.accepts(call);
    await sam.talksTo(call);
    call.hangsUp();
    sam.signsOut();
    await delivered();
    return call;
  };
  const comesBack = async (person: { readonly from: string }): Promise<Call> => {
    const call = the().dial(person);
    await call.hears(prompts.returning);
    await call.hears(prompts.mainMenu);
    await call.presses('7');
    return call;
  };
  const rowOf = async ({ contactId }: Call): Promise<Item | undefined> =>
    (await the().items('ContactsTable')).find((item) => item['contactId'] === contactId);

  describe('a caller who comes back about the same', () => {
    test('gets the agent of the last time, before others who are free, and both contacts are linked', async () => {
      const one = caller();
      const before = await talked(one);
      the().agent('robin').becomesAvailable();
      await the().passes(60_000);
      const sam = the().agent('sam');
      sam.becomesAvailable();
      const call = await comesBack(one);
      await sam.accepts(call);
      expect(call.attributes).toMatchObject({ reason: 'returning', verified: 'false' });
      call.hangsUp();
      sam.finishes(call);
      await delivered();
      expect(await rowOf(call)).toMatchObject({ returnOf: before.contactId });
    });
    test('gets anybody of the team where that agent has gone, or has no time for a while', async () => {
      const one = caller();
      await talked(one);
      const robin = the().agent('robin');
      robin.becomesAvailable();
      const call = await comesBack(one);
      await robin.accepts(call);
      call.hangsUp();
      robin.finishes(call);

      const two = caller();
      await talked(two);
      const sam = the().agent('sam');
      robin.signsOut();
      sam.becomesAvailable();
      const other = await asksForPerson(caller());
      await sam.accepts(other);
      robin.becomesAvailable();
      const waits = await comesBack(two);
      await waits.isQueuedIn('support');
      await the().passes(46_000);
      await robin.accepts(waits);
    });
    atLength('and had waited for nobody has the case of that time', async () => {
      const one = caller();
      const before = await asksForPerson(one);
      await before.isQueuedIn('support');
      before.hangsUp();
      await delivered();
      const [left] = await the().casesOf(before);
      const call = await comesBack(one);
      expect(call.attributes['caseNumber']).toBe(left?.['caseNumber']);
      call.hangsUp();
      await delivered();
      const links = (await the().items('CasesTable')).filter(
        ({ sk }) => sk === `LINK#CONTACT#${call.contactId}`,
      );
      expect(links).toMatchObject([{ caseNumber: left?.['caseNumber'] }]);
    });
    atLength('after three days, or without having wanted a person, is a caller like any other', async () => {
      const one = caller();
      const heard = the().dial(one);
      await heard.presses('4');
      heard.hangsUp();
      await delivered();
      const call = the().dial(one);
      await call.hears(prompts.mainMenu);
      call.never.hears(prompts.returning);
      await call.presses('7');
      await call.hears(prompts.mainMenuOtherKey);
    });
  });
}
