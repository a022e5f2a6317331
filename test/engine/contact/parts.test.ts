/** The small parts that the engine stands on. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { speechDurationMs } from '../../../engine/blocks/speech-duration.ts';
import { describeContact, openContacts } from '../../../engine/contact/describe.ts';
import { createWorld, step } from '../../../engine/contact/engine.ts';
import { Heap } from '../../../engine/contact/heap.ts';
import { Line, type LineMember } from '../../../engine/contact/line.ts';
import { maskText } from '../../../engine/contact/masking.ts';
import { PromptNames } from '../../../engine/contact/prompt-names.ts';
import { SeededRandom } from '../../../engine/contact/seeded-random.ts';
import { ENDED_CONTACTS_KEPT } from '../../../engine/limits.ts';
import { instanceOf, NUMBER, say } from './centre.ts';

describe('a heap', () => {
  test('gives what is left in order, whatever was taken out of its middle', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.boolean())), (values) => {
        const heap = new Heap<{ place: number; value: number }>((a, b) => a.value < b.value);
        const items = values.map(([value, removed]) => ({ place: -1, value, removed }));
        for (const item of items) heap.add(item);
        for (const item of items) if (item.removed) heap.remove(item);
        const out: number[] = [];
        for (let item = heap.takeFirst(); item !== undefined; item = heap.takeFirst()) out.push(item.value);
        expect(out).toEqual(
          items
            .filter(({ removed }) => !removed)
            .map(({ value }) => value)
            .sort((a, b) => a - b),
        );
        expect(items.every(({ place }) => place === -1)).toBe(true);
      }),
    );
  });
});

describe('a line', () => {
  interface Person extends LineMember<Person> {
    readonly name: number;
  }
  test('stays in the order of coming, whoever leaves it and comes again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), (names) => {
        const line = new Line<Person>();
        let standing: Person[] = [];
        for (const name of names) {
          const there = standing.find((person) => person.name === name);
          if (there === undefined) {
            const person: Person = { name, ahead: undefined, behind: undefined };
            line.add(person);
            standing.push(person);
          } else {
            line.remove(there);
            standing = standing.filter((person) => person !== there);
          }
          expect([...line]).toEqual(standing);
          expect(line.size).toBe(standing.length);
        }
      }),
    );
  });
});

describe('ended contacts', () => {
  test('can be described for a while, those that are open for ever, and no more are kept than that', () => {
    const instance = instanceOf({ flows: { main: { hello: say('Hello.', 'hello') } } });
    const world = createWorld({ instance, seed: 1, nowMs: 0 });
    const dial = (): string => {
      const [started] = step(world, { kind: 'dial', to: NUMBER, playback: 'estimated' }, 0);
      return started?.kind === 'contact-started' ? started.contactId : '';
    };
    const open = [dial()];
    const ended: string[] = [];
    for (let call = 0; call < 3 * ENDED_CONTACTS_KEPT; call += 1) {
      if (call % ENDED_CONTACTS_KEPT === 7) open.push(dial());
      const contactId = dial();
      step(world, { kind: 'caller-hangs-up', contactId }, 0);
      ended.push(contactId);
    }
    expect(open.map((contactId) => describeContact(world, contactId)?.phase)).toEqual(open.map(() => 'flow'));
    expect(openContacts(world)).toEqual(open);
    const last = ended.slice(-ENDED_CONTACTS_KEPT);
    expect(last.map((contactId) => describeContact(world, contactId)?.phase)).toEqual(
      last.map(() => 'ended'),
    );
    expect(describeContact(world, ended[0] ?? '')).toBeUndefined();
    expect(world.contacts.size).toBeLessThanOrEqual(2 * ENDED_CONTACTS_KEPT + open.length);
  });
});

test('prompts are named by their number, whatever number came before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000_000)), (numbers) => {
      const names = new PromptNames();
      const all = [...numbers, 999, 1000, 1999, 2000];
      expect(all.map((number) => names.of(number))).toEqual(all.map((number) => `prompt-${number}`));
    }),
  );
});

describe('chance', () => {
  test('is the same for the same seed and stream, and another for another', () => {
    const draw = (seed: number, stream: number) =>
      Array.from({ length: 5 }, () => 0).map(
        (
          (random) => () =>
            random.next()
        )(new SeededRandom(seed, stream)),
      );
    expect(draw(1, 1)).toEqual(draw(1, 1));
    expect(draw(1, 1)).not.toEqual(draw(2, 1));
    expect(draw(1, 1)).not.toEqual(draw(1, 2));
    expect(draw(1, 1)).not.toEqual(draw(1 + 2 ** 32, 1));
  });
  test('makes identifiers in the shape of a UUID, all different', () => {
    const random = new SeededRandom(3, 1);
    const made = Array.from({ length: 1000 }, () => random.identifier());
    expect(
      made.every((id) => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
    ).toBe(true);
    expect(new Set(made).size).toBe(1000);
  });
  test('stays within its bounds and reaches both', () => {
    const random = new SeededRandom(3, 1);
    const drawn = new Set(Array.from({ length: 1000 }, () => random.between(1, 10)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('the length of speech', () => {
  test('of an ordinary sentence is that of a person speaking calmly', () => {
    const ms = speechDurationMs(
      'Thank you for calling Larkfield Supplies. How can we help you today?',
      'text',
    );
    expect(ms).toBeGreaterThan(3500);
    expect(ms).toBeLessThan(6000);
  });
  test('never is nothing, and grows with the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(speechDurationMs(one, 'text')).toBeGreaterThanOrEqual(200);
        expect(speechDurationMs(one + other, 'text')).toBeGreaterThanOrEqual(speechDurationMs(one, 'text'));
      }),
    );
  });
  test('counts pauses of SSML, ten seconds each at most, and no tags', () => {
    const plain = speechDurationMs('<speak>Hello there.</speak>', 'ssml');
    expect(
      speechDurationMs('<speak>Hello<break time="1500ms"/> there.</speak>', 'ssml') - plain,
    ).toBeLessThan(1700);
    expect(speechDurationMs("<speak>Hello there.<break time='99s'/></speak>", 'ssml') - plain).toBeLessThan(
      10_200,
    );
    expect(plain).toBe(speechDurationMs('Hello there.', 'text'));
  });
  test('gives Japanese signs the time of syllables', () => {
    expect(speechDurationMs('お電話ありがとうございます。', 'text')).toBeGreaterThan(2000);
  });
});

describe('a masked text', () => {
  test.each([
    ['arn:aws:connect:us-east-1:123456789012:instance/1234', '1234'],
    ['c-1001', '1001'],
    ['11:00:1001.5', '1001'],
    ['order-4711/2', '4711'],
  ])('keeps digits inside an identifier, whose mask would tell them: %s', (text, secret) => {
    expect(maskText(new Set([secret]), text)).toBe(text);
  });
  test.each([
    ['You keyed 4711.', 'You keyed ••••.'],
    ['{"pin":"4711"}', '{"pin":"••••"}'],
    ['pin=4711, again', 'pin=••••, again'],
    ['4711', '••••'],
    ['47*1 was keyed', '47*1 was keyed'],
  ])('hides a secret that stands alone: %s', (text, shown) => {
    expect(maskText(new Set(['4711']), text)).toBe(shown);
  });
  test('hides a secret with a star, which is no pattern', () => {
    expect(maskText(new Set(['47*1']), 'keyed 47*1 and 471')).toBe('keyed •••• and 471');
  });

  test('has no word that is a secret of three keys or more, and the length it had', () => {
    const secret = fc.stringMatching(/^[0-9*#]{3,8}$/);
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        fc.string(),
        fc.string(),
        (secrets, before, after) => {
          const text = [before, ...secrets, after].join(' ');
          const shown = maskText(new Set(secrets), text);
          expect(shown.split(' ').filter((word) => secrets.includes(word))).toEqual([]);
          expect(shown).toHaveLength(text.length);
        },
      ),
    );
  });
});
