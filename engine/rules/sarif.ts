/** Findings in SARIF 2.1.0, which code review tools read (docs.oasis-open.org/sarif/sarif/v2.1.0). */
import type { Finding } from './finding.ts';
import { evidenceText, familyOf, type Rule } from './rule.ts';

/** @returns the log as a value; every finding is a result with the place in the file's text where it is known. */
export function sarifLog(findings: readonly Finding[], rules: readonly Rule[], lineOf: LineOf): object {
  const own = rules.map(({ id, what, why, fix, severity, evidence, ...rule }) => ({
    id,
    shortDescription: { text: what },
    fullDescription: { text: `${what} ${why}` },
    help: { text: `${fix} Evidence: ${evidenceText(evidence)}` },
    defaultConfiguration: { level: severity },
    properties: { tags: [familyOf({ id, ...rule })] },
  }));
  // Findings about acceptances have rules of their own.
  const others = [...new Set(findings.map(({ rule }) => rule))]
    .filter((id) => rules.every((rule) => rule.id !== id))
    .map((id) => ({ id, shortDescription: { text: 'An acceptance of a finding is not right.' } }));
  const all = [...own, ...others];
  const places = new Map(all.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'callwright', informationUri: 'https://docs.aws.amazon.com/connect/', rules: all },
        },
        results: findings.map((finding) => resultOf(finding, places.get(finding.rule) ?? 0, lineOf(finding))),
      },
    ],
  };
}

/** The line of a finding in its file, from 1; 1 where it is about the whole. */
export type LineOf = (finding: Finding) => number;

const resultOf = (
  { file, rule, severity, path, step, message, evidence }: Finding,
  ruleIndex: number,
  startLine: number,
) => ({
  ruleId: rule,
  ruleIndex,
  level: severity,
  message: { text: message },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine } },
      ...(path === ''
        ? {}
        : { logicalLocations: [{ fullyQualifiedName: path, ...(step === null ? {} : { name: step }) }] }),
    },
  ],
  properties: { evidence },
});

/** A path as a URI reference: forward slashes, and nothing in it that a URI cannot hold. */
const uriOf = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
