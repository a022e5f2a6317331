/** Messages in ICU MessageFormat as flows speak them: a plain one is its text, one with arguments takes their references. */
import type { Translation } from './translation.ts';

/** The names in the braces of a message. */
type Arguments<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Arguments<Rest>
  : never;

export type Spoken<Message extends string> = [Arguments<Message>] extends [never]
  ? string
  : (values: Readonly<Record<Arguments<Message>, string>>) => string;

const ARGUMENT = /\{(\w+)\}/g;

/**
 * @param english decides which message takes arguments
 * @param messages the same messages in the language that is spoken
 */
export function spoken<const English extends Readonly<Record<string, string>>>(
  english: English,
  messages?: Translation<English>,
): { readonly [Name in keyof English]: Spoken<English[Name]> };
export function spoken(
  english: Readonly<Record<string, string>>,
  messages: Readonly<Record<string, string>> = english,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(english).map(([name, original]) => {
      const message = messages[name] ?? original;
      if (original.search(ARGUMENT) < 0) return [name, message];
      return [
        name,
        (values: Readonly<Record<string, string>>) =>
          message.replace(ARGUMENT, (_whole, argument: string) => values[argument] ?? `{${argument}}`),
      ];
    }),
  );
}
