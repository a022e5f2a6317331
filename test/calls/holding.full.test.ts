/** A caller on hold: what they hear over and over, and how it ends. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { agentWords } from '../../contact-flows/prompts/agents.ts';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { stranger } from '../kit/people.ts';

let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre({ demoWorld: false });
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

async function talk(): Promise<{ readonly call: Call; readonly sam: Agent }> {
  const sam = centre.agent('sam');
  sam.becomesAvailable();
  const call = centre.dial(stranger);
  await call.presses('0');
  await sam.accepts(call);
  await sam.talksTo(call);
  return { call, sam };
}

const heardBy = (call: Call, party: 'agent' | 'customer'): string[] =>
  call.moments.flatMap(({ effect }) =>
    effect.kind === 'prompt' && effect.party === party ? [effect.text] : [],
  );

describe('a caller on hold', () => {
  test('hears music and a word of thanks, over and over; the agent is reminded', async () => {
    const { call, sam } = await talk();
    sam.holds(call);
    await centre.passes(3 * 60_000);
    const heard = heardBy(call, 'customer');
    expect(heard.slice(-2)).toContain('queue-music');
    expect(heard.filter((text) => text === prompts.holding).length).toBeGreaterThan(1);
    expect(heardBy(call, 'agent').filter((text) => text === agentWords.callerOnHold).length).toBeGreaterThan(
      3,
    );
    expect(call.hasEnded).toBe(false);
  });

  test('hears no more of it once the agent resumes', async () => {
    const { call, sam } = await talk();
    sam.holds(call);
    await centre.passes(10_000);
    sam.resumes(call);
    const before = call.heard.length;
    await centre.passes(3 * 60_000);
    expect(call.heard).toHaveLength(before);
    sam.hangsUp(call);
    await call.endsWithoutAnswer();
  });

  test('can be held again, and the music begins anew', async () => {
    const { call, sam } = await talk();
    const before = call.heard.length;
    for (let count = 0; count < 2; count += 1) {
      sam.holds(call);
      await centre.passes(1_000);
      sam.resumes(call);
    }
    expect(call.heard.slice(before)).toEqual(['queue-music', 'queue-music']);
  });

  test('can hang up, and the agent goes on to after contact work', async () => {
    const { call, sam } = await talk();
    sam.holds(call);
    await centre.passes(5_000);
    call.hangsUp();
    expect(sam.state.contact?.state).toBe('after-contact-work');
  });

  test.each([
    ['hangs up', (call: Call, sam: Agent) => sam.hangsUp(call)],
    ['signs out', (_call: Call, sam: Agent) => sam.signsOut()],
  ])('hears a goodbye when the agent %s', async (_what, leaves) => {
    const { call, sam } = await talk();
    sam.holds(call);
    await centre.passes(5_000);
    leaves(call, sam);
    await call.endsWithoutAnswer();
  });
});
