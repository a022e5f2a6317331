/** AWS::Lex::Bot, BotVersion and BotAlias: bots that flows of the instance may hand callers to. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { physicalUuid } from '../../assembly/physical-name.ts';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { ServiceState } from '../services/service-state.ts';
import { localeSchema, readLocale } from './lex-locale.ts';
import { readProperties, text } from './properties.ts';
import { refuse, refuseProperty } from './refused.ts';

const anything = () => z.optional(z.unknown());

/** Ids of Lex are ten capital letters and digits. */
const lexId = (request: ResourceRequest, about: string): string =>
  createHash('sha256').update(physicalUuid(request, about)).digest('hex').slice(0, 10).toUpperCase();

const arn = ({ stack }: ResourceRequest, rest: string): string =>
  `arn:${stack.partition}:lex:${stack.region}:${stack.accountId}:${rest}`;

const botSchema = z.strictObject({
  Name: text(100),
  Description: anything(),
  RoleArn: text(2048),
  DataPrivacy: z.unknown(),
  IdleSessionTTLInSeconds: z.unknown(),
  AutoBuildBotLocales: anything(),
  BotLocales: z.optional(z.array(localeSchema)),
  BotTags: anything(),
  ErrorLogSettings: anything(),
  TestBotAliasSettings: anything(),
  TestBotAliasTags: anything(),
});

const bot = ({ bots }: ServiceState): Provisioner => ({
  type: 'AWS::Lex::Bot',
  create(request) {
    const { BotLocales = [], Name } = readProperties(botSchema, request);
    const taken = [...bots.values()].some(({ name }) => name === Name);
    if (taken) throw refuse(request, `a bot named '${Name}' exists (ConflictException)`);
    const id = lexId(request, 'bot');
    bots.set(id, { id, name: Name, locales: BotLocales.map((one, at) => readLocale(request, one, at)) });
    return { physicalId: id, attributes: { Id: id, Arn: arn(request, `bot/${id}`) } };
  },
});

const versionSchema = z.strictObject({
  BotId: text(10),
  Description: anything(),
  BotVersionLocaleSpecification: z
    .array(z.object({ LocaleId: text(10), BotVersionLocaleDetails: anything() }))
    .min(1, 'it must name at least one locale'),
});

/** A version is the bot as it is: within one boot nobody changes it. */
const version = ({ bots }: ServiceState): Provisioner => ({
  type: 'AWS::Lex::BotVersion',
  create(request) {
    const { BotId, BotVersionLocaleSpecification } = readProperties(versionSchema, request);
    const found = botNamed(bots, request, BotId);
    for (const [index, { LocaleId }] of BotVersionLocaleSpecification.entries()) {
      if (found.locales.some(({ localeId }) => localeId === LocaleId)) continue;
      throw refuseProperty(
        request,
        ['BotVersionLocaleSpecification', index, 'LocaleId'],
        LocaleId,
        `bot '${found.name}' has no such locale`,
      );
    }
    return { physicalId: `${BotId}|1`, attributes: { BotVersion: '1' } };
  },
});

const aliasSchema = z.strictObject({
  BotId: text(10),
  BotAliasName: text(100),
  BotVersion: z.optional(text(5)),
  Description: anything(),
  BotAliasLocaleSettings: z.optional(
    z.array(z.object({ LocaleId: text(10), BotAliasLocaleSetting: z.object({ Enabled: z.unknown() }) })),
  ),
  BotAliasTags: anything(),
  ConversationLogSettings: anything(),
  SentimentAnalysisSettings: anything(),
});

const alias = ({ bots, botAliases }: ServiceState): Provisioner => ({
  type: 'AWS::Lex::BotAlias',
  create(request) {
    const { BotId, BotAliasLocaleSettings: settings } = readProperties(aliasSchema, request);
    const { name, locales } = botNamed(bots, request, BotId);
    const id = lexId(request, 'alias');
    const aliasArn = arn(request, `bot-alias/${BotId}/${id}`);
    const isOn = (localeId: string): boolean =>
      settings === undefined ||
      settings.some(
        ({ LocaleId, BotAliasLocaleSetting: { Enabled } }) =>
          LocaleId === localeId && Enabled !== false && Enabled !== 'false',
      );
    botAliases.set(aliasArn, { aliasArn, name, locales: locales.filter(({ localeId }) => isOn(localeId)) });
    return {
      physicalId: `${id}|${BotId}`,
      attributes: { Arn: aliasArn, BotAliasId: id, BotAliasStatus: 'Available' },
    };
  },
});

function botNamed(bots: ServiceState['bots'], request: ResourceRequest, id: string) {
  const found = bots.get(id);
  if (found === undefined) throw refuseProperty(request, ['BotId'], id, 'the stack has no such bot');
  return found;
}

export const lexProvisioners = (services: ServiceState): readonly Provisioner[] => [
  bot(services),
  version(services),
  alias(services),
];
