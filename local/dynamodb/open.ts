/** Opens the local DynamoDB: the service for the endpoint, the provisioners for the template's tables. */
import type { Provisioner } from '../assembly/provisioner.ts';
import type { AwsService } from '../endpoint/service.ts';
import type { ItemChange } from './changes.ts';
import { openEmbedded } from './embedded/embedded-engine.ts';
import type { Engine, Place } from './engine.ts';
import { dynamoDbService } from './protocol.ts';
import { tableProvisioning } from './provisioner.ts';
import { openStrict } from './strict/strict-engine.ts';

export interface DynamoDbOptions extends Place {
  /** Where the tables are kept between runs; in memory where left out. One process at a time can have it. */
  readonly dataFolder?: string;
  /** Milliseconds since 1970; the machine's clock where left out. */
  readonly now?: () => number;
  /** `dynoxide` is the strict engine for a second run of the table tests, Linux on x64 only. */
  readonly engine?: 'dynalite' | 'dynoxide';
  /** Is told of a fault of our own, of which the caller only sees an InternalServerError; printed where left out. */
  readonly onFault?: (error: unknown) => void;
}

export interface DynamoDb {
  readonly service: AwsService;
  readonly provisioners: readonly Provisioner[];
  readonly tables: {
    names(): readonly string[];
    /** Kept tables that the template no longer has: kept, to be reported by name. */
    unclaimed(): readonly string[];
    /** What was changed about kept tables at this boot, one sentence each. */
    migrations(): readonly string[];
  };
  /**
   * Deletes the items whose time to live ended, and says how many. The driver of the clock calls it, each second
   * where the clock is the wall's; until then an expired item is there, as it can be in AWS for days.
   */
  sweepExpired(nowMs: number): Promise<number>;
  /** Calls the listener after each committed change that changed something. Returns how to stop that. */
  onChange(listener: (change: ItemChange) => void): () => void;
  /** Remembers the items of all tables. @returns how to go back to them, of which no stream is told */
  mark(): () => Promise<void>;
  /** Ends after the writes that were accepted. */
  close(): Promise<void>;
}

/** @throws one sentence where the data folder is in use, or the engine is not there for this system */
export async function openDynamoDb(options: DynamoDbOptions): Promise<DynamoDb> {
  const { region, accountId, dataFolder, now = Date.now } = options;
  const place = { region, accountId };
  const engine: Engine =
    options.engine === 'dynoxide'
      ? await openStrict(dataFolder, place, now)
      : await openEmbedded(dataFolder, place, now);
  const { provisioners, unclaimed, migrations } = tableProvisioning(engine);
  return {
    service: dynamoDbService(engine, place, options.onFault ?? ((error) => console.error(error))),
    provisioners,
    tables: { names: () => engine.tableNames(), unclaimed, migrations },
    sweepExpired: (nowMs) => engine.sweepExpired(nowMs),
    onChange: (listener) => engine.onChange(listener),
    mark: () => engine.mark(),
    close: () => engine.close(),
  };
}
