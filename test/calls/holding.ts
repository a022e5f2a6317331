/** From the whisper on: what caller and agent hear when the one is with the other. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { agentWords } from '../../contact-flows/prompts/agents.ts';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { stranger } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';

export const describeHolding = (the: Shared): void =>
  describe('an agent with a caller', () => {
    let centre: ContactCentre;
    beforeAll(() => {
      centre = the.centre;
    });

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

    test('the caller hears that somebody is there, after the agent has heard why they call', async () => {
      const { call } = await talk();
      const said = call.moments.flatMap(({ effect }) => (effect.kind === 'prompt' ? [effect.text] : []));
      expect(said.slice(-2)).toEqual([
        agentWords.whisperNotVerified({ reason: 'The caller asked for a person' }),
        prompts.agentIsHere,
      ]);
      expect(heardBy(call, 'agent')).not.toContain(prompts.agentIsHere);
    });
  });
