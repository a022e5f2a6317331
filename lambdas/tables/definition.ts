/** The shape of a table's definition: keys, indexes, retention and personal fields are written down nowhere else. */

import type { TableName } from '../domain/table-names.ts';

export { type TableName, tableVariable } from '../domain/table-names.ts';

/** A key attribute; `S` is text, `N` a number, as DynamoDB names them. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N';
}

export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  /** `all` attributes, or the keys and the attributes named. */
  readonly projection: 'all' | readonly string[];
}

/** How long one kind of item is kept, and why no longer and no shorter. */
export interface Retention {
  readonly items: string;
  /** Days until the time to live removes it; `until-erased` where only an erasure does, `configured` in cdk.json. */
  readonly keptDays: number | 'until-erased' | 'configured';
  readonly why: string;
}

export interface TableDefinition {
  readonly name: TableName;
  readonly purpose: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly indexes: readonly IndexDefinition[];
  /** Holds the second (since the epoch) after which DynamoDB may delete the item. */
  readonly timeToLiveAttribute?: string;
  /** Attributes that say something about a person: masked in logs, removed by an erasure. */
  readonly personalFields: readonly string[];
  readonly retention: readonly Retention[];
}
