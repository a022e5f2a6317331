/** What the template provisions of the services that flows ask, and what flows have written since the boot. */
import type { Bot, BotLocale } from '../../../engine/lex/bot.ts';
import { NamedRecords } from '../named-records.ts';

export interface BotRecord {
  readonly id: string;
  readonly name: string;
  readonly locales: readonly BotLocale[];
}

export interface DataTableColumn {
  readonly id: string;
  readonly name: string;
  readonly isPrimary: boolean;
  /** TEXT, NUMBER, BOOLEAN, TEXT_LIST or NUMBER_LIST. */
  readonly valueType: string;
}

/** Values by the name of their attribute. */
export type DataTableRow = Map<string, string>;

export interface DataTableRecord {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly columns: DataTableColumn[];
  readonly rows: DataTableRow[];
  /** Counts the writes. */
  version: number;
}

export interface CaseRecord {
  readonly id: string;
  readonly templateId: string;
  readonly fields: Map<string, string>;
  readonly contactIds: string[];
  /** Milliseconds since 1970, and of cases changed in the same one the later. */
  updated: readonly [atMs: number, count: number];
}

export interface CasesDomain {
  readonly id: string;
  readonly arn: string;
  readonly templateIds: Set<string>;
  /** Beside those that every domain has. */
  readonly fieldIds: Set<string>;
  readonly cases: CaseRecord[];
}

export interface ProfilesDomain {
  readonly name: string;
  readonly arn: string;
  /** Fields of each profile by its id. */
  readonly profiles: Map<string, Map<string, string>>;
  /** Contacts of each profile by its id. */
  readonly contacts: Map<string, string[]>;
}

export interface ServiceState {
  readonly bots: Map<string, BotRecord>;
  /** By the ARN of the alias. */
  readonly botAliases: Map<string, Bot>;
  /** ARNs of the aliases that the instance may use. */
  readonly associatedBots: Set<string>;
  readonly dataTables: NamedRecords<DataTableRecord>;
  cases: CasesDomain | undefined;
  profiles: ProfilesDomain | undefined;
}

export const createServiceState = (): ServiceState => ({
  bots: new Map(),
  botAliases: new Map(),
  associatedBots: new Set(),
  dataTables: new NamedRecords(),
  cases: undefined,
  profiles: undefined,
});
