/** Turns a flow of texts into one of recordings, for languages that no voice speaks. */
import { type AuthoredFlow, BuiltDocument, BuiltFlow } from '../engine/authoring/built-flow.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { runModule } from '../engine/authoring/handing-over.ts';
import { resource, resourcesIn } from '../engine/authoring/resource.ts';
import { partName } from '../engine/authoring/step.ts';
import { recordingName } from '../lambdas/find-recordings/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { HEARD } from './modules/say-recorded.ts';
import { modules } from './resources.ts';

type Action = AuthoredFlow['document']['Actions'][number];
type Parameters = Action['Parameters'];

/** A flow whose words are recordings, and which words those are: by the name of the prompt. */
export interface RecordedFlow {
  readonly flow: AuthoredFlow;
  readonly played: ReadonlyMap<string, { readonly language: Language; readonly words: string }>;
}

const VALUE = /\$\.\w+(?:\.\w+)*/g;
const MENU = 'GetParticipantInput';

/** Only this step is spoken in a language of its own: it offers it. */
const offered = (step: string): Language | undefined =>
  LANGUAGES.find((language) => step === `offer-${language}`);

/**
 * A text without values becomes the prompt that says it. One with values is put into the attribute `saying` and played
 * by a module; of a menu, what follows the last value is the prompt at which keys are pressed, so that the menu hears
 * a key although the module cannot.
 * @param language of whatever no step offers in another one
 * @param inRecordings the languages that are deployed as recordings
 * @throws where a menu ends in a value: nothing would be left to play while keys are waited for
 */
export function recorded(
  flow: AuthoredFlow,
  language: Language,
  inRecordings: readonly Language[],
): RecordedFlow {
  const played = new Map<string, { language: Language; words: string }>();
  const actions = flow.document.Actions.flatMap((action): readonly Action[] => {
    const spoken = offered(action.Identifier) ?? language;
    if (!inRecordings.includes(spoken)) return [action];
    const promptOf = (words: string): string => {
      const name = recordingName(spoken, words);
      played.set(name, { language: spoken, words });
      return resource('prompt', name);
    };
    const { Text: text, Messages: messages } = action.Parameters;
    if (Array.isArray(messages)) {
      const Messages = messages.map((each: unknown) => inPlaceOfText(each, promptOf));
      return [{ ...action, Parameters: { ...action.Parameters, Messages } }];
    }
    if (typeof text !== 'string') return [action];
    // Nobody can record a mere value: a voice says it.
    if (!/\p{L}/u.test(text.replace(VALUE, ''))) return [action];
    if (text.search(VALUE) < 0) return [withPrompt(action, action.Identifier, promptOf(text))];
    return withValues(action, text, promptOf);
  });
  const { StartAction, Metadata, Settings } = flow.document;
  if (played.size === 0) return { flow, played };
  const document = new BuiltDocument(StartAction, actions, Settings, acceptancesIn(Metadata), flow.type);
  const resources = resourcesIn(JSON.stringify(actions));
  return { flow: new BuiltFlow({ ...flow, document, resources }), played };
}

function inPlaceOfText(message: unknown, promptOf: (words: string) => string): Parameters {
  const { Text: text, ...others }: Record<string, string> = Object(message);
  return text === undefined ? others : { PromptId: promptOf(text) };
}

function withPrompt(action: Action, name: string, prompt: string): Action {
  const { Text: _text, ...others } = action.Parameters;
  return { ...action, Identifier: name, Parameters: { ...others, PromptId: prompt } };
}

function withValues(action: Action, text: string, promptOf: (words: string) => string): readonly Action[] {
  const { Identifier: name, Transitions } = action;
  const otherwise = Transitions.Errors?.find(({ ErrorType }) => ErrorType === 'NoMatchingError')?.NextAction;
  const isMenu = action.Type === MENU;
  const last = isMenu ? lastPart(name, text) : '';
  // Signs next to a reference would belong to it for a reader who is not as careful as Connect.
  const saying = (isMenu ? text.slice(0, text.length - last.length) : text).replace(
    /([.,:;!?])/g,
    (sign, _s, at) => (text[at + 1] === undefined || text[at + 1] === ' ' ? ' ' : sign),
  );
  const values: AttributeValues = { saying: saying.replace(/ {2,}/g, ' ').trim() };
  const [play, heard, keys] = ['play', 'heard', 'keys'].map((part) => partName(name, part));
  const after = isMenu ? heard : Transitions.NextAction;
  if (play === undefined || heard === undefined || keys === undefined || after === undefined)
    throw new Error(`step '${name}' speaks and leads nowhere`);
  const onError = otherwise ?? after;
  return [
    ...setAttributes({ attributes: values, next: play, onError }).actions(name),
    ...runModule({ module: modules.sayRecorded, next: after, onError }).actions(play),
    ...(isMenu
      ? [
          ...decide({ value: attributes.saying, cases: { [HEARD]: keys }, otherwise: onError }).actions(
            heard,
          ),
          withPrompt(action, keys, promptOf(last)),
        ]
      : []),
  ];
}

/** What follows the last value, from the next sentence on where there is one. */
function lastPart(name: string, text: string): string {
  const [value] = [...text.matchAll(VALUE)].slice(-1);
  const rest = text.slice((value?.index ?? 0) + (value?.[0].length ?? 0));
  const last = rest.slice(rest.search(/\p{L}/u));
  if (!/\p{L}/u.test(last))
    throw new Error(
      `the menu '${name}' ends in a value; let its keys come last, so that they can be recorded`,
    );
  return last;
}

function acceptancesIn(metadata: unknown): ConstructorParameters<typeof BuiltDocument>[3] {
  const { callwright }: { callwright?: { accept?: ConstructorParameters<typeof BuiltDocument>[3] } } =
    Object(metadata);
  return callwright?.accept;
}
