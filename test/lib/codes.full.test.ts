/** Whether callers are offered a code by text message follows from whether text messages are sent. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { wordsOf } from '../../contact-flows/languages.ts';
import { DEFAULT_LANGUAGE, readLanguage } from '../../lambdas/domain/language.ts';
import { readConfiguration } from '../../lib/config.ts';
import { productParts } from '../../lib/parts.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

/** Of each language, what the flow that verifies callers has in it. */
function verifyingIn(environment: 'dev' | 'prod') {
  const configuration = readConfiguration(context.callwright, environment);
  const { flows, language, translations = [] } = productParts(configuration, true);
  const verifying = [{ language, flows }, ...translations].map((spoken) => ({
    words: wordsOf(readLanguage(spoken.language) ?? DEFAULT_LANGUAGE),
    content: spoken.flows.find(({ name }) => name.startsWith('verify-caller'))?.content ?? '',
  }));
  return {
    sends: configuration.messages.sms,
    languages: verifying.length,
    withCode: verifying.filter(({ content }) => content.includes('send-code')).length,
    offered: verifying.filter(({ content, words }) => content.includes(words.askPin)).length,
    notOffered: verifying.filter(({ content, words }) =>
      [words.askPinOnly, words.pinOnlySilence, words.pinOnlyWrong].every((only) => content.includes(only)),
    ).length,
  };
}

test('callers are offered a code where text messages are sent', () => {
  expect(verifyingIn('dev')).toEqual({ sends: true, languages: 4, withCode: 4, offered: 4, notOffered: 0 });
});

test('nobody is offered a code that cannot be sent', () => {
  expect(verifyingIn('prod')).toEqual({ sends: false, languages: 4, withCode: 0, offered: 0, notOffered: 4 });
});
