/** SSML becomes words for screens and for voices that know no SSML. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { speechOfSsml, wordsOfSsml } from '../../../local/web/spoken-text.ts';

test('a screen shows digits together, a voice says them one by one', () => {
  const ssml = '<speak>Order <say-as interpret-as="digits">1002</say-as> is on its way.</speak>';
  expect(wordsOfSsml(ssml)).toBe('Order 1002 is on its way.');
  expect(speechOfSsml(ssml)).toBe('Order 1 0 0 2 is on its way.');
});

test.each([
  ['<speak>Please<break time="1s"/>wait.</speak>', 'Please wait.'],
  ['<speak><p>One.</p><p>Two.</p></speak>', 'One. Two.'],
  ['<speak>un<emphasis>believ</emphasis>able</speak>', 'unbelievable'],
  ['<speak>Fish &amp; chips &lt;3</speak>', 'Fish & chips <3'],
  ['<speak>broken <say-as', 'broken <say-as'],
])('%s becomes %s', (ssml, words) => {
  expect(wordsOfSsml(ssml)).toBe(words);
});

test('no markup is ever shown', () => {
  const element = fc.constantFrom('<break/>', '<s>', '</s>', '<prosody rate="slow">', '</prosody>');
  fc.assert(
    fc.property(fc.array(fc.oneof(element, fc.stringMatching(/^[a-z ]{0,9}$/))), (pieces) => {
      expect(wordsOfSsml(`<speak>${pieces.join('')}</speak>`)).not.toMatch(/[<>]/);
    }),
  );
});
