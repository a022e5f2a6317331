/** What `dial --script` says: keys to press, words, to wait, or to hang up, one item for each input the flow asks for. */
import { CommandFailure } from './failure.ts';

export type ScriptItem =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  /** Words, to a bot or into a message; said to the end, they may be followed by keys, or by hanging up. */
  | { readonly kind: 'words'; readonly text: string; readonly after?: readonly string[] | 'hang-up' }
  /** Press nothing this time. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'hang-up' };

/**
 * @param text items with commas between: `1,4711#,"where is my order",wait,"call me please"#,hangup`
 * @param exitCode of the failure
 * @throws CommandFailure naming the place of the item, not the item, for it may be a PIN
 */
export function readScript(text: string, exitCode: number): readonly ScriptItem[] {
  return text.split(',').map((written, index) => {
    const item = written.trim();
    if (item === 'hangup') return { kind: 'hang-up' };
    if (item === 'wait') return { kind: 'wait' };
    if (/^[0-9*#]+$/.test(item)) return { kind: 'keys', keys: [...item] };
    const [, words = '', then = ''] = /^"([^"]{1,200})"([0-9*#]*|hangup)$/.exec(item) ?? [];
    if (words.trim() !== '' && then === '') return { kind: 'words', text: words };
    if (words.trim() !== '')
      return { kind: 'words', text: words, after: then === 'hangup' ? 'hang-up' : [...then] };
    throw new CommandFailure(
      `Item ${index + 1} of the script is neither keys (0-9 * #) nor words in quotes (without a comma) nor wait nor hangup: write one like 1,4711#,hangup.`,
      exitCode,
    );
  });
}
