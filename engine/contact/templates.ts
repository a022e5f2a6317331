/** Texts and references of flows, read once each and kept. */
import { parseReference, type Reference, splitText } from '../language/jsonpath.ts';

/** Words and references, in order. */
export type Template = readonly (string | Reference)[];

/** Flows are few and fixed, so what is kept is bounded by them; texts that callers or functions bring are never read here. */
export class References {
  readonly #templates = new Map<string, Template>();
  readonly #wholes = new Map<string, Reference | undefined>();

  /** Only for texts with a `$`: those without are their own value. */
  template(text: string): Template {
    let template = this.#templates.get(text);
    if (template === undefined) {
      template = splitText(text).map((part) => (part.kind === 'words' ? part.text : part.reference));
      this.#templates.set(text, template);
    }
    return template;
  }

  /** The reference that the text is; undefined where it is broken. Only for texts that look like one. */
  whole(text: string): Reference | undefined {
    const known = this.#wholes.get(text);
    if (known !== undefined || this.#wholes.has(text)) return known;
    const reference = parseReference(text);
    this.#wholes.set(text, reference);
    return reference;
  }
}
