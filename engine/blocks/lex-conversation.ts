/** A caller talks with a bot, by words and by keys: the behaviour of ConnectParticipantWithLexBot. */
import type { Json } from '../language/flow.ts';
import type { BotLocale, Message } from '../lex/bot.ts';
import { type Dialog, NEW_DIALOG, resultOf, type Turn, takeTurn } from '../lex/dialog.ts';
import { settingsFor } from '../lex/session-settings.ts';
import { CHAT_SILENCE_SECONDS_DEFAULT } from '../limits.ts';
import type { Behaviour } from './block.ts';
import { failed } from './forms.ts';
import { prepareSpeech } from './speech.ts';
import { speechDurationMs } from './speech-duration.ts';
import type { BlockResult, BlockStep, Speech } from './step.ts';
import type { Happening, Waiting } from './waiting.ts';
import { recordOf, scalar, wholeNumber } from './wire-values.ts';

/** What the block keeps between two events. */
interface Talking extends Waiting {
  readonly kind: 'talking';
  readonly aliasArn: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly dialog: Dialog;
  readonly keys: string;
  /** The last words of the bot are being said; then the block is left by this. */
  readonly leaving?: BlockResult;
}

const isTalking = (waiting: Waiting): waiting is Talking => waiting.kind === 'talking';

export function prepareConversation(parameters: Readonly<Record<string, Json>>): Behaviour {
  const alias = scalar(recordOf(parameters['LexV2Bot'])['AliasArn']);
  const initial = scalar(recordOf(parameters['LexInitializationData'])['InitialMessage']);
  const said = prepareSpeech(parameters, true);
  const chatSeconds =
    wholeNumber(scalar(recordOf(parameters['LexTimeoutSeconds'])['Text']), 1, 999_999_999) ??
    CHAT_SILENCE_SECONDS_DEFAULT;
  return {
    run(step) {
      if (alias === undefined) return failed('bots of Lex V1 do not run; give LexV2Bot');
      const aliasArn = step.text(alias);
      if (localeOf(step, aliasArn) === undefined) {
        const language = step.value('$.LanguageCode') ?? '';
        return failed(`the instance has no bot '${aliasArn}' for ${language}`);
      }
      const attributes = attributesOf(step, parameters);
      const problem = settingsFor(attributes, undefined, undefined);
      if (typeof problem === 'string') return failed(problem);
      // Keys typed ahead are not for bots (adminguide/set-touchtone-buffer-behavior).
      step.state.keysAhead.keep(false);
      const talking: Talking = { kind: 'talking', aliasArn, attributes, dialog: NEW_DIALOG, keys: '' };
      if (initial !== undefined) return heard(step, talking, step.text(initial));
      const speech = said(step);
      if (typeof speech === 'string') return failed(speech);
      step.speak(speech);
      return listens(step, talking);
    },
    resume(step, waiting, happened) {
      if (!isTalking(waiting)) return { kind: 'wait', waiting };
      if (waiting.leaving !== undefined) {
        return happened.kind === 'playback-ended' ? waiting.leaving : { kind: 'wait', waiting };
      }
      return goOn(step, waiting, happened, chatSeconds);
    },
  };
}

function goOn(step: BlockStep, talking: Talking, happened: Happening, chatSeconds: number): BlockResult {
  const { endKey, deleteKey, keysMax, pauseMs, silenceMs } = settingsOf(talking);
  switch (happened.kind) {
    case 'playback-ended':
      if (talking.keys !== '') return { kind: 'wait', waiting: talking };
      step.startTimer('silence', step.channel === 'CHAT' ? chatSeconds * 1000 : silenceMs);
      return { kind: 'wait', waiting: talking };
    case 'said':
      return heard(step, talking, happened.text);
    case 'key': {
      step.stopSpeaking();
      step.stopTimer('silence');
      if (happened.key === endKey) return heard(step, talking, talking.keys);
      const keys = happened.key === deleteKey ? '' : talking.keys + happened.key;
      if (keys.length >= keysMax) return heard(step, talking, keys);
      step.startTimer('pause', pauseMs);
      return { kind: 'wait', waiting: { ...talking, keys } };
    }
    case 'time':
      if (happened.timer === 'pause') return heard(step, talking, talking.keys);
      if (step.channel !== 'CHAT') return heard(step, talking, '');
      step.stopListening();
      return silent(`the customer wrote nothing for ${chatSeconds} s`);
    default:
      return { kind: 'wait', waiting: talking };
  }
}

const silent = (because: string): BlockResult => ({
  kind: 'error',
  error: 'InputTimeLimitExceeded',
  because,
});

/** The bot's turn. */
function heard(step: BlockStep, talking: Talking, text: string): BlockResult {
  step.stopSpeaking();
  step.stopTimer('silence');
  step.stopTimer('pause');
  step.stopListening();
  const locale = localeOf(step, talking.aliasArn);
  if (locale === undefined) return failed('the bot has vanished');
  const turn = takeTurn(locale, talking.dialog, text, step.nowMs);
  if (turn.kind === 'lost') return text === '' ? silent('the caller said nothing') : failed(turn.because);
  if (turn.kind === 'over') return leave(step, talking, turn);
  speakAll(step, turn.say);
  return listens(step, { ...talking, dialog: turn.dialog, keys: '' });
}

function leave(step: BlockStep, talking: Talking, turn: Extract<Turn, { kind: 'over' }>): BlockResult {
  const { because, dialog, say } = turn;
  step.state.setLex(resultOf(dialog, talking.attributes, because !== undefined));
  // An intent that is not fulfilled goes to Error (adminguide/get-customer-input).
  const leaving: BlockResult =
    because === undefined ? { kind: 'compare', value: dialog.intent } : failed(because);
  if (say.length === 0) return leaving;
  speakAll(step, say);
  return { kind: 'wait', waiting: { ...talking, dialog, leaving } };
}

function listens(step: BlockStep, talking: Talking): BlockResult {
  const { endKey, keysMax, silenceMs } = settingsOf(talking);
  step.listen({ form: 'talk', maxDigits: keysMax, terminator: endKey, firstKeyWithinMs: silenceMs });
  return { kind: 'wait', waiting: talking };
}

/** Judged when the conversation began; a setting for one slot that cannot be used is left at the usual. */
function settingsOf({ attributes, dialog }: Talking) {
  const own = settingsFor(attributes, dialog.intent, dialog.slot);
  const usual = typeof own === 'string' ? settingsFor({}, undefined, undefined) : own;
  if (typeof usual === 'string') throw new Error(usual);
  return usual;
}

/** Languages are `en-US` in flows and `en_US` in bots. */
export const localeIdOf = (step: BlockStep): string => (step.value('$.LanguageCode') ?? '').replace('-', '_');

const localeOf = (step: BlockStep, aliasArn: string): BotLocale | undefined =>
  step.instance.bot(aliasArn, localeIdOf(step));

function attributesOf(step: BlockStep, parameters: Readonly<Record<string, Json>>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(recordOf(parameters['LexSessionAttributes']))) {
    attributes[name] = step.text(scalar(value) ?? '');
  }
  return attributes;
}

/** One message of each group, in one breath; in a chat each by itself. A bot without words listens all the same. */
function speakAll(step: BlockStep, messages: readonly Message[]): void {
  if (step.channel === 'CHAT') {
    for (const { form, text } of messages) step.speak({ text, form, interruptible: true });
    return;
  }
  const form = messages.some((message) => message.form === 'ssml') ? 'ssml' : 'text';
  const texts = messages.map((message) =>
    form === 'text' ? message.text : message.text.replaceAll(/^\s*<speak>|<\/speak>\s*$/g, ''),
  );
  const text = form === 'text' ? texts.join(' ') : `<speak>${texts.join(' ')}</speak>`;
  const speech: Speech = { text, form, interruptible: true, durationMs: speechDurationMs(text, form) };
  step.speak(speech);
}
