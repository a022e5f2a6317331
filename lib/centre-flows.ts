/** The flows of a centre by the languages that it speaks: those of the first with what there is once, and each further language. */
import { join } from 'node:path';
import {
  callerFlows,
  entryFlows,
  type Languages,
  sharedFlows,
  welcomeFlows,
} from '../contact-flows/catalogue.ts';
import { type Language, MESSAGES } from '../contact-flows/languages.ts';
import { sayRecorded } from '../contact-flows/modules/say-recorded.ts';
import { EVERYTHING, isEverything, type Offers } from '../contact-flows/offers.ts';
import { english } from '../contact-flows/prompts/en.ts';
import { messageFaults } from '../contact-flows/prompts/message-faults.ts';
import { type RecordedFlow, recorded } from '../contact-flows/recorded.ts';
import { isRecorded } from '../contact-flows/voices.ts';
import type { Configuration } from './config.ts';
import { ConfigurationError } from './config-error.ts';
import { checkedFlows } from './flow-check.ts';
import type { FlowSource } from './flow-references.ts';
import { renderedFlowsFolder } from './paths.ts';
import {
  makeRecordings,
  type Recording,
  type RecordingPlaces,
  writeScript,
} from './recordings/make-recordings.ts';
import { pieceTexts, playedTexts, type RecordableText, withoutDoubles } from './recordings/texts.ts';
import { readRenderedFlows } from './rendered-flows.ts';

/** The flows of one further language. */
export interface Translation {
  readonly language: Language;
  readonly flows: readonly FlowSource[];
  /** What its flows play. */
  readonly recordings: readonly Recording[];
}

export interface CentreFlows {
  /** What there is once, whatever callers speak. */
  readonly shared: readonly FlowSource[];
  /** The first language, and its flows. */
  readonly language: Language;
  readonly flows: readonly FlowSource[];
  /** The ways in: what leads to the flows of every language. */
  readonly entries: readonly FlowSource[];
  readonly translations: readonly Translation[];
  /** What the ways in and the flows of the first language play. */
  readonly recordings: readonly Recording[];
  /** Pieces of sentences with values, of every language that no voice speaks; a function finds them. */
  readonly pieces: readonly Recording[];
  /** The languages that are deployed as recordings. */
  readonly unvoiced: readonly Language[];
}

/** What is rendered of a language, and what it plays as recordings. */
interface Rendered {
  readonly flows: readonly FlowSource[];
  readonly texts: readonly RecordableText[];
}

/**
 * A language that no voice speaks is deployed as recordings. On this machine one without recordings is shown as texts.
 * @param isLocal adds the languages that only `npm start` speaks
 * @param places where recordings are found and made, where not in the project's own folders
 * @param offers what callers can do; no flow says that they can do anything else
 * @throws ConfigurationError for messages that are missing or broken, for flows that break a rule, and for a language
 *   without a voice whose recordings are missing in a deployment
 */
export function centreFlows(
  { languages }: Pick<Configuration, 'languages'>,
  isLocal: boolean,
  places: Partial<RecordingPlaces> = {},
  offers: Offers = EVERYTHING,
): CentreFlows {
  const [first, ...others] = languages.spoken;
  if (first === undefined)
    throw new ConfigurationError('cdk.json: callwright.languages.spoken is empty; add one.');
  const more = isLocal ? languages.locally.filter((language) => !languages.spoken.includes(language)) : [];
  const all: Languages = [first, ...others, ...more];
  refuseFaults(all);
  const withSpeaker = {
    ...(languages.speaker === undefined ? {} : { speaker: languages.speaker }),
    ...places,
  };
  const { inRecordings, recordings } = recordingsFor({ all, offers }, languages.spoken, isLocal, withSpeaker);
  const filesOf = (texts: readonly RecordableText[]): Recording[] =>
    texts.flatMap(({ name }) => recordings.get(name) ?? []);
  const entries = entriesIn(all, inRecordings);
  const shared = readRenderedFlows(sharedFlows, renderedFlowsFolder);
  const own = flowsIn({ all, offers }, first, inRecordings);
  checkedFlows([...entries.flows, ...shared, ...own.flows]);
  const translations = all.slice(1).map((language) => {
    const translated = flowsIn({ all, offers }, language, inRecordings);
    checkedFlows([...entries.flows, ...shared, ...translated.flows]);
    return { language, flows: translated.flows, recordings: filesOf(translated.texts) };
  });
  return {
    shared,
    language: first,
    flows: own.flows,
    entries: entries.flows,
    translations,
    recordings: filesOf(withoutDoubles([...entries.texts, ...own.texts])),
    unvoiced: inRecordings,
    pieces: inRecordings.flatMap((language) => filesOf(pieceTexts(language))),
  };
}

/** The languages of a centre, and what it offers in each. */
interface Offered {
  readonly all: Languages;
  readonly offers: Offers;
}

/** The languages that are deployed as recordings, and the recordings of all their texts by name. */
function recordingsFor(
  { all, offers }: Offered,
  spoken: readonly Language[],
  isLocal: boolean,
  places: Partial<RecordingPlaces>,
): { readonly inRecordings: readonly Language[]; readonly recordings: ReadonlyMap<string, Recording> } {
  const wanted = spoken.filter(isRecorded);
  const texts = withoutDoubles([
    ...entriesIn(all, wanted).texts,
    ...wanted.flatMap((language) => [
      ...flowsIn({ all, offers }, language, wanted).texts,
      ...pieceTexts(language),
    ]),
  ]);
  const { recordings, missing } = makeRecordings(texts, places);
  if (missing.length > 0 && !isLocal) refuseMissing(missing, places);
  const incomplete = new Set(missing.map(({ language }) => language));
  return {
    inRecordings: wanted.filter((language) => !incomplete.has(language)),
    recordings: new Map(recordings.map((recording) => [recording.name, recording])),
  };
}

function entriesIn(all: Languages, inRecordings: readonly Language[]): Rendered {
  return rendered(entryFlows(all).map((flow) => recorded(flow, all[0], inRecordings)));
}

function flowsIn({ all, offers }: Offered, language: Language, inRecordings: readonly Language[]): Rendered {
  if (inRecordings.includes(language) && isRecorded(language)) {
    const flows = [...welcomeFlows(all, language), ...callerFlows(language, offers), sayRecorded(language)];
    return rendered(flows.map((flow) => recorded(flow, language, inRecordings)));
  }
  const flows = [
    // These are made for exactly the languages that there are, so that none of the committed files is them.
    ...welcomeFlows(all, language).map(asSource),
    // The committed files are those of a centre that offers everything.
    ...(isEverything(offers)
      ? readRenderedFlows(
          callerFlows(language),
          language === 'en' ? renderedFlowsFolder : join(renderedFlowsFolder, language),
        )
      : callerFlows(language, offers).map(asSource)),
  ];
  return { flows, texts: [] };
}

const rendered = (flows: readonly RecordedFlow[]): Rendered => ({
  flows: flows.map(({ flow }) => asSource(flow)),
  texts: withoutDoubles(flows.flatMap(({ played }) => playedTexts(played))),
});

const asSource = ({ name, title, type, description, content }: FlowSource): FlowSource => ({
  name,
  title,
  type,
  description,
  content,
});

function refuseFaults(languages: readonly Language[]): void {
  const faults = languages.flatMap((language) => messageFaults(language, MESSAGES[language], english));
  if (faults.length > 0)
    throw new ConfigurationError(`${faults.join('\n')}\nCorrect contact-flows/prompts and render again.`);
}

/** As many as a person reads; all of them are in the file. */
const TOLD_MAX = 10;

/** Nobody would hear a text that no voice of Amazon Polly speaks and nobody has recorded. */
function refuseMissing(missing: readonly RecordableText[], { made }: Partial<RecordingPlaces>): never {
  const languages = [...new Set(missing.map(({ language }) => language))].join(' and ');
  const lines = missing
    .slice(0, TOLD_MAX)
    .map(({ language, label, words }) => `  recordings/${language}/${label}.wav: ${words}`);
  const rest = missing.length - lines.length;
  throw new ConfigurationError(
    [
      `cdk.json: callwright.languages.spoken has ${languages}, which no voice of Amazon Polly speaks, and ${missing.length} recordings are missing:`,
      ...lines,
      ...(rest > 0 ? [`  and ${rest} more`] : []),
      `All of them are in ${writeScript(missing, made)}. Record them, install espeak-ng, name a program in callwright.languages.speaker, or move the language to languages.locally.`,
    ].join('\n'),
  );
}
