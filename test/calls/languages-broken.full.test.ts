/** Every way out of the steps with which a centre of several languages begins is taken by a call, error branches too. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { LANGUAGES, type Language } from '../../contact-flows/languages.ts';
import { untaken } from '../../engine/coverage/coverage-table.ts';
import { FlowCoverage } from '../../engine/coverage/flow-coverage.ts';
import type { Template } from '../../local/assembly/template.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, type DialOptions, openCentre } from '../kit/centre.ts';
import { answers, throwsAtOnce } from '../kit/faults.ts';
import { imani, stranger, withheld } from '../kit/people.ts';
import { announces, announcesNothing } from './transitions/announcement-routes.ts';
import { FlowText } from './transitions/flow-text.ts';
import { wasHere } from './transitions/returning-routes.ts';

/** What only a centre of several languages has, and is there once. */
const beginning = () =>
  ['choose-language', 'welcome'].map((name) => ({
    name,
    content: readFileSync(`contact-flows/rendered/all-languages/${name}.json`, 'utf8'),
  }));
const KEYS: Readonly<Record<Language, string>> = { en: '1', el: '2', hu: '3', ro: '4' };
/** Longer than a prompt may be. */
const TOO_LONG = 'x'.repeat(3_001);

/** Breaks the steps of a flow whose names match, each in the way in which it can fail. */
function broken(template: Template, flow: string, steps: RegExp): void {
  const text = new FlowText(template, flow, false);
  for (const { Identifier, Parameters } of text.actions) {
    if (!steps.test(Identifier)) continue;
    const { Attributes, EventHooks } = Parameters;
    // A name with a full stop is no name of an attribute.
    if (isObject(Attributes)) Attributes['no.name'] = 'yes';
    if (isObject(EventHooks)) for (const hook of Object.keys(EventHooks)) EventHooks[hook] = 'nowhere';
    for (const name of ['ContactFlowId', 'LanguageCode'])
      if (name in Parameters) Parameters[name] = 'nowhere';
    if ('Text' in Parameters) Parameters['Text'] = TOO_LONG;
    if ('TextToSpeechVoice' in Parameters) Parameters['TextToSpeechVoice'] = '$.Attributes.unset';
  }
  text.write();
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Route extends DialOptions {
  /** One answer to each question, `-` for silence; then the caller hangs up. */
  readonly says: string;
  /** The language that is known of the number. */
  readonly known?: Language;
  /** Something is announced, and the caller was here a short while ago. */
  readonly hears?: true;
  /** Attributes that are set from outside. */
  readonly given?: Readonly<Record<string, string>>;
}

/** Adds what calls take of flows that are broken so. */
async function walked(
  coverage: FlowCoverage,
  breakages: Readonly<Record<string, RegExp>>,
  routes: readonly Route[],
): Promise<void> {
  const centre = await openCentre({
    languages: 'all',
    mutate(template) {
      for (const [flow, steps] of Object.entries(breakages)) broken(template, flow, steps);
    },
  });
  centre.cloud.centre.observe(({ effect }) => coverage.see(effect));
  try {
    for (const route of routes) await taken(centre, route);
  } finally {
    await centre.close();
  }
}

async function taken(centre: ContactCentre, { says, known, given, hears, ...options }: Route): Promise<void> {
  await centre.forgetLanguages();
  if (known !== undefined && options.from !== undefined) await centre.remembers(options.from, known);
  if (hears === true) {
    await announces({ kind: 'announcement' })(centre);
    await wasHere({}, options.from)(centre);
  } else await announcesNothing(centre);
  const call: Call = centre.dial(options);
  if (given !== undefined) {
    await isAsked(centre, call);
    call.isGiven(given);
  }
  for (const answer of says) {
    await centre.passes(1);
    if (!(await isAsked(centre, call))) break;
    if (answer === '-') await call.staysSilent();
    else await call.presses(answer);
  }
  await centre.passes(20_000);
  await centre.everybodyLeaves({ promises: false });
}

/** Whether a question comes before the call ends or waits for somebody. */
async function isAsked(centre: ContactCentre, call: Call): Promise<boolean> {
  for (let second = 0; second < 120 && !call.hasEnded; second += 1) {
    if (call.question !== undefined) return true;
    await centre.passes(1_000);
  }
  return false;
}

type Walk = readonly [breakages: Readonly<Record<string, RegExp>>, routes: readonly Route[]];

const known: readonly Route[] = LANGUAGES.map((language) => ({
  from: imani.from,
  known: language,
  says: '',
}));
const hearing: readonly Route[] = known.map((route) => ({ ...route, hears: true }));
const choosing: readonly Route[] = LANGUAGES.map((language) => ({ ...stranger, says: KEYS[language] }));
const quiet: Route = { ...stranger, says: '' };
const asking: Route = { ...stranger, says: '0' };
const inMenu = (says: string): Route => ({ from: imani.from, known: 'en', says });
const recordsDown: Route = { from: imani.from, says: '', faults: { 'lookup-customer': throwsAtOnce() } };
const forgetful: Route = { from: imani.from, says: '2', faults: { 'remember-language': throwsAtOnce() } };
const unread = answers('empty-result');
const TO_WELCOME = /^to-(?:en|el|hu|ro)/;

const walks: readonly Walk[] = [
  [
    {},
    [
      ...LANGUAGES.flatMap((language) =>
        ['', '-', '--', '9'].map((before) => ({ ...stranger, says: `${before}${KEYS[language]}` })),
      ),
      ...['0', '-0', '--0'].map((says) => ({ ...stranger, says })),
      ...known,
      ...hearing,
      ...[
        '90',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '0',
        '---',
        '888',
        '97777',
        '91',
        '92',
        '93',
        '94',
        '9----',
      ].map(inMenu),
      { ...stranger, says: '777' },
      { ...stranger, says: '2', given: { customerId: 'c-1001' } },
      forgetful,
      { from: imani.from, says: '2', faults: { 'remember-language': unread } },
      recordsDown,
      { from: imani.from, says: '-', faults: { 'lookup-customer': unread } },
    ],
  ],
  [
    {
      'main-inbound': /voice|hook|greet|notice$|fault/,
      'choose-language': /voice|offer|fault/,
      welcome: /voice|language|hook|greet|notice$|fault|announcement|say-returning/,
    },
    [{ ...stranger, says: '9' }, ...known, ...hearing, recordsDown],
  ],
  [
    {
      'main-inbound': /mark-greeted|notice-heard|because/,
      'choose-language': /choose-|because/,
      welcome: /notice-heard|because/,
    },
    [...choosing, recordsDown, { ...withheld, says: '-' }],
  ],
  [{ 'choose-language': /^person/ }, [asking]],
  [{ 'choose-language': /^person|^because-asked/ }, [asking]],
  [{ welcome: /^because-asked/ }, [asking]],
  [{ 'main-inbound': /keep-customer/ }, [quiet]],
  [{ 'main-inbound': /^attributes|^fault|because-fault/ }, [quiet]],
  [{ 'main-inbound': /^attributes/ }, [quiet]],
  [{ welcome: /^attributes/ }, [inMenu('')]],
  [{ welcome: /^attributes|^fault|because-fault/ }, [inMenu('')]],
  [{ 'main-inbound': /^to-|^choose/, welcome: /^to-/, 'choose-language': /^to-/ }, [...known, quiet]],
  [
    { 'main-inbound': /^to-|out-of/, welcome: /^to-|out-of/, 'choose-language': /^to-|out-of/ },
    [...known, ...choosing],
  ],
  [
    {
      'main-inbound': TO_WELCOME,
      'choose-language': /^to-(?:en|el|hu|ro)|fault/,
      welcome: /^to-menu|fault/,
    },
    [quiet, { ...stranger, says: '2' }, inMenu('')],
  ],
  [{ welcome: /^to-menu/, 'main-inbound': /^choose/ }, [quiet, inMenu('')]],
  [{ 'choose-language': TO_WELCOME }, choosing],
  [{ 'choose-language': /^to-/, welcome: /^attributes|^to-person/ }, [...choosing, inMenu('')]],
  [{ welcome: /^attributes|^to-person|^out-of-order/ }, [inMenu('')]],
  [{ 'main-menu': /other-language/ }, [inMenu('9-')]],
  [{ 'main-menu': /other-language|language-fault/ }, [inMenu('9-')]],
  [{ 'main-menu': /choose-or-language/ }, [inMenu('')]],
];

const LONG_MS = 300_000;

test(
  'every way of the beginning is walked',
  async () => {
    const coverage = new FlowCoverage(beginning());
    for (const [breakages, routes] of walks) await walked(coverage, breakages, routes);
    expect(untaken(coverage.record())).toEqual([]);
  },
  LONG_MS,
);
