/** How long a voice takes to say a text: an estimate that is the same every time. */

const MS_PER_CHARACTER = 62;
/** Chinese, Japanese and Korean signs are whole syllables. */
const MS_PER_SYLLABLE_SIGN = 170;
const MS_PER_SENTENCE = 400;
const MS_PER_COMMA = 180;
/** A prompt never takes no time at all, so that a loop of empty prompts cannot spin. */
const MS_MIN = 200;
const BREAK_SECONDS_MAX = 10;
/** Where scripts begin whose signs are syllables. */
const WIDE = 0x3000;
const WIDE_SENTENCE_ENDS: ReadonlySet<number> = new Set([...'。！？'].map((sign) => sign.charCodeAt(0)));
const ASCII_MS: readonly number[] = Array.from({ length: 0x80 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if ('.!?:;'.includes(sign)) return MS_PER_SENTENCE;
  return sign === ',' ? MS_PER_COMMA : MS_PER_CHARACTER;
});

/** About 160 words a minute; `<break>` counts for what it says (adminguide/supported-ssml-tags). */
export function speechDurationMs(text: string, form: 'text' | 'ssml'): number {
  if (form === 'text') return Math.max(MS_MIN, wordsMs(text));
  let ms = 0;
  for (const [, length, unit] of text.matchAll(/<break\b[^>]*\btime\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/g)) {
    ms += Math.min(Number(length) * (unit === 's' ? 1000 : 1), BREAK_SECONDS_MAX * 1000);
  }
  return Math.max(MS_MIN, Math.round(ms) + wordsMs(text.replaceAll(/<[^>]*>/g, ' ').trim()));
}

function wordsMs(text: string): number {
  let ms = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f)
      ms += WIDE_SENTENCE_ENDS.has(code)
        ? MS_PER_SENTENCE
        : code >= WIDE
          ? MS_PER_SYLLABLE_SIGN
          : MS_PER_CHARACTER;
    else ms += ASCII_MS[code] ?? MS_PER_CHARACTER;
  }
  return ms;
}
