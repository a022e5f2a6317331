/** A rule in words, for the terminal and for docs/rules.md. */
import { ACCEPTANCES_KEY } from '../language/acceptances.ts';
import { evidenceText, FAMILIES, type Family, familyOf, type Rule } from './rule.ts';

/** @returns lines for a terminal, with a line end */
export function explanation(rule: Rule): string {
  const { id, severity, what, why, fix, evidence } = rule;
  const [bad] = rule.bad.flows;
  return [
    `${id} (${severity})`,
    '',
    what,
    `Why: ${why}`,
    `Fix: ${fix}`,
    `Evidence: ${evidenceText(evidence)}`,
    '',
    `A flow that breaks it${rule.bad.at === '' ? '' : `, at ${rule.bad.at}`}:`,
    short(bad?.text ?? ''),
    'The same flow mended:',
    short(rule.good.flows[0]?.text ?? ''),
    '',
  ].join('\n');
}

const FAMILY_WORDS: Readonly<Record<Family, string>> = {
  publish: 'What the service refuses when a flow is published, in its own words.',
  live: 'What goes wrong on a call although the flow was published.',
  posture: 'What leaves callers alone, or their data in the open.',
};

const SHOWN_MAX = 1_500;

/** An example that is long only to be long is cut. */
const short = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);

/** docs/rules.md */
export function rulesPage(rules: readonly Rule[]): string {
  const families = FAMILIES.map((family) => {
    const own = rules.filter((rule) => familyOf(rule) === family);
    return [`## ${title(family)}`, '', FAMILY_WORDS[family], '', ...own.flatMap(section)].join('\n');
  });
  return [
    '# Rules',
    '',
    '`npm run -s callwright -- check PATH…` holds flows against these rules; `check --explain RULE` prints one of them with an example. This page is written from the rules by `npm run -s callwright -- docs`.',
    '',
    'An error stops a deployment of our own flows; a warning is told. A rule on which sources conflict is a warning and says so.',
    '',
    '## How to accept a finding',
    '',
    'A finding that is right in a flow is accepted in the flow itself, with a reason: in a flow of ours by `accept` beside `steps`,',
    '',
    '```ts',
    "accept: [{ rule: 'posture/no-goodbye', step: 'end', reason: 'This flow is for tasks, and a task hears no goodbye.' }],",
    '```',
    '',
    `and in JSON by the same list as \`Metadata.${ACCEPTANCES_KEY}.accept\`, which the service stores and never reads. Without \`step\` it is for the whole flow; a step stands for all its parts. An acceptance without a reason, with the name of no rule, or of a finding that there is not, is itself a finding (\`publish/acceptance\`, \`live/acceptance\`, \`posture/acceptance\`).`,
    '',
    ...families,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

const title = (family: Family): string => `${family.charAt(0).toUpperCase()}${family.slice(1)}`;

const section = ({ id, severity, what, why, fix, evidence }: Rule): readonly string[] => [
  `### ${id}`,
  '',
  `${what} (${severity})`,
  '',
  `- Why: ${why}`,
  `- Fix: ${fix}`,
  `- Evidence: ${evidenceText(evidence)}`,
  '',
];
