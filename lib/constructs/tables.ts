/** The DynamoDB tables, from the definitions beside the functions that use them. */
import type { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { KeyAttribute, TableDefinition, TableName } from '../../lambdas/tables/definition.ts';
import { ConfigurationError } from '../config-error.ts';
import { protectedRemoval } from './removal.ts';

function attribute(key: KeyAttribute): dynamodb.Attribute {
  return {
    name: key.name,
    type: key.type === 'S' ? dynamodb.AttributeType.STRING : dynamodb.AttributeType.NUMBER,
  };
}

function keys(of: { readonly partitionKey: KeyAttribute; readonly sortKey?: KeyAttribute }) {
  return {
    partitionKey: attribute(of.partitionKey),
    ...(of.sortKey === undefined ? {} : { sortKey: attribute(of.sortKey) }),
  };
}

export interface TablesProps {
  readonly definitions: readonly TableDefinition[];
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  /** The table whose changes are read. */
  readonly followed: TableName;
}

export class Tables extends Construct {
  readonly #tables = new Map<string, dynamodb.Table>();

  constructor(scope: Construct, id: string, props: TablesProps) {
    super(scope, id);
    for (const definition of props.definitions)
      this.#tables.set(definition.name, this.table(definition, props));
  }

  /**
   * The table of that name.
   * @throws ConfigurationError where no definition has it: a contract then uses what does not exist
   */
  named(name: TableName): dynamodb.Table {
    const table = this.#tables.get(name);
    if (table === undefined) {
      throw new ConfigurationError(
        `table "${name}" has no definition in lambdas/tables; the stack has ${[...this.#tables.keys()].join(', ')}.`,
      );
    }
    return table;
  }

  private table(definition: TableDefinition, props: TablesProps): dynamodb.Table {
    const table = new dynamodb.Table(this, definition.name, {
      ...keys(definition),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      // Why not a customer's key: docs/decisions/encryption-keys.md.
      encryption: dynamodb.TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.deletionProtection,
      removalPolicy: protectedRemoval(props.removalPolicy),
      // Who reads it looks at the item itself: a change has nothing to tell but which item it is.
      ...(definition.name === props.followed ? { stream: dynamodb.StreamViewType.KEYS_ONLY } : {}),
      ...(definition.timeToLiveAttribute === undefined
        ? {}
        : { timeToLiveAttribute: definition.timeToLiveAttribute }),
    });
    for (const index of definition.indexes) {
      table.addGlobalSecondaryIndex({
        indexName: index.name,
        ...keys(index),
        ...(index.projection === 'all'
          ? { projectionType: dynamodb.ProjectionType.ALL }
          : index.projection.length === 0
            ? { projectionType: dynamodb.ProjectionType.KEYS_ONLY }
            : {
                projectionType: dynamodb.ProjectionType.INCLUDE,
                nonKeyAttributes: [...index.projection],
              }),
      });
    }
    return table;
  }
}
