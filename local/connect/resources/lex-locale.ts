/** One language of an AWS::Lex::Bot: what CloudFormation says, read into what the interpreter knows. */
import * as z from 'zod';
import { type BotLocale, BUILT_IN_TYPES, type Intent, type Message } from '../../../engine/lex/bot.ts';
import type { ResourceRequest } from '../../assembly/provisioner.ts';
import { flag, oneOf, text, whole } from './properties.ts';
import { refuseProperty } from './refused.ts';

const anything = () => z.optional(z.unknown());
const message = z.object({
  Message: z.object({
    PlainTextMessage: z.optional(z.object({ Value: text(1024) })),
    SSMLMessage: z.optional(z.object({ Value: text(1024) })),
    CustomPayload: anything(),
    ImageResponseCard: anything(),
  }),
});
const groups = z.array(message).min(1).max(5);
const prompt = z.object({
  MessageGroupsList: groups,
  MaxRetries: whole(0, 5),
  AllowInterrupt: z.optional(flag()),
});
const response = z.object({ MessageGroupsList: groups });
const slot = z.object({
  Name: text(100),
  SlotTypeName: z.optional(text(100)),
  ValueElicitationSetting: z.object({
    SlotConstraint: oneOf('Required', 'Optional'),
    PromptSpecification: z.optional(prompt),
    DefaultValueSpecification: z.optional(
      z.object({ DefaultValueList: z.array(z.object({ DefaultValue: text(202) })).max(10) }),
    ),
  }),
});
const intent = z.object({
  Name: text(100),
  ParentIntentSignature: z.optional(text(100)),
  SampleUtterances: z.optional(z.array(z.object({ Utterance: text(2000) })).max(1500)),
  Slots: z.optional(z.array(slot).max(100)),
  SlotPriorities: z.optional(z.array(z.object({ Priority: whole(0, 100), SlotName: text(100) }))),
  IntentConfirmationSetting: z.optional(
    z.object({
      PromptSpecification: prompt,
      DeclinationResponse: z.optional(response),
      IsActive: z.optional(flag()),
    }),
  ),
  IntentClosingSetting: z.optional(
    z.object({ ClosingResponse: z.optional(response), IsActive: z.optional(flag()) }),
  ),
  FulfillmentCodeHook: z.optional(z.object({ Enabled: flag() })),
});
const slotType = z.object({
  Name: text(100),
  ParentSlotTypeSignature: z.optional(text(100)),
  SlotTypeValues: z.optional(
    z.array(
      z.object({
        SampleValue: z.object({ Value: text(500) }),
        Synonyms: z.optional(z.array(z.object({ Value: text(500) }))),
      }),
    ),
  ),
  ValueSelectionSetting: z.optional(
    z.object({
      ResolutionStrategy: oneOf('ORIGINAL_VALUE', 'TOP_RESOLUTION', 'CONCATENATION'),
      RegexFilter: z.optional(z.object({ Pattern: text(300) })),
    }),
  ),
});

/** Other properties of a locale (voice, code hooks, generative settings) are taken and have no effect. */
export const localeSchema = z.object({
  LocaleId: text(10),
  NluConfidenceThreshold: z.coerce.number().min(0).max(1),
  Intents: z.optional(z.array(intent).max(1000)),
  SlotTypes: z.optional(z.array(slotType).max(250)),
});
type LocaleProperties = z.output<typeof localeSchema>;
type IntentProperties = z.output<typeof intent>;

/** @throws TemplateError for a type of slot that is neither the locale's nor built in, or a pattern that is none */
export function readLocale(request: ResourceRequest, locale: LocaleProperties, index: number): BotLocale {
  const path = ['BotLocales', index];
  const slotTypes = (locale.SlotTypes ?? []).map((type, at) => {
    const pattern = type.ValueSelectionSetting?.RegexFilter?.Pattern;
    if (pattern !== undefined && !isPattern(pattern))
      throw refuseProperty(
        request,
        [...path, 'SlotTypes', at],
        pattern,
        'its pattern is no regular expression',
      );
    return {
      name: type.Name,
      values: (type.SlotTypeValues ?? []).map(({ SampleValue, Synonyms = [] }) => ({
        value: SampleValue.Value,
        synonyms: Synonyms.map(({ Value }) => Value),
      })),
      resolution:
        type.ValueSelectionSetting?.ResolutionStrategy === 'TOP_RESOLUTION'
          ? ('TOP_RESOLUTION' as const)
          : ('ORIGINAL_VALUE' as const),
      ...(pattern === undefined ? {} : { pattern }),
    };
  });
  const known = new Set<string>([...BUILT_IN_TYPES, ...slotTypes.map(({ name }) => name)]);
  const intents = (locale.Intents ?? []).map((one, at) => {
    for (const { Name, SlotTypeName = '' } of one.Slots ?? []) {
      if (known.has(SlotTypeName)) continue;
      throw refuseProperty(
        request,
        [...path, 'Intents', at, 'Slots'],
        SlotTypeName,
        `slot '${Name}' must have a type of the locale or one of ${BUILT_IN_TYPES.join(', ')}`,
      );
    }
    return readIntent(one);
  });
  return {
    localeId: locale.LocaleId,
    confidenceThreshold: locale.NluConfidenceThreshold,
    intents,
    slotTypes,
  };
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

function readIntent(properties: IntentProperties): Intent {
  const { IntentConfirmationSetting: confirmation, IntentClosingSetting: closing } = properties;
  const priority = new Map(properties.SlotPriorities?.map(({ SlotName, Priority }) => [SlotName, Priority]));
  const slots = (properties.Slots ?? []).map(
    ({ Name, SlotTypeName = '', ValueElicitationSetting: setting }) => {
      const asked = setting.PromptSpecification;
      const defaultValue = setting.DefaultValueSpecification?.DefaultValueList[0]?.DefaultValue;
      return {
        name: Name,
        type: SlotTypeName,
        isRequired: setting.SlotConstraint === 'Required',
        ...(asked === undefined ? {} : { prompt: readPrompt(asked) }),
        ...(defaultValue === undefined ? {} : { defaultValue }),
      };
    },
  );
  return {
    name: properties.Name,
    isFallback: properties.ParentIntentSignature === 'AMAZON.FallbackIntent',
    utterances: (properties.SampleUtterances ?? []).map(({ Utterance }) => Utterance),
    slots: slots.toSorted((a, b) => (priority.get(a.name) ?? 101) - (priority.get(b.name) ?? 101)),
    ...(confirmation === undefined || confirmation.IsActive === false
      ? {}
      : {
          confirmation: {
            prompt: readPrompt(confirmation.PromptSpecification),
            declined: messagesOf(confirmation.DeclinationResponse),
          },
        }),
    ...(closing?.IsActive === false ? {} : { closing: messagesOf(closing?.ClosingResponse) }),
    isFulfilledByFunction: properties.FulfillmentCodeHook?.Enabled ?? false,
  };
}

const readPrompt = (properties: z.output<typeof prompt>) => ({
  messages: messagesOf(properties),
  retriesMax: properties.MaxRetries,
});

/** Of each group its first message; variations are for chance. Cards and payloads cannot be heard. */
const messagesOf = (list: z.output<typeof response> | undefined): readonly Message[] =>
  (list?.MessageGroupsList ?? []).flatMap(
    ({ Message: { PlainTextMessage, SSMLMessage } }): readonly Message[] =>
      SSMLMessage === undefined
        ? PlainTextMessage === undefined
          ? []
          : [{ form: 'text', text: PlainTextMessage.Value }]
        : [{ form: 'ssml', text: SSMLMessage.Value }],
  );
