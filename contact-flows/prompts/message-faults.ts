/** What is wrong with the messages of a language, before anybody hears it: one missing, broken, too long, or of other arguments. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** Longest text that one block speaks: Amazon Polly bills and takes 3,000 characters (polly/dg/limits). */
const CHARACTERS_MAX = 3_000;

type Texts = Readonly<Record<string, string | undefined>>;

/**
 * One sentence for each fault.
 * @param language as the sentences are to name it
 * @param english the messages that there must be
 */
export function messageFaults(language: string, messages: Texts, english: Texts): string[] {
  const missing = Object.keys(english).filter((name) => (messages[name] ?? '').trim() === '');
  const unknown = Object.keys(messages).filter((name) => english[name] === undefined);
  return [
    ...(missing.length === 0 ? [] : [`messages in ${language} are missing: ${missing.join(', ')}`]),
    ...(unknown.length === 0 ? [] : [`messages in ${language} are not in English: ${unknown.join(', ')}`]),
    ...Object.entries(english).flatMap(([name, original = '']) => {
      const message = messages[name] ?? '';
      return message.trim() === ''
        ? []
        : wrongIn(message, original).map((what) => `message '${name}' in ${language} ${what}`);
    }),
  ];
}

function wrongIn(message: string, original: string): string[] {
  const [found, expected] = [argumentsOf(message), argumentsOf(original)];
  if (typeof found === 'string') return [found];
  if (typeof expected === 'string') return [`has an English message that ${expected}`];
  const [has, wants] = [[...found].sort().join(', '), [...expected].sort().join(', ')];
  return [
    ...(has === wants ? [] : [`has the arguments ${has || 'none'}, English has ${wants || 'none'}`]),
    ...(message.length > CHARACTERS_MAX
      ? [`has ${message.length} characters; at most ${CHARACTERS_MAX} are spoken`]
      : []),
  ];
}

/** The names in the braces, or what stands in their way. */
function argumentsOf(message: string): ReadonlySet<string> | string {
  let elements: readonly MessageFormatElement[];
  try {
    elements = parse(message, { ignoreTag: true });
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.argument) names.add(element.value);
    else if (element.type !== TYPE.literal)
      return 'chooses its words by a value, which is not known when a flow is written; let the function that knows the value answer the words';
  }
  return names;
}
