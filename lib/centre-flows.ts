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
import { english } from '../contact-flows/prompts/en.ts';
import { messageFaults } from '../contact-flows/prompts/message-faults.ts';
import { isRecorded } from '../contact-flows/voices.ts';
import type { Configuration } from './config.ts';
import { ConfigurationError } from './config-error.ts';
import { checkedFlows } from './flow-check.ts';
import type { FlowSource } from './flow-references.ts';
import { renderedFlowsFolder } from './paths.ts';
import { readRenderedFlows } from './rendered-flows.ts';

/** The flows of one further language. */
export interface Translation {
  readonly language: Language;
  readonly flows: readonly FlowSource[];
}

export interface CentreFlows {
  readonly flows: readonly FlowSource[];
  /** The ways in: what leads to the flows of every language. */
  readonly entries: readonly FlowSource[];
  readonly translations: readonly Translation[];
}

/**
 * @param isLocal adds the languages that only `npm start` speaks
 * @throws ConfigurationError for messages that are missing or broken, for flows that break a rule, and for a language
 *   without a voice in a deployment
 */
export function centreFlows({ languages }: Pick<Configuration, 'languages'>, isLocal: boolean): CentreFlows {
  const [first, ...others] = languages.spoken;
  if (first === undefined)
    throw new ConfigurationError('cdk.json: callwright.languages.spoken is empty; add one.');
  const more = isLocal ? languages.locally.filter((language) => !languages.spoken.includes(language)) : [];
  const all: Languages = [first, ...others, ...more];
  refuseFaults(all);
  if (!isLocal) refuseUnspoken(languages.spoken);
  const entries = entryFlows(all).map(asSource);
  const shared = readRenderedFlows(sharedFlows, renderedFlowsFolder);
  const flowsIn = (language: Language): FlowSource[] => [
    // These are made for exactly the languages that there are, so that none of the committed files is them.
    ...welcomeFlows(all, language).map(asSource),
    ...readRenderedFlows(
      callerFlows(language),
      language === 'en' ? renderedFlowsFolder : join(renderedFlowsFolder, language),
    ),
  ];
  const flows = [...shared, ...flowsIn(first)];
  checkedFlows([...entries, ...flows]);
  const translations = all.slice(1).map((language) => {
    const translated = flowsIn(language);
    checkedFlows([...entries, ...shared, ...translated]);
    return { language, flows: translated };
  });
  return { flows, entries, translations };
}

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

/** Nobody would hear a text that no voice of Amazon Polly speaks. */
function refuseUnspoken(languages: readonly Language[]): void {
  const unspoken = languages.filter(isRecorded);
  if (unspoken.length === 0) return;
  throw new ConfigurationError(
    `cdk.json: callwright.languages.spoken has ${unspoken.join(' and ')}, which no voice of Amazon Polly speaks, and there are no recordings; move ${unspoken.length === 1 ? 'it' : 'them'} to languages.locally until there are.`,
  );
}
