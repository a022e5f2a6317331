/** Addresses of the server: where the WebSockets of telephones, agent pages and watching pages are, and what a part of a path names. */

export const TELEPHONE_PATH = '/line';
export const AGENT_PATH = '/desk';
export const WATCH_PATH = '/watch';

/** What a part of an address names; undefined where it names nothing, as an empty part or `%E0%A4%A` does. */
export function named(part: string | undefined): string | undefined {
  if (part === undefined || part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
