/** Writes what became of test cases: for a person, for a program, or as JUnit's XML. */
import type { CallMoment } from '../../engine/testing-language/test-call.ts';
import type { Outcome } from './outcome.ts';

export const FORMATS = ['text', 'json', 'junit'] as const;
export type ReportFormat = (typeof FORMATS)[number];

export function report(outcomes: readonly Outcome[], format: ReportFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(outcomes.map(forPrograms), null, 2)}\n`;
    case 'junit':
      return junit(outcomes);
    case 'text':
      return outcomes.map(forPeople).join('');
  }
}

const forPrograms = ({ file, name, status, observations, failure }: Outcome) => ({
  file,
  name,
  status,
  observations,
  failure,
});

function forPeople({ file, name, status, failure, moments }: Outcome): string {
  const head = `${status}  ${name}  (${file})\n`;
  if (failure === null) return head;
  const reasons = [failure.type, ...failure.reasons].join(', ');
  return `${head}    ${failure.message} [${reasons}]\n${moments.map((moment) => `      ${momentLine(moment)}\n`).join('')}`;
}

const VERBS = { hears: 'hears', presses: 'presses', writes: 'writes', ended: 'is gone:' } as const;

/** `01:02.3 caller hears "Welcome."`: minutes, seconds and tenths since the call began. */
function momentLine({ atMs, kind, text }: CallMoment): string {
  const tenths = Math.floor(atMs / 100);
  const two = (count: number): string => String(count).padStart(2, '0');
  const time = `${two(Math.floor(tenths / 600))}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
  return `${time} caller ${VERBS[kind]} ${kind === 'hears' ? `"${text}"` : text}`;
}

function junit(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ status }) => status === 'FAILED').length;
  const counts = `tests="${outcomes.length}" failures="${failed}"`;
  const cases = outcomes.map((outcome) => {
    const { file, name, failure } = outcome;
    const attributes = `name="${escaped(name)}" classname="${escaped(file)}"`;
    if (failure === null) return `    <testcase ${attributes}/>\n`;
    const type = escaped(failure.reasons.join(' '));
    return `    <testcase ${attributes}>\n      <failure type="${type}" message="${escaped(failure.message)}">${escaped(failure.heard.join('\n'))}</failure>\n    </testcase>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="test-cases" ${counts}>\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
}

/** Signs that XML cannot have at all are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
