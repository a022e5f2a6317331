/** Hold and resume: what each party hears, what is counted, and what happens when somebody leaves meanwhile. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent, describeContact } from '../../../engine/contact/describe.ts';
import { Centre, type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';

const hook = (event: string, flow: string, next: string) =>
  ['UpdateContactEventHooks', { EventHooks: { [event]: flow } }, { next }] as const;
const loop = (...texts: readonly string[]): Steps => ({
  loop: ['MessageParticipantIteratively', { Messages: texts.map((Text) => ({ Text })) }],
});
const straight: Steps = { ...toQueue('support', 'end'), end: hangUp };
const flows: CentreOptions['flows'] = {
  main: {
    a: hook('CustomerHold', 'to-caller', 'b'),
    b: hook('AgentHold', 'to-holder', 'c'),
    c: hook('CustomerRemaining', 'bye', 'set-queue'),
    ...straight,
  },
  'to-caller:CUSTOMER_HOLD': loop('$.Agent.FirstName is looking it up.', 'Still looking.'),
  'to-holder:AGENT_HOLD': loop('$.CustomerEndpoint.Address waits.'),
  bye: { thanks: say('Goodbye.', 'end'), end: hangUp },
};

async function talking(options: Partial<CentreOptions> = {}) {
  const centre = new Centre({ flows, ...options });
  const contactId = centre.dial();
  centre.available('sam');
  const ids = { userId: 'sam', contactId };
  centre.send({ kind: 'agent-accepts', ...ids });
  await centre.driver.advanceBy(10_000);
  return {
    centre,
    contactId,
    ids,
    holds: () => describeContact(centre.world, contactId)?.holds,
    phase: () => describeContact(centre.world, contactId)?.phase,
    hold: () => centre.send({ kind: 'agent-holds', ...ids }),
    resume: () => centre.send({ kind: 'agent-resumes', ...ids }),
  };
}

describe('hold is refused', () => {
  test('while it rings and during the whisper', async () => {
    const centre = new Centre({ flows });
    const contactId = centre.dial();
    centre.available('sam');
    const hold = () => centre.send({ kind: 'agent-holds', userId: 'sam', contactId });
    expect(hold).toThrow('is ringing at sam; this needs connected');
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    expect(hold).toThrow('is connecting at sam; this needs connected');
  });
  test('for the call of another agent, and after the call', async () => {
    const { centre, contactId, hold } = await talking();
    centre.available('robin');
    expect(() => centre.send({ kind: 'agent-holds', userId: 'robin', contactId })).toThrow(
      'robin does not have contact',
    );
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(hold).toThrow('is after-contact-work at sam');
  });
  test('twice, and resuming what is not on hold, each with nothing changed', async () => {
    const { hold, resume, holds } = await talking();
    expect(resume).toThrow('is not on hold');
    hold();
    expect(hold).toThrow('is on hold already');
    expect(holds()).toMatchObject({ count: 1 });
    resume();
    expect(resume).toThrow('is not on hold');
  });
});

describe('somebody who leaves while on hold', () => {
  test('as the caller ends the call, and the hold is counted to its end', async () => {
    const { centre, contactId, hold, holds } = await talking();
    hold();
    await centre.driver.advanceBy(7000);
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(holds()).toEqual({ count: 1, totalMs: 7000, longestMs: 7000 });
    expect(centre.kinds().slice(-3)).toEqual(['resumed', 'contact-ended', 'agent-changed']);
    expect(centre.of('contact-ended')).toMatchObject([{ reason: 'CUSTOMER_DISCONNECT' }]);
    expect(describeAgent(centre.world, 'sam')?.contact?.state).toBe('after-contact-work');
    const prompts = centre.of('prompt').length;
    await centre.run();
    expect(centre.of('prompt')).toHaveLength(prompts);
  });
  test('as the agent leaves the caller to the disconnect flow, without the music', async () => {
    const { centre, ids, hold, holds, phase } = await talking();
    hold();
    await centre.driver.advanceBy(3000);
    centre.send({ kind: 'agent-hangs-up', ...ids });
    expect(phase()).toBe('disconnect-flow');
    expect(holds()).toEqual({ count: 1, totalMs: 3000, longestMs: 3000 });
    await centre.run();
    expect(centre.heard().at(-1)).toBe('Goodbye.');
    expect(centre.of('contact-ended')).toMatchObject([{ reason: 'AGENT_DISCONNECT' }]);
  });
  test.each(['agent-signs-out', 'agent-vanishes'] as const)('by %s does the same', async (kind) => {
    const { centre, hold, phase, holds } = await talking();
    hold();
    centre.send({ kind, userId: 'sam' });
    expect([phase(), holds()?.sinceMs]).toEqual(['disconnect-flow', undefined]);
    await centre.run();
    expect(centre.of('contact-ended')).toHaveLength(1);
  });
  test('by the API ends everything', async () => {
    const { centre, contactId, hold } = await talking();
    hold();
    centre.send({ kind: 'stop-contact', contactId });
    const prompts = centre.of('prompt').length;
    await centre.run();
    expect(centre.of('prompt')).toHaveLength(prompts);
    expect(centre.of('resumed')).toHaveLength(1);
  });
});

describe('a hold flow', () => {
  test('that ends leaves its party in silence, on hold', async () => {
    const { centre, hold, resume, holds } = await talking({
      flows: { ...flows, 'to-caller:CUSTOMER_HOLD': { end: ['EndFlowExecution'] } },
    });
    hold();
    await centre.driver.advanceBy(60_000);
    expect(holds()).toMatchObject({ count: 1, sinceMs: expect.any(Number) });
    expect(centre.heard()).not.toContain('Goodbye.');
    resume();
    expect(holds()).toEqual({ count: 1, totalMs: 60_000, longestMs: 60_000 });
  });
  test.each(['DisconnectParticipant', 'TransferContactToQueue', 'MessageParticipant', 'GetParticipantInput'])(
    'cannot have %s in it',
    (type) => {
      const steps: Steps = { it: [type, {}, {}] };
      expect(() => new Centre({ flows: { main: straight, 'h:CUSTOMER_HOLD': steps } })).toThrow(
        `${type} is not allowed in a flow of type CUSTOMER_HOLD`,
      );
    },
  );
  test('of the wrong kind is no hook', async () => {
    const { centre } = await talking({
      flows: {
        ...flows,
        main: {
          a: [
            'UpdateContactEventHooks',
            { EventHooks: { CustomerHold: 'to-holder' } },
            { next: 'set-queue', errors: { NoMatchingError: 'set-queue' } },
          ],
          ...straight,
        },
      },
    });
    expect(centre.of('step-taken').find(({ step }) => step === 'a')).toMatchObject({
      branch: 'NoMatchingError',
      because: "flow 'to-holder' is a AGENT_HOLD; CustomerHold needs a CUSTOMER_HOLD",
    });
  });
});

describe('on hold', () => {
  test('caller and agent each hear their own flow, over and over, until the agent resumes', async () => {
    const { centre, hold, resume } = await talking();
    const before = centre.heard().length;
    hold();
    await centre.driver.advanceBy(9000);
    expect(centre.heard().slice(before, before + 3)).toEqual([
      'Sam is looking it up.',
      'Still looking.',
      'Sam is looking it up.',
    ]);
    expect(centre.heard('agent').at(-1)).toBe('+12025550123 waits.');
    resume();
    const stopped = centre.kinds().slice(-4);
    expect(stopped).toEqual(['prompt-stopped', 'prompt-stopped', 'resumed', 'agent-changed']);
    const prompts = centre.of('prompt').length;
    await centre.driver.advanceBy(60_000);
    expect(centre.of('prompt')).toHaveLength(prompts);
  });
  test('without flows of one’s own both hear music', async () => {
    const { centre, hold } = await talking({ flows: { main: straight } });
    hold();
    expect([centre.heard().at(-1), centre.heard('agent').at(-1)]).toEqual(['HoldMusic.wav', 'HoldMusic.wav']);
  });
  test('several times is counted, with the sum and the longest', async () => {
    const { centre, hold, resume, holds } = await talking();
    for (const ms of [4000, 11_000, 2000]) {
      hold();
      await centre.driver.advanceBy(ms);
      resume();
      await centre.driver.advanceBy(1000);
    }
    expect(holds()).toEqual({ count: 3, totalMs: 17_000, longestMs: 11_000 });
    expect(centre.of('resumed').map(({ heldMs }) => heldMs)).toEqual([4000, 11_000, 2000]);
    expect(describeAgent(centre.world, 'sam')?.contact).toMatchObject({
      state: 'connected',
      holds: { count: 3 },
    });
  });
  test('the call is still the agent’s: nothing else rings', async () => {
    const { centre, hold } = await talking();
    hold();
    centre.dial();
    await centre.driver.advanceBy(30_000);
    expect(centre.of('offered')).toHaveLength(1);
  });
});
