/** What counts as the message that is waited for. */
import { describe, expect, test } from '@jest/globals';
import { likeness, SIMILAR_FROM } from '../../../engine/testing-language/matching.ts';
import { spokenWords } from '../../../engine/testing-language/spoken-words.ts';
import { hangUp as flowEnd, type Steps, say } from '../contact/centre.ts';
import { benchOf, end, message, observation, run } from './bench.ts';

const MENU = 'For sales, press 1. For support, press 2. For billing, press 3.';

describe('words', () => {
  test('are spelt as they sound', () => {
    expect(spokenWords('<speak>Press 1,\n then the # key!</speak>')).toEqual([
      'press',
      'one',
      'then',
      'the',
      'pound',
      'key',
    ]);
    expect(spokenWords('Don’t')).toEqual(['dont']);
    expect(spokenWords('… — !')).toEqual([]);
  });
});

describe('Similarity', () => {
  const isSimilar = (expected: string, said: string) =>
    likeness(expected, said, 'Similarity') >= SIMILAR_FROM;

  test.each([
    ['the same', MENU],
    ['digits that were heard as words', 'for sales press one for support press two for billing press three'],
    ['a part of it', 'For support, press 2.'],
    ['a word heard wrongly', 'For sails, press one. For support, press two. For billing, press three.'],
    ['a word left out', 'For sales press 1. Support, press 2. For billing, press 3.'],
    [
      'SSML',
      '<speak>For sales, press 1. For support, <break time="1s"/> press 2. For billing, press 3.</speak>',
    ],
  ])('takes %s', (_what, expected) => {
    expect(isSimilar(expected, MENU)).toBe(true);
  });

  test.each([
    ['another menu', 'To leave a message, press 1. To end the call, press 9.'],
    ['the words in another order', 'three press billing for two press support for one press sales for'],
    ['nothing', ''],
    ['punctuation', '…'],
  ])('does not take %s', (_what, expected) => {
    expect(isSimilar(expected, MENU)).toBe(false);
  });

  test('cannot tell keys that nobody may read, and believes them', () => {
    expect(likeness('You pressed 1234.', 'You pressed ••••.', 'Similarity')).toBe(1);
    expect(isSimilar('You pressed 12345.', 'You pressed ••.')).toBe(false);
  });
});

describe('Inclusion', () => {
  test.each([
    ['for support', true],
    ['For support, press 2', true],
    ['press two', true],
    ['press 4', false],
    ['for sails', false],
  ])('of "%s" is %s', (expected, included) => {
    expect(likeness(expected, MENU, 'Inclusion')).toBe(included ? 1 : 0);
  });
});

describe('prompts one after the other', () => {
  const main: Steps = {
    one: say('Welcome to Larkfield.', 'two'),
    two: say('This call is recorded.', 'mark'),
    mark: [
      'UpdateContactAttributes',
      { Attributes: { a: 'b' } },
      { next: 'three', errors: { NoMatchingError: 'three' } },
    ],
    three: say('Goodbye, and thank you for calling.', 'end'),
    end: flowEnd,
  };
  const notesOf = async (...observations: Parameters<typeof run>[1]) => {
    const { failure, notes } = await run(benchOf({ flows: { main } }), observations);
    expect(failure).toBeUndefined();
    return notes;
  };

  test('are taken as one message, with a word of warning', async () => {
    expect(
      await notesOf(observation('both', message('Welcome to Larkfield. This call is recorded.'), [end])),
    ).toEqual(["'both' takes consecutive prompts as one message, which not every report says"]);
  });

  test('are taken as two, with a word of warning', async () => {
    const notes = await notesOf(
      observation('one', message('Welcome to Larkfield.'), [], ['two']),
      observation('two', message('This call is recorded.'), [end]),
    );
    expect(notes).toEqual([
      "'two' takes consecutive prompts as messages of their own, which not every report says",
    ]);
  });

  test('that an earlier observation has taken are not taken again with the next', async () => {
    const { failure } = await run(benchOf({ flows: { main } }), [
      observation('one', message('Welcome to Larkfield.'), [], ['again']),
      observation('again', message('Welcome to Larkfield.'), [end]),
    ]);
    expect(failure?.reasons).toEqual(['OBSERVE_EVENT']);
  });

  test('are two messages in every report where the flow did something between them', async () => {
    const notes = await notesOf(
      observation('two', message('This call is recorded.'), [], ['three']),
      observation('three', message('Goodbye.'), [end]),
    );
    expect(notes).toEqual([]);
  });

  test('are no message together where the flow did something between them', async () => {
    const { failure } = await run(benchOf({ flows: { main } }), [
      observation('both', message('This call is recorded. Goodbye, and thank you for calling.'), [end]),
    ]);
    expect(failure?.reasons).toEqual(['OBSERVE_EVENT']);
  });

  test('that are nearly what was expected are a close call', async () => {
    expect(await notesOf(observation('close', message('This call is being recorded'), [end]))).toEqual([
      "'close' is 80 % alike to what was said, and the service may decide otherwise",
    ]);
  });
});

describe('recorded prompts and audio', () => {
  const main: Steps = {
    music: ['MessageParticipant', { PromptId: 'music' }, { next: 'audio' }],
    audio: [
      'MessageParticipant',
      { Media: { Uri: 's3://sounds/a.wav', SourceType: 'S3', MediaType: 'Audio' } },
      { next: 'end' },
    ],
    end: flowEnd,
  };
  const heard = (Properties: { readonly [name: string]: string | { readonly [name: string]: string } }) =>
    run(benchOf({ flows: { main } }), [
      observation(
        'heard',
        { Type: 'MessageReceived', Properties: { ...Properties, MatchingCriteria: { Type: 'Similarity' } } },
        [end],
      ),
    ]);

  test.each([
    ['a prompt by its id', { PromptId: 'music' }, 'PASSED'],
    [
      'a prompt by its ARN',
      { PromptId: 'arn:aws:connect:us-east-1:123456789012:instance/i1/prompt/music' },
      'PASSED',
    ],
    ['another prompt', { PromptId: 'nobody' }, 'FAILED'],
    ['audio', { Media: { Uri: 's3://sounds/a.wav', SourceType: 'S3', MediaType: 'Audio' } }, 'PASSED'],
    ['other audio', { Media: { Uri: 's3://sounds/b.wav', SourceType: 'S3', MediaType: 'Audio' } }, 'FAILED'],
    ['their name as words', { Text: 'queue-music' }, 'FAILED'],
  ])('%s', async (_what, properties, status) => {
    expect((await heard(properties)).status).toBe(status);
  });
});
