/** Messages in ICU MessageFormat as flows speak them: a plain one is its text, one with arguments takes their references. */

/** The names in the braces of a message. */
type Arguments<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Arguments<Rest>
  : never;

export type Spoken<Message extends string> = [Arguments<Message>] extends [never]
  ? string
  : (values: Readonly<Record<Arguments<Message>, string>>) => string;

const ARGUMENT = /\{(\w+)\}/g;

/** @param messages by name, each as it is written */
export function spoken<const Written extends Readonly<Record<string, string>>>(
  messages: Written,
): { readonly [Name in keyof Written]: Spoken<Written[Name]> };
export function spoken(messages: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(messages).map(([name, message]) => [
      name,
      message.search(ARGUMENT) < 0
        ? message
        : (values: Readonly<Record<string, string>>) =>
            message.replace(ARGUMENT, (_whole, argument: string) => values[argument] ?? `{${argument}}`),
    ]),
  );
}
