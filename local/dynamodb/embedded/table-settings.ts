/** Time to live, point-in-time recovery and tags of a table. */
import { resourceNotFound, validationError } from '../errors.ts';
import { type Fields, fieldsAt, listAt, textAt } from '../shapes.ts';
import type { Catalog, TableRecord } from './catalog.ts';
import type { Committer } from './committer.ts';
import type { Expiry } from './expiry.ts';
import { check } from './rules.ts';

interface Parts {
  readonly catalog: Catalog;
  readonly committer: Committer;
  readonly expiry: Expiry;
  readonly now: () => number;
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoveryDescription.html */
const recoveryPeriodDays = 35;

export class TableSettings {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async describeTimeToLive(input: Fields): Promise<Fields> {
    const name = textAt(check('DescribeTimeToLive', input), 'TableName') ?? '';
    const { timeToLiveAttribute } = this.#parts.catalog.require(name, true);
    if (timeToLiveAttribute === undefined) return { TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } };
    return { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: timeToLiveAttribute } };
  }

  async updateTimeToLive(input: Fields): Promise<Fields> {
    const name = textAt(check('DescribeTimeToLive', input), 'TableName') ?? '';
    const specification = fieldsAt(input, 'TimeToLiveSpecification');
    const attribute = textAt(specification, 'AttributeName');
    if (attribute === undefined || attribute === '')
      throw validationError(
        `1 validation error detected: Value ${attribute === '' ? "''" : 'null'} at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must ${attribute === '' ? 'have length greater than or equal to 1' : 'not be null'}`,
      );
    const enable = specification['Enabled'] === true;
    return await this.#change(name, async (record) => {
      const current = record.timeToLiveAttribute;
      if (enable && current === attribute) throw validationError('TimeToLive is already enabled');
      if (enable && current !== undefined)
        throw validationError(
          `TimeToLive is active on a different AttributeName: current AttributeName is ${current}`,
        );
      if (!enable && current === undefined) throw validationError('TimeToLive is already disabled');
      const { timeToLiveAttribute: _off, ...rest } = record;
      await this.#parts.catalog.save(enable ? { ...record, timeToLiveAttribute: attribute } : rest);
      await this.#parts.expiry.follow(name);
      return { TimeToLiveSpecification: { Enabled: enable, AttributeName: attribute } };
    });
  }

  async describeContinuousBackups(input: Fields): Promise<Fields> {
    const name = textAt(check('DescribeTable', input), 'TableName') ?? '';
    return this.#backups(this.#parts.catalog.require(name, true));
  }

  async updateContinuousBackups(input: Fields): Promise<Fields> {
    const name = textAt(check('DescribeTable', input), 'TableName') ?? '';
    const enabled = fieldsAt(input, 'PointInTimeRecoverySpecification')['PointInTimeRecoveryEnabled'];
    if (typeof enabled !== 'boolean')
      throw validationError(
        "1 validation error detected: Value null at 'pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled' failed to satisfy constraint: Member must not be null",
      );
    return await this.#change(name, async (record) => {
      const { recoverableSinceMs, ...rest } = record;
      const next = enabled ? { ...rest, recoverableSinceMs: recoverableSinceMs ?? this.#parts.now() } : rest;
      await this.#parts.catalog.save(next);
      return this.#backups(next);
    });
  }

  #backups({ recoverableSinceMs }: TableRecord): Fields {
    const recovery =
      recoverableSinceMs === undefined
        ? { PointInTimeRecoveryStatus: 'DISABLED' }
        : {
            PointInTimeRecoveryStatus: 'ENABLED',
            RecoveryPeriodInDays: recoveryPeriodDays,
            EarliestRestorableDateTime: recoverableSinceMs / 1000,
            LatestRestorableDateTime: this.#parts.now() / 1000,
          };
    return {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: recovery,
      },
    };
  }

  async listTags(input: Fields): Promise<Fields> {
    const { tags } = this.#parts.catalog.require(this.#tableOf(input), true);
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  }

  async tag(input: Fields): Promise<Fields> {
    const tableName = this.#tableOf(input);
    const checked = check('TagResource', input);
    return await this.#change(tableName, async (record) => {
      const tags = { ...record.tags, ...tagsOf(listAt(checked, 'Tags')) };
      await this.#parts.catalog.save({ ...record, tags });
      return {};
    });
  }

  async untag(input: Fields): Promise<Fields> {
    const tableName = this.#tableOf(input);
    const checked = check('UntagResource', input);
    const gone = listAt(checked, 'TagKeys');
    return await this.#change(tableName, async (record) => {
      const tags = Object.fromEntries(Object.entries(record.tags).filter(([key]) => !gone.includes(key)));
      await this.#parts.catalog.save({ ...record, tags });
      return {};
    });
  }

  /** The whole ARN must be that of the table: it is what the caller was authorised for. */
  #tableOf(input: Fields): string {
    const arn = textAt(input, 'ResourceArn') ?? '';
    const name = arn.split('/').at(-1) ?? '';
    if (this.#parts.catalog.find(name)?.description.TableArn === arn) return name;
    throw resourceNotFound(arn);
  }

  #change(tableName: string, change: (record: TableRecord) => Promise<Fields>): Promise<Fields> {
    return this.#parts.committer.exclusively(async () =>
      change(this.#parts.catalog.require(tableName, true)),
    );
  }
}

export function tagsOf(tags: readonly unknown[]): Record<string, string> {
  return Object.fromEntries(tags.map((tag) => [textAt(tag, 'Key') ?? '', textAt(tag, 'Value') ?? '']));
}
