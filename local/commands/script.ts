/** What `dial --script` says: keys to press, words, to wait, or to hang up, one item for each input the flow asks for. */
import { CommandFailure } from './failure.ts';

export type ScriptItem =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  /** Words, to a bot. */
  | { readonly kind: 'words'; readonly text: string }
  /** Press nothing this time. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'hang-up' };

/**
 * @param text items with commas between: `1,4711#,"where is my order",wait,hangup`
 * @param exitCode of the failure
 * @throws CommandFailure naming the place of the item, not the item, for it may be a PIN
 */
export function readScript(text: string, exitCode: number): readonly ScriptItem[] {
  return text.split(',').map((written, index) => {
    const item = written.trim();
    if (item === 'hangup') return { kind: 'hang-up' };
    if (item === 'wait') return { kind: 'wait' };
    if (/^[0-9*#]+$/.test(item)) return { kind: 'keys', keys: [...item] };
    const words = /^"([^"]{1,200})"$/.exec(item)?.[1];
    if (words !== undefined && words.trim() !== '') return { kind: 'words', text: words };
    throw new CommandFailure(
      `Item ${index + 1} of the script is neither keys (0-9 * #) nor words in quotes (without a comma) nor wait nor hangup: write one like 1,4711#,hangup.`,
      exitCode,
    );
  });
}
