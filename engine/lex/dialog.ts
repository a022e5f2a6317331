/** A conversation with a bot: what is asked next, and how it ends. Plain data between two turns. */
import type { JsonObject } from '../language/json.ts';
import type { BotLocale, Intent, Message, Prompt, Slot } from './bot.ts';
import { type Candidate, recognise } from './recognise.ts';
import { valueReader, valueWithin } from './slot-values.ts';
import { wordsIn } from './words.ts';

export interface Dialog {
  /** Undefined while the caller has not said what is wanted. */
  readonly intent: string | undefined;
  readonly score: number;
  readonly slots: Readonly<Record<string, string>>;
  readonly alternatives: JsonObject;
  /** The slot that was asked for; undefined for the intent or its confirmation. */
  readonly slot: string | undefined;
  readonly confirms: boolean;
  /** How often the present question has been asked again. */
  readonly retries: number;
}

export const NEW_DIALOG: Dialog = {
  intent: undefined,
  score: 0,
  slots: {},
  alternatives: {},
  slot: undefined,
  confirms: false,
  retries: 0,
};

export type Turn =
  | { readonly kind: 'ask'; readonly say: readonly Message[]; readonly dialog: Dialog }
  /** `because`: why it did not come to its end. */
  | {
      readonly kind: 'over';
      readonly say: readonly Message[];
      readonly dialog: Dialog;
      readonly because?: string;
    }
  /** Nothing was understood, and the bot has no intent for that. */
  | { readonly kind: 'lost'; readonly because: string };

/**
 * The bot's turn after the caller's.
 * @param heard what was said or keyed; empty for silence.
 */
export function takeTurn(locale: BotLocale, dialog: Dialog, heard: string, nowMs: number): Turn {
  const intent = locale.intents.find(({ name }) => name === dialog.intent);
  if (intent === undefined) return findIntent(locale, heard, nowMs);
  if (dialog.confirms) return confirm(locale, intent, dialog, heard);
  const slot = intent.slots.find(({ name }) => name === dialog.slot);
  if (slot === undefined) return goOn(intent, dialog);
  const read = valueReader(locale, slot.type, nowMs);
  const value = valueWithin(wordsIn(heard), read)?.value;
  if (value === undefined) return again(locale, dialog, slot.prompt, `slot '${slot.name}'`);
  return goOn(intent, {
    ...dialog,
    slots: { ...dialog.slots, [slot.name]: value },
    slot: undefined,
    retries: 0,
  });
}

/** `$.Lex` of a dialog, as flows read it (adminguide/connect-attrib-list). */
export const resultOf = (
  { intent, slots, score, alternatives }: Dialog,
  sessionAttributes: Readonly<Record<string, string>>,
  failed: boolean,
): JsonObject => ({
  ...(intent === undefined ? {} : { IntentName: intent }),
  Slots: slots,
  SessionAttributes: sessionAttributes,
  IntentConfidence: { Score: score },
  AlternativeIntents: alternatives,
  DialogState: failed ? 'Failed' : 'Fulfilled',
});

function findIntent(locale: BotLocale, heard: string, nowMs: number): Turn {
  const [best, ...others] = recognise(locale, heard, nowMs);
  if (best === undefined) return fallBack(locale, 'nothing that was said is an intent of the bot');
  const { intent, score, slots } = best;
  return goOn(intent, {
    ...NEW_DIALOG,
    intent: intent.name,
    score,
    slots,
    alternatives: asAlternatives(others),
  });
}

const asAlternatives = (candidates: readonly Candidate[]): JsonObject =>
  Object.fromEntries(
    candidates.map(({ intent, score, slots }) => [
      intent.name,
      { IntentName: intent.name, IntentConfidence: { Score: score }, Slots: slots },
    ]),
  );

/** The next question: a slot that is needed, then the confirmation. */
function goOn(intent: Intent, dialog: Dialog): Turn {
  let slots = dialog.slots;
  for (const slot of intent.slots) {
    if (slots[slot.name] !== undefined) continue;
    if (slot.defaultValue !== undefined) slots = { ...slots, [slot.name]: slot.defaultValue };
    else if (slot.isRequired) return askFor(slot, { ...dialog, slots });
  }
  const filled = { ...dialog, slots };
  const { confirmation } = intent;
  if (confirmation === undefined) return over(intent, filled);
  return { kind: 'ask', say: confirmation.prompt.messages, dialog: { ...filled, confirms: true } };
}

function askFor(slot: Slot, dialog: Dialog): Turn {
  if (slot.prompt === undefined) {
    return { kind: 'over', say: [], dialog, because: `slot '${slot.name}' has no prompt to ask for it` };
  }
  return { kind: 'ask', say: slot.prompt.messages, dialog: { ...dialog, slot: slot.name } };
}

function over(intent: Intent, dialog: Dialog): Turn {
  if (intent.isFulfilledByFunction) {
    return {
      kind: 'over',
      say: [],
      dialog,
      because: `a function would fulfil '${intent.name}'; none is run here`,
    };
  }
  return { kind: 'over', say: intent.closing ?? [], dialog };
}

const YES = new Set('yes yeah yep sure ok okay correct right confirm 1'.split(' '));
const NO = new Set('no nope wrong incorrect cancel stop 2'.split(' '));

function confirm(locale: BotLocale, intent: Intent, dialog: Dialog, heard: string): Turn {
  const words = wordsIn(heard).map(({ plain }) => plain);
  if (words.some((word) => NO.has(word))) {
    const say = intent.confirmation?.declined ?? [];
    return { kind: 'over', say, dialog, because: `the caller did not confirm '${intent.name}'` };
  }
  if (words.some((word) => YES.has(word))) return over(intent, dialog);
  return again(locale, dialog, intent.confirmation?.prompt, 'the confirmation');
}

function again(locale: BotLocale, dialog: Dialog, prompt: Prompt | undefined, what: string): Turn {
  if (prompt === undefined || dialog.retries >= prompt.retriesMax) {
    return fallBack(locale, `${what} was not understood, ${dialog.retries + 1} times`);
  }
  return { kind: 'ask', say: prompt.messages, dialog: { ...dialog, retries: dialog.retries + 1 } };
}

/** AMAZON.FallbackIntent, where the bot has it, is an intent like another (lexv2/built-in-intent-fallback). */
function fallBack(locale: BotLocale, because: string): Turn {
  const fallback = locale.intents.find(({ isFallback }) => isFallback);
  if (fallback === undefined) return { kind: 'lost', because };
  return over(fallback, { ...NEW_DIALOG, intent: fallback.name });
}
