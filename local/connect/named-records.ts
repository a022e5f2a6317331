/** Resources of one kind, found by id, ARN or name; names are unique in an instance as they are in Connect. */
import { idOf } from './arns.ts';

export interface Named {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
}

export class NamedRecords<R extends Named> {
  readonly #byId = new Map<string, R>();
  readonly #names = new Set<string>();

  /** @returns false, with nothing added, when the name is taken. */
  add(record: R): boolean {
    if (this.#names.has(record.name)) return false;
    this.#names.add(record.name);
    this.#byId.set(record.id, record);
    return true;
  }

  /** By id or ARN; an ARN must be the record's own, so that another instance's is not mistaken for it. */
  find(idOrArn: string): R | undefined {
    const record = this.#byId.get(idOf(idOrArn));
    return record !== undefined && (idOrArn === record.id || idOrArn === record.arn) ? record : undefined;
  }

  /** In the order of creation. */
  list(): readonly R[] {
    return [...this.#byId.values()];
  }
}
