/** Turns a prompt's SSML into the words that a person hears, for screens and for a browser's voice. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const SPELLED =
  /<say-as\b[^>]*\binterpret-as\s*=\s*["'](?:digits|characters|spell-out)["'][^>]*>([^<]*)<\/say-as>/giu;
/** Elements after which a listener hears a new word; inline ones (`prosody`, `sub`) part no words. */
const PARTING = /<\/?(?:break|p|s|speak)\b[^>]*>/giu;

/** The words as a screen shows them: digits stay together. */
export function wordsOfSsml(ssml: string): string {
  return plain(ssml);
}

/** The words for a voice that knows no SSML: digits that are to be spelled out come one by one. */
export function speechOfSsml(ssml: string): string {
  return plain(
    ssml.replaceAll(SPELLED, (_match, inner: string) => [...inner.replaceAll(/\s/gu, '')].join(' ')),
  );
}

function plain(ssml: string): string {
  return ssml
    .replaceAll(PARTING, ' ')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(amp|lt|gt|quot|apos);/gu, (match, name: string) => ENTITIES[name] ?? match)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
