/** Calls in every language: greeted in the one that is known, chosen once, remembered, changed by 9, and English where all else fails. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Language, wordsOf } from '../../contact-flows/languages.ts';
import { switchOff, switchOn } from '../../lambdas/tables/announcements.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { throwsAtOnce, timeout } from '../kit/faults.ts';
import { greta, imani, noor, stranger, tomas, withheld } from '../kit/people.ts';
import { describeSpeakers } from './speakers.ts';
import { wasHere } from './transitions/returning-routes.ts';

describe('languages:', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await openCentre({ languages: 'all' });
  });
  afterAll(() => centre.close());
  beforeEach(() => centre.forgetLanguages());
  afterEach(() => centre.everybodyLeaves());

  const english = wordsOf('en');
  const offer = (language: Language, key: string) => wordsOf(language).offerLanguage({ key });
  const KEYS = { en: '1', el: '2', hu: '3', ro: '4' } as const;
  const offersInTurn = [offer('el', '2'), offer('hu', '3'), offer('ro', '4')];

  /** Hears offers and says nothing to them. */
  async function letsPass(call: Call, offers: number): Promise<void> {
    for (let passed = 0; passed < offers; passed += 1) await call.staysSilent();
  }

  /** Hears the greeting and the offers up to one of them, and presses its key. */
  async function chooses(call: Call, language: 'el' | 'hu' | 'ro'): Promise<void> {
    await call.hears(english.greeting);
    await letsPass(call, Number(KEYS[language]) - 2);
    await call.hears(offer(language, KEYS[language]));
    await call.presses(KEYS[language]);
  }

  describe('who calls from a number that nobody knows', () => {
    test('hears the greeting and the other languages, each in itself, and goes on in English', async () => {
      const call = centre.dial(stranger);
      await letsPass(call, 3);
      await call.hears(english.mainMenuOrLanguage);
      expect(call.heard).toEqual([
        english.greeting,
        ...offersInTurn,
        english.recordingNotice,
        english.mainMenuOrLanguage,
      ]);
      expect(call.attributes).toMatchObject({ language: 'en', languageChoice: 'made' });
    });

    test.each(['el', 'hu', 'ro'] as const)(
      'hears all else in %s once they have chosen it',
      async (language) => {
        const words = wordsOf(language);
        const call = centre.dial(stranger);
        await chooses(call, language);
        await call.hears(words.recordingNotice);
        await call.hears(words.mainMenuOrLanguage);
        await call.presses('8');
        await call.hears(words.mainMenuOtherKey);
        await call.presses('3');
        await call.hears(words.askProblem);
        await call.presses('0');
        await call.hears(words.nobodySignedIn);
        expect(call.attributes['language']).toBe(language);
        const said = call.heard.slice(call.heard.indexOf(words.recordingNotice));
        expect(said.filter((text) => /\b(?:press|your|please)\b/i.test(text))).toEqual([]);
      },
    );

    test.each(['el', 'hu', 'ro'] as const)(
      'tries in %s what helps a product, and hears of its case when it did not',
      async (language) => {
        const words = wordsOf(language);
        const call = centre.dial(stranger);
        await chooses(call, language);
        await call.hears(words.mainMenuOrLanguage);
        for (const [key, next] of [
          ['3', words.askProblem],
          ['2', words.askSymptom],
          ['3', words.offerSteps],
          ['1', words.stepLevel],
          ['', words.stepSilence],
          ['2', words.stepHose],
          ['2', words.troubleOrder],
          ['#', words.problemNoting],
        ] as const) {
          await (key === '' ? call.staysSilent() : call.presses(key));
          await call.hears(next);
          if (next === words.askSymptom) call.isGiven({ customerId: imani.customerId });
        }
        await call.hears(words.afterProblem);
        expect(await centre.casesOf(call)).toMatchObject([{ details: { symptom: 'noise-or-leak' } }]);
      },
    );

    test('hears what is announced in the language of their choice, and again in another one', async () => {
      const nowMs = centre.cloud.centre.nowMs();
      const at = (minutes: number) => new Date(nowMs + minutes * 60_000).toISOString();
      const announcement = {
        announcementId: 'storm',
        kind: 'announcement' as const,
        from: at(0),
        until: at(60),
        texts: { en: 'A storm.', hu: 'Vihar van.' },
        fallback: 'en' as const,
        by: 'robin',
        at: at(0),
      };
      await switchOn(centre.table('CustomersTable'), announcement, nowMs);
      const call = centre.dial(stranger);
      await chooses(call, 'hu');
      await call.hears('Vihar van.');
      await call.presses('9');
      await call.presses('1');
      await call.hears('A storm.');
      await call.hears(english.mainMenuOrLanguage);
      await switchOff(centre.table('CustomersTable'), 'storm');
    });

    test('may press the key of a language while another one is offered', async () => {
      const call = centre.dial(stranger);
      await call.hears(offer('el', '2'));
      await call.presses('4');
      await call.hears(wordsOf('ro').mainMenuOrLanguage);
      expect(call.heard).not.toContain(offer('hu', '3'));
    });

    test('reaches a person by 0, and hears before that calls are recorded', async () => {
      const call = centre.dial(stranger);
      await call.hears(offer('el', '2'));
      await call.presses('0');
      await call.hears(english.nobodySignedIn);
      expect(call.heard.slice(2)).toEqual([english.recordingNotice, english.nobodySignedIn]);
      expect(call.attributes).toMatchObject({ reason: 'asked-for-person', language: 'en' });
    });

    test('who presses 1 goes on in English at once', async () => {
      const call = centre.dial(stranger);
      await call.hears(offer('el', '2'));
      await call.presses('1');
      await call.hears(english.mainMenuOrLanguage);
      expect(call.heard).not.toContain(offer('hu', '3'));
    });

    test('a key that is none of a language is no choice', async () => {
      const call = centre.dial(stranger);
      for (const words of offersInTurn) {
        await call.hears(words);
        await call.presses('7');
      }
      await call.hears(english.mainMenuOrLanguage);
    });

    test('a withheld number is asked like any other', async () => {
      const call = centre.dial(withheld);
      await chooses(call, 'hu');
      await call.hears(wordsOf('hu').mainMenuOrLanguage);
    });
  });

  describe('who is known', () => {
    const heardAtOnce = async (from: string, language: Language): Promise<void> => {
      const words = wordsOf(language);
      const call = centre.dial({ from });
      await call.hears(words.mainMenuOrLanguage);
      expect(call.heard).toEqual([words.greeting, words.recordingNotice, words.mainMenuOrLanguage]);
    };

    test('chooses once, and is greeted in that language from then on', async () => {
      const call = centre.dial(imani);
      await chooses(call, 'el');
      await call.hears(wordsOf('el').mainMenuOrLanguage);
      call.hangsUp();
      await heardAtOnce(imani.from, 'el');
    });

    test.each(['en', 'hu'] as const)(
      'was here a short while ago, and reaches the team by 7 in %s',
      async (language) => {
        await wasHere({}, noor.from)(centre);
        const sam = centre.agent('sam');
        sam.becomesAvailable();
        const call = centre.dial(noor);
        if (language === 'en') await letsPass(call, 3);
        else await chooses(call, language);
        await call.hears(wordsOf(language).returning);
        await call.hears(wordsOf(language).mainMenuOrLanguage);
        await call.presses('7');
        await sam.accepts(call);
        expect(call.attributes).toMatchObject({ reason: 'returning', language });
      },
    );

    test('is not asked again after silence, which means English', async () => {
      const call = centre.dial(tomas);
      await letsPass(call, 3);
      await call.hears(english.mainMenuOrLanguage);
      expect(call.heard).toContain(offersInTurn[2]);
      call.hangsUp();
      await heardAtOnce(tomas.from, 'en');
    });

    test('changes the language by 9, in the middle of a call and for later ones', async () => {
      const romanian = wordsOf('ro');
      const call = centre.dial(greta);
      await chooses(call, 'ro');
      await call.hears(romanian.mainMenuOrLanguage);
      await call.presses('9');
      await call.hears(offer('en', '1'));
      await letsPass(call, 2);
      await call.hears(offer('hu', '3'));
      await call.presses('3');
      await call.hears(wordsOf('hu').mainMenuOrLanguage);
      expect(call.heard.filter((text) => text === wordsOf('hu').recordingNotice)).toEqual([]);
      call.hangsUp();
      await heardAtOnce(greta.from, 'hu');
    });

    test('who says nothing after 9 keeps the language', async () => {
      const call = centre.dial(noor);
      await chooses(call, 'ro');
      await call.hears(wordsOf('ro').mainMenuOrLanguage);
      await call.presses('9');
      await letsPass(call, 4);
      await call.hears(wordsOf('ro').mainMenuOrLanguage);
    });

    test('is offered their own language too after 9, when they were greeted in another', async () => {
      await centre.remembers(noor.from, 'el');
      const call = centre.dial(noor);
      await call.hears(wordsOf('el').mainMenuOrLanguage);
      await call.presses('9');
      await call.hears(offer('en', '1'));
      await call.presses('1');
      await call.hears(english.mainMenuOrLanguage);
    });

    test('hears how an order stands as their people say it', async () => {
      const greek = wordsOf('el');
      const call = centre.dial(tomas);
      await chooses(call, 'el');
      await call.hears(greek.mainMenuOrLanguage);
      await call.presses('1');
      await call.hears(greek.askPin);
      await call.presses(`${tomas.pin}#`);
      await call.hears(greek.askOrder);
      await call.presses('1#');
      await call.hears(/^Η παραγγελία 1 0 0 4 έχει συσκευαστεί .*αργότερα απ’ όσο υπολογίζαμε\.$/);
    });
  });

  test.each([
    ['el', 'Φωτιστικό γραφείου', tomas],
    ['hu', 'Asztali lámpa', imani],
    ['ro', 'Lampă de birou', greta],
  ] as const)(
    'who orders in %s hears the product called %s, asked about and read back',
    async (language, name, caller) => {
      const words = wordsOf(language);
      const call = centre.dial(caller);
      await chooses(call, language);
      await call.hears(words.mainMenuOrLanguage);
      await call.presses('4');
      await call.presses('2101#');
      await call.hears(new RegExp(`${name}.* 49 `));
      call.hangsUp();
      const again = centre.dial(caller);
      await again.hears(words.mainMenuOrLanguage);
      await again.presses('2');
      await again.presses(`${caller.pin}#`);
      await again.presses('2101#');
      await again.hears(new RegExp(`^${name}, `));
      await again.presses('2#');
      await again.hears(new RegExp(`^${name}, .*2`));
      expect(again.heard.join(' ')).not.toContain('Desk lamp');
    },
  );

  test('whoever is transferred to another team waits in the language of the call', async () => {
    const hungarian = wordsOf('hu');
    const said: string[] = [];
    centre.cloud.centre.observe(({ effect }) => said.push(JSON.stringify(effect)));
    const sam = centre.agent('sam');
    sam.becomesAvailable();
    const call = centre.dial(stranger);
    await chooses(call, 'hu');
    await call.hears(hungarian.mainMenuOrLanguage);
    await call.presses('0');
    await sam.accepts(call);
    await sam.talksTo(call);
    const { quickConnects = [] } = centre.cloud.centre.instance;
    const to = { quickConnectId: quickConnects.find(({ name }) => name === 'orders')?.id ?? '' };
    const event = { userId: sam.userId, contactId: call.contactId };
    centre.cloud.centre.send({ kind: 'agent-consults', ...event, to });
    await centre.passes(20_000);
    centre.cloud.centre.send({ kind: 'agent-hangs-up', ...event });
    await centre.passes(60_000);
    expect(said.filter((effect) => effect.includes(hungarian.waitOffer))).not.toEqual([]);
    expect(said.filter((effect) => effect.includes(english.waitOffer))).toEqual([]);
  });

  describeSpeakers(() => centre);

  describe('where something fails', () => {
    test('the choice that cannot be remembered holds for the call, and the next one asks again', async () => {
      const call = centre.dial({ ...imani, faults: { 'remember-language': throwsAtOnce() } });
      await chooses(call, 'ro');
      await call.hears(wordsOf('ro').mainMenuOrLanguage);
    });

    test('records that are down are told in English, to a person who can help', async () => {
      const call = centre.dial({ ...imani, faults: { 'lookup-customer': timeout() } });
      await call.hears(english.greeting);
      await call.hears(english.recordingNotice);
      await call.hears(english.recordsFault);
      expect(call.attributes['language']).toBe('en');
    });
  });
});
