/** Turns a prompt's SSML into the words that a person hears, for screens and for a browser's voice. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const SPELLED =
  /<say-as\b[^>]*\binterpret-as\s*=\s*["'](?:digits|characters|spell-out)["'][^>]*>([^<]*)<\/say-as>/giu;
/** Elements after which a listener hears a new word; inline ones (`prosody`, `sub`) part no words. */
const PARTING = /<\/?(?:break|p|s|speak)\b[^>]*>/giu;

/** Digits that SSML has spelled out come one by one; everything else is the text without its markup. */
export function wordsOfSsml(ssml: string): string {
  return ssml
    .replaceAll(SPELLED, (_match, inner: string) => [...inner.replaceAll(/\s/gu, '')].join(' '))
    .replaceAll(PARTING, ' ')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(amp|lt|gt|quot|apos);/gu, (match, name: string) => ENTITIES[name] ?? match)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
