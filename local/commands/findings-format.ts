/** Writes findings for a person, for a program, or for a code review tool. */
import { RULES } from '../../engine/rules/catalogue.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { sarifLog } from '../../engine/rules/sarif.ts';

export const FORMATS = ['text', 'json', 'sarif'] as const;
export type CheckFormat = (typeof FORMATS)[number];

/** @param texts of the files, by name */
export function formatted(
  findings: readonly Finding[],
  format: CheckFormat,
  texts: ReadonlyMap<string, string>,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(findings, null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifLog(findings, RULES, lineOf(texts)), null, 2)}\n`;
    case 'text':
      return findings.map((finding) => `${line(finding)}\n`).join('');
  }
}

/** `flows/main.json: error publish/missing-error at Actions[3], step 'ask': Action is missing required error. …` */
function line({ file, severity, rule, path, step, message }: Finding): string {
  const place = path === '' ? '' : ` at ${path}`;
  return `${file}: ${severity} ${rule}${place}${step === null ? '' : `, step '${step}'`}: ${message}`;
}

/** Where the step's identifier stands in the text first as an identifier; 1 where it is not found. */
function lineOf(texts: ReadonlyMap<string, string>): (finding: Finding) => number {
  return ({ file, step }) => {
    const text = texts.get(file) ?? '';
    if (step === null) return 1;
    const quoted = JSON.stringify(step).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const at = text.search(new RegExp(`"Identifier"\\s*:\\s*${quoted}`));
    return at < 0 ? 1 : text.slice(0, at).split('\n').length;
  };
}
