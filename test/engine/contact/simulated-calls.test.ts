/** Calls that a test begins: in a given flow, with attributes, with blocks that somebody watches, and read from outside. */
import { describe, expect, test } from '@jest/globals';
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import { contactValue } from '../../../engine/contact/contact-value.ts';
import { createWorld, step, type World } from '../../../engine/contact/engine.ts';
import { instanceOf, NUMBER, START_MS } from './centre.ts';

const says = (text: string, next: string) => ['MessageParticipant', { Text: text }, { next }] as const;
const instance = instanceOf({
  flows: {
    main: { hello: says('Main.', 'end'), end: ['DisconnectParticipant'] },
    other: { hello: says('Other, $.Attributes.colour.', 'end'), end: ['DisconnectParticipant'] },
    'waiting:CUSTOMER_QUEUE': { hello: says('Wait.', 'hello') },
  },
});

const newWorld = (): World => createWorld({ instance, seed: 1, nowMs: START_MS });
const dialled = { kind: 'dial', to: NUMBER, from: '+12025550123', playback: 'estimated' } as const;

function heard(world: World, more: object): string[] {
  return step(world, { ...dialled, ...more }, START_MS).flatMap((effect) =>
    effect.kind === 'prompt' ? [effect.text] : [],
  );
}

describe('a simulated call', () => {
  test('begins in the flow that is given, with its attributes', () => {
    expect(heard(newWorld(), { flowId: 'other', attributes: { colour: 'green' } })).toEqual([
      'Other, green.',
    ]);
  });

  test('begins in the flow of the number when none is given', () => {
    expect(heard(newWorld(), {})).toEqual(['Main.']);
  });

  test.each([
    ['nowhere', "flow 'nowhere' does not exist; give another"],
    ['waiting', "'waiting' is a CUSTOMER_QUEUE; only an inbound flow can answer"],
  ])('cannot begin in %s', (flowId, sentence) => {
    expect(() => heard(newWorld(), { flowId })).toThrow(sentence);
  });

  test.each([
    [{ 'a.b': 'c' }, "'a.b' is no name of an attribute"],
    [{ a: 'x'.repeat(33_000) }, 'the attributes of the contact would pass 32 KB'],
  ])('does not begin with attributes that no contact can have', (attributes, sentence) => {
    const world = newWorld();
    expect(() => heard(world, { attributes })).toThrow(sentence);
    expect(world.contacts.size).toBe(0);
  });

  test('has blocks of the one who watches them', () => {
    const watched: string[] = [];
    const world = createWorld({
      instance,
      seed: 1,
      nowMs: START_MS,
      findBlock(type) {
        watched.push(type);
        return blockOf(type);
      },
    });
    expect(world.flows.size).toBeGreaterThan(0);
    expect(watched).toEqual([
      'MessageParticipant',
      'DisconnectParticipant',
      'MessageParticipant',
      'DisconnectParticipant',
      'MessageParticipant',
    ]);
  });

  test('is read from outside by reference, before and after its end', () => {
    const world = newWorld();
    const [started] = step(world, { ...dialled, attributes: { colour: 'green' } }, START_MS);
    const contactId = started?.kind === 'contact-started' ? started.contactId : '';
    const read = (reference: string) => contactValue(world, contactId, reference);
    expect(read('$.Attributes.colour')).toBe('green');
    expect(read('$.CustomerEndpoint.Address')).toBe('+12025550123');
    expect(read('$.Queue.Name')).toBeUndefined();
    expect(read('colour')).toBeUndefined();
    expect(contactValue(world, 'nobody', '$.ContactId')).toBeUndefined();
    step(world, { kind: 'caller-hangs-up', contactId }, START_MS);
    expect(read('$.Attributes.colour')).toBe('green');
  });
});
