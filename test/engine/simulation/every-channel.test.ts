/** Chats and tasks beside the calls of a day: agents with several at once, what waits and is put off, and both laws. */
import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../../engine/contact/events.ts';
import type { Instance } from '../../../engine/contact/instance.ts';
import { type ChannelResult, channelResults } from '../../../engine/simulation/channel-result.ts';
import { runModelledDay } from '../../../engine/simulation/day.ts';
import { FAULT_NAMES } from '../../../engine/simulation/fault-catalogue.ts';
import { dayResult } from '../../../engine/simulation/result.ts';
import type { Scenario } from '../../../engine/simulation/scenario.ts';
import { isFull } from '../../calls/counts.ts';
import { chats, everyChannel, hourOf, tasks } from './every-channel.ts';

function run(change: Partial<Scenario>, { agents = 6, seed = 3, instance = everyChannel() } = {}) {
  const seen: { readonly effect: Effect; readonly atMs: number }[] = [];
  const over = runModelledDay({
    scenario: hourOf(change, agents),
    instance,
    seed,
    observe: (effect, atMs) => seen.push({ effect, atMs }),
  });
  const of = (channel: ChannelResult['channel']) => {
    const found = channelResults(over).find((each) => each.channel === channel);
    if (found === undefined) throw new Error(`there were no ${channel}`);
    return found;
  };
  const starts = (kind: 'chat-started' | 'task-started') => seen.filter(({ effect }) => effect.kind === kind);
  return { over, seen, of, starts, account: over.laws.account() };
}

describe('chats', () => {
  test('come by the hour, wait, are answered or given up, and all are accounted for', () => {
    const { of, starts, account, over } = run({ chats: chats({ profile: [0, 1, 3] }) });
    const { came, queued, answered, left, handled, messages, hours } = of('chats');
    expect([came, queued, answered + left]).toEqual([60, 60, 60]);
    expect(handled).toBe(answered);
    expect(starts('chat-started')).toHaveLength(60);
    expect(hours.map((hour) => hour.came)).toEqual([0, expect.any(Number), expect.any(Number)]);
    expect(hours[2]?.came).toBeGreaterThan(hours[1]?.came ?? 60);
    // Of each that is answered: the welcome, and what both write.
    expect(messages).toBeGreaterThan(200);
    expect(account).toMatchObject({ in: 90, inFlow: 0, queued: 0, withAgent: 0, putOff: 0 });
    expect(over.laws.presentCount).toBe(0);
  });

  test.each([1, 3])('an agent has as many at once as the profile says (%i), and not more', (most) => {
    const routingProfiles = { agents: { concurrency: { CHAT: most } } };
    const { of } = run({ chats: chats({ count: 120 }), routingProfiles }, { agents: 3 });
    expect(of('chats').atOnceMax).toBe(most);
  });

  test('wait shorter where agents have more at once', () => {
    const wait = (CHAT: number) =>
      run(
        { chats: chats({ patienceSeconds: 7_200 }), routingProfiles: { agents: { concurrency: { CHAT } } } },
        { agents: 3 },
      ).of('chats').wait.mean;
    expect(wait(3)).toBeLessThan(wait(1) / 2);
  });

  test('take longer where each other chat makes an agent slower', () => {
    const takes = (slowerByEachOther: number) =>
      run({ chats: chats({ slowerByEachOther }) }, { agents: 3 }).of('chats').handleSeconds;
    expect(takes(0.5)).toBeGreaterThan(1.2 * takes(0));
  });

  test('are all given up where nobody works', () => {
    const { of, account } = run({ chats: chats() }, { agents: 0 });
    expect(of('chats')).toMatchObject({ answered: 0, left: 60, handled: 0 });
    expect(Object.fromEntries(account.ended)).toMatchObject({ CUSTOMER_DISCONNECT: 90 });
  });

  test('for which nobody ever has time end when their time is over, and are not lost', () => {
    const { patienceSeconds: _endless, ...patient } = chats({ count: 5 });
    const { of, account } = run({ chats: patient }, { agents: 0 });
    expect(of('chats')).toMatchObject({ came: 5, answered: 0, left: 5 });
    expect(Object.fromEntries(account.ended)).toMatchObject({ EXPIRED: 5 });
  });

  test('answer a bot with the words of the scenario, one after the other, or not at all', () => {
    const end = (says?: Readonly<Record<string, string | readonly string[]>>) => {
      const talk = chats({ count: 5, flow: 'chat-bot', ...(says === undefined ? {} : { says }) });
      const { over, seen } = run({ chats: talk });
      const words = seen.flatMap(({ effect }) => (effect.kind === 'prompt' ? [effect.text] : []));
      const count = (start: string) => words.filter((text) => text.startsWith(start)).length;
      return [count('Order •'), count('We did not'), over.tally.unanswered.get('chat-bot/ask') ?? 0];
    };
    expect(end({ 'chat-bot/ask': ['order status', '1003'] })).toEqual([5, 0, 0]);
    expect(end({ 'chat-bot/ask': 'what a day' })[1]).toBe(5);
    expect(end()).toEqual([0, 5, 5]);
  });

  test('are refused where the instance has as many as it may have', () => {
    const instance: Instance = { ...everyChannel(), chatsAtOnceMax: 4 };
    const { of, starts } = run({ chats: chats() }, { instance, agents: 1 });
    const { came, refused } = of('chats');
    expect(refused).toBeGreaterThan(10);
    expect(came + refused).toBe(60);
    expect(starts('chat-started')).toHaveLength(came);
  });

  test('that cannot be begun at all are a fault of the scenario, and not of the instance’s room', () => {
    expect(() => run({ chats: chats({ attributes: { note: 'x'.repeat(40_000) } }) })).toThrow(/32/);
  });
});

describe('tasks', () => {
  test('are worked on, those that begin later, too', () => {
    const { of, starts, account } = run({ tasks: tasks({ later: { chance: 0.5, meanSeconds: 1_200 } }) });
    expect(of('tasks')).toMatchObject({ came: 40, answered: 40, handled: 40, left: 0 });
    const later = starts('task-started').filter(
      ({ effect }) => effect.kind === 'task-started' && effect.startsAtMs !== undefined,
    );
    expect(later.length).toBeGreaterThan(10);
    expect(Object.fromEntries(account.ended)).toMatchObject({ AGENT_COMPLETED: 40 });
  });

  test('that begin later begin within the six days that Connect takes', () => {
    const { starts, over } = run(
      { tasks: tasks({ count: 400, later: { chance: 1, meanSeconds: 86_400 } }) },
      { seed: 1 },
    );
    const after = starts('task-started').map(({ effect, atMs }) =>
      effect.kind === 'task-started' && effect.startsAtMs !== undefined ? effect.startsAtMs - atMs : 0,
    );
    const [longest] = after.toSorted((one, other) => other - one);
    expect(after).toHaveLength(400);
    expect(longest).toBe(6 * 24 * 3_600_000);
    expect(over.laws.account().putOff).toBeGreaterThan(0);
  });

  test('that are paused in their queue or at their agent go on, and their pauses are no work', () => {
    const steady = { handle: { meanSeconds: 60, deviationSeconds: 0 } };
    const pauses = { inQueue: 0.3, atAgent: 0.5, meanSeconds: 600 };
    const { of, seen } = run({ tasks: tasks({ ...steady, pauses }) });
    const paused = seen.filter(({ effect }) => effect.kind === 'task-paused').length;
    const resumed = seen.filter(({ effect }) => effect.kind === 'task-resumed').length;
    expect(of('tasks')).toMatchObject({ came: 40, handled: 40, pauses: paused });
    expect(paused).toBeGreaterThan(10);
    expect(resumed).toBe(paused);
    expect(of('tasks').handleSeconds).toBeCloseTo(60, 2);
  });

  test('make room for another while they are paused', () => {
    const pauses = { inQueue: 0, atAgent: 1, meanSeconds: 3_000 };
    const { seen } = run({ tasks: tasks({ count: 2, pauses }) }, { agents: 1 });
    const kinds = seen.flatMap(({ effect }) =>
      effect.kind === 'task-paused' || (effect.kind === 'connected' && isTask(seen, effect.contactId))
        ? [effect.kind]
        : [],
    );
    expect(kinds.slice(0, 3)).toEqual(['connected', 'task-paused', 'connected']);
  });

  test('that nobody has taken by the end of the day wait for another, and are not lost', () => {
    const shifts = [{ name: 'all', routingProfile: 'agents', agents: 2, fromHour: 0, untilHour: 0.5 }];
    const { of, account } = run({ tasks: tasks(), shifts });
    const { came, handled } = of('tasks');
    expect(handled).toBeGreaterThan(5);
    expect(account.queued).toBe(came - handled);
    expect(account.in).toBe(account.queued + account.ended.reduce((sum, [, count]) => sum + count, 0));
  });

  test.each([8, 11, 30])(
    'whose agents vanish as their shift ends are ended by them when they are back (seed %i)',
    (seed) => {
      const shifts = [0, 0.2].map((fromHour) => ({
        name: `from ${fromHour}`,
        routingProfile: 'agents',
        agents: 4,
        fromHour,
        untilHour: fromHour === 0 ? 0.6 : 1,
      }));
      const pauses = { inQueue: 0.2, atAgent: 0.5, meanSeconds: 900 };
      const faults = ['agents-vanish', 'agent-drops-mid-call', 'agent-drops-after-accept'];
      const { over, account } = run({ tasks: tasks({ count: 80, pauses }), shifts, faults }, { seed });
      expect(over.faults.counts().every(([, applied]) => applied > 0)).toBe(true);
      expect(account).toMatchObject({ withAgent: 0, inFlow: 0 });
    },
  );

  test('that flows begin are worked on as long as a talk, where the scenario has none', () => {
    const instance = everyChannel();
    const calling = {
      ...instance,
      phoneNumbers: instance.phoneNumbers.map((number) => ({ ...number, flowId: 'makes-task' })),
    };
    const { of } = run({}, { instance: calling });
    expect(of('tasks')).toMatchObject({ came: 0, byFlows: 30, handled: 30 });
  });
});

describe('a day of calls, chats and tasks', () => {
  const all = {
    chats: chats(),
    tasks: tasks({
      later: { chance: 0.2, meanSeconds: 600 },
      pauses: { inQueue: 0.2, atAgent: 0.3, meanSeconds: 300 },
    }),
  };
  test('is the same bytes for the same seed, and others for another', () => {
    const bytes = (seed: number) => JSON.stringify(dayResult(run(all, { seed }).over, seed, 'modelled'));
    expect(bytes(3)).toBe(bytes(3));
    expect(bytes(3)).not.toBe(bytes(4));
  });

  test('counts the time of calls for the staffing of calls, and nothing else', () => {
    const { agents } = hourOf({});
    const steady = { agents: { ...agents, talk: { meanSeconds: 100, deviationSeconds: 0 } } };
    const { agents: result } = dayResult(run({ ...all, ...steady }, { agents: 20 }).over, 3, 'modelled');
    expect(result.handled).toBe(30);
    expect(result.handleSeconds).toBeGreaterThan(99);
    expect(result.handleSeconds).toBeLessThan(120);
  });

  test('has nothing beside the calls where the scenario has nothing', () => {
    expect(channelResults(run({}).over)).toEqual([]);
  });

  test.each(isFull ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2])(
    'keeps both laws while agents miss, decline, drop and vanish (seed %i)',
    (seed) => {
      const faults = FAULT_NAMES.filter((name) => name.startsWith('agent') || name === 'clock-forward');
      const { over, of } = run({ ...all, faults }, { seed });
      expect(over.laws.presentCount).toBe(over.laws.account().queued + over.laws.account().putOff);
      expect(of('chats').came).toBe(60);
      expect(Math.min(...over.faults.counts().map(([, applied]) => applied))).toBeGreaterThan(0);
      const storm = run({ ...all, faults: 'storm', calls: 200 }, { seed });
      expect(storm.of('tasks').came).toBe(40);
    },
  );

  test('is stopped where a chat loses its agent and nothing is said', () => {
    const untold = { chats: chats({ flow: 'chat-untold' }), faults: ['agent-drops-mid-call'] };
    expect(() => run(untold)).toThrow(
      /^the law 'nothing ends without the caller having been told' was broken: contact '\S+' ended with AGENT_NETWORK_DISCONNECT in silence/,
    );
  });

  test('refuses flows, queues and routing profiles that are not there', () => {
    const queues = [{ queue: 'sales', channel: 'CHAT' as const, priority: 1, delaySeconds: 0 }];
    const wrong = {
      chats: chats({ flow: 'chatt', says: { 'chat-bot/asks': 'x' } }),
      tasks: tasks({ flow: 'nowhere' }),
      routingProfiles: { agents: { queues }, experts: {} },
    };
    expect(() => run(wrong)).toThrow(
      [
        "routingProfiles.agents.queues.0.queue: the instance has no queue 'sales'; there are 'support'",
        "routingProfiles.experts: the instance has no routing profile 'experts'; there are 'agents'",
        "chats.flow: the instance has no inbound flow 'chatt'; did you mean 'chat'?",
        "tasks.flow: the instance has no inbound flow 'nowhere'; there are 'main', ",
      ].join('\n'),
    );
    expect(() => run(wrong)).toThrow("chats.says.chat-bot/asks: the flow 'chat-bot' has no step 'asks'");
  });
});

const isTask = (seen: readonly { readonly effect: Effect }[], contactId: string): boolean =>
  seen.some(({ effect }) => effect.kind === 'task-started' && effect.contactId === contactId);
