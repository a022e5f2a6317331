/** Collects what is wrong or odd about a test case while it is read, each with its place. */
import { type Diagnostic, error, warning } from '../language/diagnostic.ts';
import type { Json } from '../language/flow.ts';
import { isList, isObject, type JsonObject, kindOf } from '../language/json.ts';
import { misspelt } from '../language/misspelt.ts';

export class Notes {
  readonly list: Diagnostic[] = [];
  /** The observation that is being read. */
  observation: string | undefined;

  /** @param code without `test-case/` */
  error(code: string, message: string, path: string): void {
    this.list.push(error(`test-case/${code}`, message, path, this.observation));
  }

  /** A deviation that is understood all the same. */
  deviation(code: string, message: string, path: string): void {
    this.list.push(warning(`test-case/${code}`, message, path, this.observation));
  }

  get hasErrors(): boolean {
    return this.list.some(({ severity }) => severity === 'error');
  }

  /** The member as an object; noted, and undefined, where it is none. */
  object(owner: JsonObject, name: string, path: string): JsonObject | undefined {
    const value = owner[name];
    if (isObject(value)) return value;
    this.#wrongKind(owner, name, path, 'an object');
    return undefined;
  }

  listOf(owner: JsonObject, name: string, path: string): readonly Json[] | undefined {
    const value = owner[name];
    if (isList(value)) return value;
    this.#wrongKind(owner, name, path, 'a list');
    return undefined;
  }

  /** The member as a text that is not empty. */
  text(owner: JsonObject, name: string, path: string): string | undefined {
    const value = owner[name];
    if (typeof value === 'string' && value !== '') return value;
    this.#wrongKind(owner, name, path, 'a text that is not empty');
    return undefined;
  }

  #wrongKind(owner: JsonObject, name: string, path: string, wanted: string): void {
    const found = owner[name] === '' ? 'empty' : kindOf(owner[name]);
    const place = within(path, name);
    this.error(
      owner[name] === undefined ? 'missing' : 'wrong-kind',
      `${place} is ${wanted}; this is ${found}${misspelt(owner, name)}`,
      place,
    );
  }
}

export const within = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
