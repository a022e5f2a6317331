/** Callers whom an agent passes on to a team that is busy, closed or full, in a centre that gets contact records. */
import { describe, expect, test } from '@jest/globals';
import { agentWords } from '../../contact-flows/prompts/agents.ts';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Template } from '../../local/assembly/template.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';
import { stranger } from '../kit/people.ts';
import { resourceOf } from '../kit/templates.ts';

/** The agent dana works in the departments all day. */
export function withDepartmentAgent(template: Template): void {
  const [, robin, properties] = resourceOf(template, 'AWS::Connect::User', 'robin');
  const [profile] = resourceOf(template, 'AWS::Connect::RoutingProfile', 'Departments');
  template.Resources['Dana'] = {
    ...robin,
    Properties: {
      ...properties,
      Username: 'dana',
      RoutingProfileArn: { 'Fn::GetAtt': [profile, 'RoutingProfileArn'] },
    },
  };
}

/**
 * @param the with the queues of `withTransferQueues` and the agent of {@link withDepartmentAgent}
 * @param delivered long enough for records to have come
 */
export function describeTransferred(the: () => ContactCentre, delivered: () => Promise<void>): void {
  const talk = async (
    keys: readonly string[] = ['0'],
  ): Promise<{ readonly call: Call; readonly sam: Agent }> => {
    const sam = the().agent('sam');
    sam.becomesAvailable();
    const call = the().dial(stranger);
    for (const key of keys) await call.presses(key);
    await sam.accepts(call);
    await sam.talksTo(call);
    return { call, sam };
  };
  /** Cases since the call began, of whatever contact of it. */
  const casesIn = async (known: readonly Item[]): Promise<readonly Item[]> => {
    const before = new Set(known.map(({ caseNumber }) => caseNumber));
    return (await cases()).filter(({ caseNumber }) => !before.has(caseNumber));
  };
  const cases = async (): Promise<readonly Item[]> =>
    (await the().items('CasesTable')).filter(({ sk }) => sk === 'CASE');
  const linksOf = async (number: unknown): Promise<readonly Item[]> =>
    (await the().items('CasesTable')).filter(
      ({ caseNumber, sk }) => caseNumber === number && String(sk).startsWith('LINK#CONTACT#'),
    );
  const saidTo = (call: Call, party: 'customer' | 'transferrer'): readonly string[] =>
    call.moments.flatMap(({ effect }) =>
      effect.kind === 'prompt' && effect.party === party ? [effect.text] : [],
    );

  describe('a caller whom an agent transfers', () => {
    test('and who gives up waiting for that team leaves one case', async () => {
      const known = await cases();
      const { call, sam } = await talk();
      sam.transfers(call, 'quality');
      await the().passes(60_000);
      call.hangsUp();
      await delivered();
      expect(await casesIn(known)).toMatchObject([
        { reason: 'not-answered', status: 'open', phoneNumber: stranger.from },
      ]);
    });
    test('and who has a case of this call already has that one linked, and no other', async () => {
      const known = await cases();
      const { call, sam } = await talk(['3', '1', '0']);
      const [own] = await casesIn(known);
      sam.transfers(call, 'quality');
      await the().passes(60_000);
      call.hangsUp();
      await delivered();
      expect(await casesIn(known)).toHaveLength(1);
      expect(await linksOf(own?.['caseNumber'])).toHaveLength(1);
    });
    test('and who hangs up while that agent still waits for the team has spoken with somebody, and leaves none', async () => {
      const known = await cases();
      const { call, sam } = await talk();
      sam.consults(call, 'quality');
      await the().passes(30_000);
      call.hangsUp();
      await delivered();
      expect(await casesIn(known)).toEqual([]);
      sam.finishes(call);
      await delivered();
      expect(await casesIn(known)).toEqual([]);
    });
    test('and whom the agent takes back leaves none', async () => {
      const known = await cases();
      const { call, sam } = await talk();
      sam.consults(call, 'quality');
      await the().passes(30_000);
      sam.drops(call);
      await sam.talksTo(call);
      call.hangsUp();
      await delivered();
      expect(await casesIn(known)).toEqual([]);
    });
  });

  describe.each([
    ['is closed', 'shut', 'out-of-hours', agentWords.transferClosed],
    ['is full', 'crowded', 'queue-full', agentWords.transferFull],
  ] as const)('a team that %s', (_how, team, reason, words) => {
    test('is told to the agent alone, who has the caller still; nobody is owed a call', async () => {
      const known = await cases();
      const { call, sam } = await talk();
      const before = saidTo(call, 'customer').length;
      sam.consults(call, team);
      await the().passes(30_000);
      await sam.talksTo(call);
      expect(saidTo(call, 'customer').slice(before)).not.toContain(prompts.teamAway);
      call.hangsUp();
      await delivered();
      expect(await casesIn(known)).toEqual([]);
    });
    test('leaves a caller whom the agent has left a way on, and keeps the number of who says nothing', async () => {
      const known = await cases();
      const { call, sam } = await talk();
      sam.transfers(call, team);
      await call.hears(prompts.teamAway);
      await call.hears(prompts.closedOffer);
      call.never.hears(agentWords.transferring);
      call.never.hears(words);
      await call.staysSilent();
      await call.endsIn(/Your case number is/);
      await delivered();
      expect(await casesIn(known)).toMatchObject([{ reason, phoneNumber: stranger.from }]);
    });
  });

  test('an agent of a department who gets the call passes it on to another team', async () => {
    const { call, sam } = await talk();
    const dana = the().agent('dana');
    dana.becomesAvailable();
    sam.transfers(call, 'quality');
    await dana.accepts(call);
    await dana.talksTo(call);
    const robin = the().agent('robin');
    robin.becomesAvailable();
    dana.transfers(call, 'orders');
    await robin.accepts(call);
    await robin.talksTo(call);
  });

  describe('a caller who comes back after an agent of a department spoke with them', () => {
    const spokenWith = async (): Promise<Agent> => {
      const { call, sam } = await talk();
      const dana = the().agent('dana');
      dana.becomesAvailable();
      sam.transfers(call, 'quality');
      await dana.accepts(call);
      await dana.talksTo(call);
      dana.hangsUp(call);
      dana.finishes(call);
      sam.signsOut();
      await delivered();
      return dana;
    };
    const comesBack = async (): Promise<Call> => {
      const call = the().dial(stranger);
      await call.hears(prompts.returning);
      await call.presses('7');
      return call;
    };
    test('waits for them in the queue of their department', async () => {
      const dana = await spokenWith();
      const call = await comesBack();
      await call.isQueuedIn('quality');
      await dana.accepts(call);
      await dana.talksTo(call);
    });
    test('hears once that others help where that agent is gone, and waits for nobody in vain', async () => {
      const dana = await spokenWith();
      dana.signsOut();
      const robin = the().agent('robin');
      robin.becomesAvailable();
      const call = await comesBack();
      await call.hears(prompts.otherTeam);
      await call.isQueuedIn('support');
      const queuedMs = the().cloud.centre.nowMs();
      await robin.isOffered(call);
      expect(the().cloud.centre.nowMs() - queuedMs).toBeLessThan(5_000);
    });
  });

  test('a caller whom the agent leaves in the middle of the words for agents goes on in their own', async () => {
    const { call, sam } = await talk();
    sam.consults(call, 'shut');
    await the().passes(500);
    sam.hangsUp(call);
    await call.hears(prompts.teamAway);
    await call.presses('3');
    await call.hears(prompts.mainMenu);
  });
}
