/** Callers who wait for a person, in a centre of several languages: Sam speaks Hungarian, Robin Romanian, nobody Greek. */
import { describe, expect, test } from '@jest/globals';
import { type Language, wordsOf } from '../../contact-flows/languages.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { greta, noor, type Person, tomas } from '../kit/people.ts';
import { atLength } from './at-length.ts';
import { wasHere } from './transitions/returning-routes.ts';

/** Of the step in which only agents who speak the language are rung. */
const STEP_MS = 30_000;
const SAME_AGENT_MS = 45_000;

export function describeSpeakers(the: () => ContactCentre): void {
  const isFree = (username: 'sam' | 'robin'): Agent => {
    const agent = the().agent(username);
    agent.becomesAvailable();
    return agent;
  };
  /** Asks for a person in a language, or comes back about the same, and waits. */
  const waits = async (person: Person, language: Language, key: '0' | '7' = '0'): Promise<Call> => {
    await the().remembers(person.from, language);
    const call = the().dial(person);
    await call.hears(wordsOf(language).mainMenuOrLanguage);
    await call.presses(key);
    await call.isQueuedIn('support');
    return call;
  };
  const rings = ({ state }: Agent, { contactId }: Call): boolean =>
    state.contact?.contactId === contactId && state.contact.state === 'ringing';

  describe('a caller who waits in Hungarian', () => {
    test('is put through to the agent who speaks it, though another has been free for longer', async () => {
      isFree('robin');
      await the().passes(60_000);
      const sam = isFree('sam');
      const call = await waits(tomas, 'hu');
      await sam.accepts(call);
      await sam.hears(call, /^Speaks Hungarian\.$/);
      await sam.talksTo(call);
    });

    test('but had chosen English goes to whoever has been free for longest', async () => {
      const robin = isFree('robin');
      await the().passes(60_000);
      isFree('sam');
      const call = await waits(tomas, 'en');
      await robin.accepts(call);
      await robin.talksTo(call);
      call.never.hears(/Speaks/);
    });

    test('is put through to anybody after half a minute, and hears what every caller hears', async () => {
      const robin = isFree('robin');
      const call = await waits(tomas, 'hu');
      const queuedMs = the().cloud.centre.nowMs();
      await the().passes(STEP_MS - 1_000);
      expect(rings(robin, call)).toBe(false);
      await robin.accepts(call);
      expect(the().cloud.centre.nowMs() - queuedMs).toBeLessThan(STEP_MS + 5_000);
      await robin.hears(call, 'Speaks Hungarian.');
      await robin.talksTo(call);
      const hungarian = wordsOf('hu');
      const before = [hungarian.greeting, hungarian.recordingNotice, hungarian.mainMenuOrLanguage];
      expect(call.heard).toEqual([
        ...before,
        hungarian.connecting,
        'queue-music',
        'queue-music',
        hungarian.nextInLine,
        hungarian.waitOneMinute,
        hungarian.agentIsHere,
      ]);
    });

    test('gets the agent who speaks it and becomes free in that half minute', async () => {
      const robin = isFree('robin');
      const call = await waits(tomas, 'hu');
      await the().passes(10_000);
      const sam = isFree('sam');
      await sam.accepts(call);
      expect(robin.state.contact).toBeUndefined();
    });

    test('and hangs up in that half minute leaves nothing behind, and the next one is served', async () => {
      const robin = isFree('robin');
      const call = await waits(tomas, 'hu');
      await the().passes(10_000);
      call.hangsUp();
      await the().passes(STEP_MS);
      expect(robin.state.contact).toBeUndefined();
      const next = await waits(noor, 'en');
      await robin.accepts(next);
    });

    atLength('is offered to the one who speaks it again after a ring that nobody took', async () => {
      const sam = isFree('sam');
      const call = await waits(tomas, 'hu');
      await sam.misses(call);
      const robin = isFree('robin');
      sam.becomesAvailable();
      await sam.accepts(call);
      expect(robin.state.contact).toBeUndefined();
    });
  });

  test('a caller in Greek, which nobody speaks well enough, waits for nobody in particular', async () => {
    const sam = isFree('sam');
    const call = await waits(greta, 'el');
    const queuedMs = the().cloud.centre.nowMs();
    await sam.accepts(call);
    expect(the().cloud.centre.nowMs() - queuedMs).toBeLessThan(1_000);
    await sam.hears(call, 'Speaks Greek.');
    expect(call.attributes).toMatchObject({ language: 'el', speakers: 'none' });
  });

  describe('a caller who comes back', () => {
    test('gets the agent of the last time before one who speaks the language', async () => {
      await wasHere({}, tomas.from, 'robin')(the());
      isFree('sam');
      await the().passes(60_000);
      const robin = isFree('robin');
      const call = await waits(tomas, 'hu', '7');
      await robin.accepts(call);
    });

    test('then one who speaks the language, then anybody', async () => {
      await wasHere({}, tomas.from, 'robin')(the());
      const robin = isFree('robin');
      const other = await waits(noor, 'en');
      await robin.accepts(other);
      await robin.talksTo(other);
      const sam = isFree('sam');
      const call = await waits(tomas, 'hu', '7');
      await the().passes(SAME_AGENT_MS - 1_000);
      expect(rings(sam, call)).toBe(false);
      await sam.accepts(call);
      await sam.talksTo(call);
      call.hangsUp();
      sam.signsOut();

      await wasHere({}, tomas.from, 'robin')(the());
      const again = await waits(tomas, 'ro', '7');
      const late = isFree('sam');
      await the().passes(SAME_AGENT_MS + STEP_MS - 1_000);
      expect(rings(late, again)).toBe(false);
      await late.accepts(again);
    });

    atLength('to an agent who has gone waits only for one who speaks the language', async () => {
      await wasHere({}, tomas.from, 'robin')(the());
      const sam = isFree('sam');
      const call = await waits(tomas, 'hu', '7');
      const queuedMs = the().cloud.centre.nowMs();
      await sam.accepts(call);
      expect(the().cloud.centre.nowMs() - queuedMs).toBeLessThan(1_000);
    });
  });

  test('a transfer to another team waits first for those of it who speak the language', async () => {
    const robin = isFree('robin');
    const call = await waits(tomas, 'hu');
    await robin.accepts(call);
    await robin.talksTo(call);
    robin.transfers(call, 'orders');
    robin.finishes(call);
    robin.becomesAvailable();
    await the().passes(15_000);
    expect(rings(robin, call)).toBe(false);
    const sam = isFree('sam');
    await sam.accepts(call);
    await sam.hears(call, 'Speaks Hungarian.');
  });

  describe('a task in which somebody is spoken to', () => {
    const task = (language: string): Call => {
      const { centre } = the().cloud;
      const flowId = centre.instance.flows.find(({ name }) => name === 'department-task')?.id ?? '';
      const attributes = { taskFor: 'support', taskLevel: '2', taskLanguage: language };
      centre.send({ kind: 'start-task', flowId, name: 'Call back', references: {}, attributes });
      const [started] = the().tasks().slice(-1);
      if (started === undefined) throw new Error('no task was started');
      return started;
    };
    test.each([
      ['hu', 'sam'],
      ['ro', 'robin'],
    ] as const)('in %s is for %s, whoever has been free for longer', async (language, speaker) => {
      isFree(speaker === 'sam' ? 'robin' : 'sam');
      await the().passes(60_000);
      const agent = isFree(speaker);
      await agent.isOffered(task(language));
    });
    test('is for anybody where nobody who speaks the language is there for two minutes', async () => {
      const robin = isFree('robin');
      const started = task('hu');
      await the().passes(119_000);
      expect(rings(robin, started)).toBe(false);
      await robin.isOffered(started);
    });
    atLength('in English or in Greek is for whoever has been free for longest', async () => {
      for (const language of ['en', 'el']) {
        const robin = isFree('robin');
        await the().passes(60_000);
        isFree('sam');
        await robin.accepts(task(language));
        await the().everybodyLeaves();
      }
    });
  });
}
