/** A Lex bot as plain configuration: what CloudFormation says of it, as far as the interpreter here understands it. */

export interface Bot {
  /** Of the alias, by which flows name a bot. */
  readonly aliasArn: string;
  readonly name: string;
  readonly locales: readonly BotLocale[];
}

export interface BotLocale {
  /** E.g. `en_US`. */
  readonly localeId: string;
  /** 0 to 1; an intent below it is not understood. */
  readonly confidenceThreshold: number;
  readonly intents: readonly Intent[];
  readonly slotTypes: readonly SlotType[];
}

export interface Intent {
  readonly name: string;
  /** AMAZON.FallbackIntent: what the caller wants is not understood. */
  readonly isFallback: boolean;
  /** With `{Slot}` where a value stands. */
  readonly utterances: readonly string[];
  /** In the order in which they are asked for. */
  readonly slots: readonly Slot[];
  readonly confirmation?: Confirmation;
  /** Said when the intent is done. */
  readonly closing?: readonly Message[];
  /** A function would have to fulfil it; the interpreter has none. */
  readonly isFulfilledByFunction: boolean;
}

export interface Slot {
  readonly name: string;
  /** A custom type of the locale or one of {@link BUILT_IN_TYPES}. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly prompt?: Prompt;
  readonly defaultValue?: string;
}

export interface SlotType {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly synonyms: readonly string[] }[];
  /** The value is as the caller said it, or the one of which that is a synonym. */
  readonly resolution: 'ORIGINAL_VALUE' | 'TOP_RESOLUTION';
  /** Of a type made of AMAZON.AlphaNumeric: the whole value has this form. */
  readonly pattern?: string;
}

export interface Prompt {
  readonly messages: readonly Message[];
  /** How often it is asked again. */
  readonly retriesMax: number;
}

export interface Confirmation {
  readonly prompt: Prompt;
  /** Said when the caller does not confirm. */
  readonly declined: readonly Message[];
}

export interface Message {
  readonly form: 'text' | 'ssml';
  readonly text: string;
}

/** Built-in slot types that are understood (lexv2/howitworks-builtins-slots has more). */
export const BUILT_IN_TYPES = [
  'AMAZON.AlphaNumeric',
  'AMAZON.Date',
  'AMAZON.FreeFormInput',
  'AMAZON.Number',
  'AMAZON.PhoneNumber',
] as const;
