/** What a call about a product that does not work has left with us. */
import type { Call } from '../kit/call.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';

/** Its cases, and their notes with who may read them. */
export async function keptOf(
  centre: ContactCentre,
  call: Call,
): Promise<{ readonly cases: readonly Item[]; readonly notes: readonly string[] }> {
  const cases = await centre.casesOf(call);
  const numbers = new Set(cases.map(({ caseNumber }) => caseNumber));
  const notes = (await centre.items('CasesTable')).filter(
    ({ caseNumber, sk }) => numbers.has(caseNumber) && String(sk).startsWith('NOTE#'),
  );
  return { cases, notes: notes.map(({ visibility, words }) => `${visibility}: ${words}`) };
}
