/** The words of a voice message that was written and not spoken: the local centre keeps them in the file of the recording. */
import { wordsOfSound } from '../connect/records/call-sound.ts';

/**
 * Fetches a recording by a lent link, with no other right than the link's, and reads what was written into it.
 * @returns undefined where the link is of no file of this centre's, or works no more; `words` is empty for a voice
 */
export async function recordedWords(
  link: string,
  endpointUrl: string,
): Promise<{ readonly words: string } | undefined> {
  if (!link.startsWith(`${endpointUrl}/`)) return undefined;
  const answer = await fetch(link);
  if (!answer.ok) {
    await answer.body?.cancel();
    return undefined;
  }
  return { words: wordsOfSound(Buffer.from(await answer.arrayBuffer())) };
}
