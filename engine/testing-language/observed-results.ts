/** What observed flow actions left behind: `$.External`, `$.Lex`, … as a test may read them. */
import type { JsonObject } from '../language/json.ts';
import { parseReference } from '../language/jsonpath.ts';
import type { Read } from './doing.ts';

const ROOTS: ReadonlySet<string> = new Set(['External', 'Lex', 'AgenticCX']);

/**
 * Readable only after an observation of the action's completion has matched, the last one only, and single values
 * only (devguide/testing-language-events-flow-action-completed).
 */
export class ObservedResults {
  #kept: JsonObject = {};
  #before: JsonObject = {};

  /** While observers of the completion are looked for, and from then on when there is one. */
  offer(results: JsonObject): void {
    this.#before = this.#kept;
    this.#kept = { ...this.#kept, ...results };
  }

  /** Nobody observed it. */
  withdraw(): void {
    this.#kept = this.#before;
  }

  /** @param read for everything else */
  read(reference: string, read: Read): string | undefined {
    const segments = parseReference(reference)?.segments ?? [];
    const path =
      segments[0] === 'LambdaInvocation' && segments[1] === 'ResultData'
        ? ['External', ...segments.slice(2)]
        : segments;
    if (!ROOTS.has(path[0] ?? '')) return read(reference);
    let value: unknown = this.#kept;
    for (const name of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = Reflect.get(value, name);
    }
    return typeof value === 'object' ? undefined : String(value);
  }
}
