/** Texts that the engine writes piece by piece say what the slow ways of writing them say. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createWorld } from '../../../engine/contact/engine.ts';
import { lambdaEvent } from '../../../engine/contact/lambda-event.ts';
import { newContact } from '../../../engine/contact/new-contact.ts';
import { TimeStamps } from '../../../engine/contact/time-stamps.ts';
import { anyText } from '../../kit/any-text.ts';
import { instanceOf, NUMBER } from './centre.ts';

describe('a moment in the flow log', () => {
  const iso = (ms: number) => new Date(ms).toISOString();
  test('is the one that Date writes, whatever was written before it', () => {
    const moments = fc.oneof(
      fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }),
      fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 0, 3) }),
    );
    fc.assert(
      fc.property(fc.array(moments, { minLength: 1, maxLength: 5 }), (all) => {
        const stamps = new TimeStamps();
        expect(all.map((ms) => stamps.at(ms))).toEqual(all.map(iso));
      }),
    );
  });
  test.each([
    0,
    -1,
    86_399_999,
    86_400_000,
    Date.UTC(2024, 1, 29, 23, 59, 59, 999),
    Date.UTC(9999, 11, 31, 23, 59),
  ])('%d is the one that Date writes', (ms) => {
    expect(new TimeStamps().at(ms)).toBe(iso(ms));
  });
  test('between two milliseconds is the earlier', () => {
    expect(new TimeStamps().at(1_500.75)).toBe(iso(1_500));
  });
  test('that no Date can hold is refused', () => {
    expect(() => new TimeStamps().at(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('the event of a function', () => {
  const world = createWorld({ instance: instanceOf({ flows: {} }), seed: 1, nowMs: 0 });
  const texts = fc.oneof(anyText(), fc.string(), fc.constant('\u2028"\\\ud800'));
  const names = texts.filter((name) => !/^\d+$/.test(name));
  test('is JSON with every attribute, tag and parameter as it is, whatever signs are in it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(names, texts, { noNullPrototype: true }),
        fc.dictionary(names, texts, { noNullPrototype: true }),
        texts,
        (attributes, tags, value) => {
          const contact = newContact(world, 'VOICE', 'INBOUND', 'estimated', undefined, NUMBER);
          for (const [name, text] of Object.entries(attributes)) contact.attributes.set(name, text);
          contact.tags = new Map(Object.entries(tags));
          contact.data = new Map([['Name', value]]);
          const written = lambdaEvent(world.instance, contact, { value });
          const event = JSON.parse(written);
          expect(written).toBe(JSON.stringify(event));
          expect(Object.entries(event.Details.ContactData.Attributes)).toEqual(Object.entries(attributes));
          expect(event.Details.ContactData.Tags).toMatchObject(tags);
          expect(event.Details.ContactData.Name).toBe(value);
          expect(event.Details.ContactData.CustomerEndpoint).toBeNull();
          expect(event.Details.ContactData.SystemEndpoint.Address).toBe(NUMBER);
          expect(event.Details.Parameters).toEqual({ value });
        },
      ),
    );
  });
});
