/** Everything that is to be recorded of a language: what its flows play whole, and the pieces of sentences with values. */
import { type Language, MESSAGES } from '../../contact-flows/languages.ts';
import { piecesOfFunctions, piecesOfMessage, recordingName } from '../../lambdas/find-recordings/contract.ts';

/** One text to be recorded. */
export interface RecordableText {
  /** Of the prompt, e.g. `el-0123456789abcdef`. */
  readonly name: string;
  readonly language: Language;
  readonly words: string;
  /** As a file of one's own may be called too: the message, and which part of it. */
  readonly label: string;
}

/** The pieces of which messages with values and the words of functions are made, each once. */
export function pieceTexts(language: Language): readonly RecordableText[] {
  const ofMessages = Object.entries(MESSAGES[language]).flatMap(([message, text]) =>
    text.includes('{')
      ? piecesOfMessage(text).map((words, index) => ({ words, label: `${message}.${index + 1}` }))
      : [],
  );
  const ofFunctions = piecesOfFunctions(language).map((words, index) => ({
    words,
    label: `value.${index + 1}`,
  }));
  return withoutDoubles(
    [...ofMessages, ...ofFunctions].map((text) => ({
      ...text,
      language,
      name: recordingName(language, text.words),
    })),
  );
}

/** What flows play as it is, by the names of the prompts. */
export function playedTexts(
  played: ReadonlyMap<string, { readonly language: Language; readonly words: string }>,
): readonly RecordableText[] {
  return [...played].map(([name, { language, words }]) => ({
    name,
    language,
    words,
    label: labelOf(language, words),
  }));
}

/** The message that says these words, or that ends in them: the keys of a menu. */
function labelOf(language: Language, words: string): string {
  const messages = Object.entries(MESSAGES[language]);
  const whole = messages.find(([, text]) => text === words)?.[0];
  if (whole !== undefined) return whole;
  const menu = messages.find(([, text]) => text.endsWith(words))?.[0];
  return menu === undefined ? recordingName(language, words) : `${menu}.keys`;
}

export function withoutDoubles(texts: readonly RecordableText[]): readonly RecordableText[] {
  return [...new Map(texts.toReversed().map((text) => [text.name, text])).values()].toReversed();
}
