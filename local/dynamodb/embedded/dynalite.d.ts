/** The parts of dynalite 4.0.0 that the embedded engine calls; dynalite ships no types. */

declare module 'dynalite/db/index.js' {
  import type { AttributeValue, IndexDescription, Item, TableDescription } from '../shapes.ts';

  export interface LevelOperation {
    readonly type: 'put' | 'del';
    readonly key: string;
    readonly value?: unknown;
  }

  export interface LevelRange {
    gt?: string;
    gte?: string;
    lt?: string;
    lte?: string;
    reverse?: boolean;
    limit?: number;
  }

  interface LevelIterator<T> {
    nextv(size: number): Promise<T[]>;
    close(): Promise<void>;
  }

  export interface LevelDb {
    open(): Promise<void>;
    close(): Promise<void>;
    getSync(key: string): unknown;
    batch(operations: readonly LevelOperation[]): Promise<void>;
    clear(range: LevelRange): Promise<void>;
    values(range: LevelRange): LevelIterator<unknown>;
    iterator(range: LevelRange): LevelIterator<[string, unknown]>;
  }

  const rules: {
    create(options: { path?: string }): { readonly db: LevelDb };
    createKey(item: Item, table: TableDescription): string;
    createIndexKey(item: Item, table: TableDescription, keySchema: IndexDescription['KeySchema']): string;
    validateKey(key: Item, table: TableDescription): Error | undefined | null;
    validateItem(item: Item, table: TableDescription): Error | undefined | null;
    itemSize(item: Item): number;
    capacityUnits(item: Item | undefined, isRead: boolean, isConsistent: boolean): number;
    getIndexActions(
      indexes: readonly IndexDescription[],
      before: Item | null,
      after: Item | null,
      table: TableDescription,
    ): { puts: { index: string; key: string; item: Item }[]; deletes: { index: string; key: string }[] };
    mapPath(path: readonly (string | number)[], item: Item): AttributeValue | null | undefined;
    mapPaths(paths: readonly unknown[], item: Item): Item;
    toRangeStr(value: string, type: string): string;
  };
  export default rules;
}

declare module 'dynalite/validations/index.js' {
  export type Types = Readonly<Record<string, unknown>>;
  const validations: {
    checkTypes(input: unknown, types: Types): Record<string, unknown>;
    checkValidations(
      data: Record<string, unknown>,
      types: Types,
      custom: ((data: Record<string, unknown>, store: object) => string | undefined) | undefined,
      store: object,
    ): void;
  };
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const rules: {
    readonly types: Readonly<Record<string, unknown>>;
    readonly custom?: (data: Record<string, unknown>, store: object) => string | undefined;
  };
  export default rules;
}

declare module 'dynalite/actions/*.js' {
  const act: (
    store: object,
    data: Record<string, unknown>,
    callback: (error: unknown, response?: Record<string, unknown>) => void,
  ) => void;
  export default act;
}
