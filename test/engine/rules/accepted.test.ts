/** How findings are accepted and written for review tools, and that our own flows have none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../../engine/rules/catalogue.ts';
import { type CheckOptions, checkFlows } from '../../../engine/rules/check-flows.ts';
import {
  call,
  count,
  type ExampleFlow,
  exampleFlow,
  hangUp,
  menu,
  say,
} from '../../../engine/rules/example.ts';
import type { Finding } from '../../../engine/rules/finding.ts';
import { sarifLog } from '../../../engine/rules/sarif.ts';
import { checkedFlows } from '../../../lib/flow-check.ts';
import { functionResults } from '../../../lib/function-results.ts';

const check = (flows: readonly ExampleFlow[], options: CheckOptions = {}): readonly Finding[] =>
  checkFlows(
    flows.map((flow) => ({ file: `${flow.name}.json`, ...flow })),
    options,
  );
const rulesOf = (findings: readonly Finding[]) =>
  findings.map(({ file, rule, step }) => `${file} ${step} ${rule}`);

describe('an acceptance', () => {
  const flow = (accept: readonly object[]) =>
    exampleFlow(
      { choose: menu({ '1': 'count' }, 'end'), count: count('choose', 'end'), end: hangUp },
      { metadata: { callwright: { accept: accept.map((each) => ({ ...each })) } } },
    );
  const found = (accept: readonly object[]) =>
    check([flow(accept)], { families: ['posture'] }).filter(({ rule }) => rule !== 'posture/nobody-to-reach');
  const rule = 'posture/no-goodbye';
  const reason = 'This is only a test of acceptances.';

  test('with a reason takes the finding away, for its step or the whole flow', () => {
    expect(rulesOf(found([]))).toEqual(['example.json end posture/no-goodbye']);
    expect(found([{ rule, step: 'end', reason }])).toEqual([]);
    expect(found([{ rule, reason }])).toEqual([]);
  });
  test.each([
    ['for another step', { rule, step: 'count', reason }, 'is not used'],
    ['without a reason', { rule, step: 'end' }, 'gives no reason'],
    ['with a word for a reason', { rule, step: 'end', reason: 'ok' }, 'gives no reason'],
    ['of no rule', { rule: 'posture/goodbye', reason }, 'there is no rule'],
  ])('%s takes nothing away, and is a finding', (_what, accept, words) => {
    const [about, ...rest] = found([accept]);
    expect(about).toMatchObject({
      rule: 'posture/acceptance',
      path: 'Metadata.callwright.accept[0]',
      step: null,
    });
    expect(about?.message).toContain(words);
    expect(rulesOf(rest)).toContain('example.json end posture/no-goodbye');
  });
  test('is not judged where its family is not checked', () => {
    expect(check([flow([{ rule, step: 'count', reason }])], { families: ['publish'] })).toEqual([]);
  });
});

test('a SARIF log names every rule once and every finding by the index of its rule', () => {
  const findings = check([exampleFlow({ hello: say('Hello.', 'nowhere'), end: hangUp }, { name: 'a b' })]);
  const log: unknown = JSON.parse(JSON.stringify(sarifLog(findings, RULES, () => 7)));
  expect(log).toMatchObject({
    version: '2.1.0',
    $schema: expect.stringContaining('sarif-schema-2.1.0.json'),
    runs: [
      {
        tool: {
          driver: { name: 'callwright', rules: RULES.map(({ id }) => expect.objectContaining({ id })) },
        },
        results: findings.map(({ rule, severity, message }) => ({
          ruleId: rule,
          ruleIndex: RULES.findIndex(({ id }) => id === rule),
          level: severity,
          message: { text: message },
          locations: [
            { physicalLocation: { artifactLocation: { uri: 'a%20b.json' }, region: { startLine: 7 } } },
          ],
        })),
      },
    ],
  });
  expect(findings.length).toBeGreaterThan(1);
});

describe('our own flows', () => {
  const folder = 'contact-flows/rendered';
  test('have no finding in any family, together and with the contracts of their functions', () => {
    const texts = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
    expect(checkFlows(texts, { results: functionResults })).toEqual([]);
  });
  test('stop the synthesis with the finding where one has an error', () => {
    const { name, text } = exampleFlow({
      look: call('lookup-order', 'tell', 'end'),
      tell: say('It $.External.statu.', 'end'),
      end: hangUp,
    });
    const source = { name, title: '', description: '', type: 'CONTACT_FLOW', content: text };
    expect(() => checkedFlows([source])).toThrow(
      /flow "example" breaks live\/unknown-result at Actions\[1\]\.Parameters\.Text, step 'tell': .*did you mean 'status'/,
    );
    const mended = { ...source, content: text.replace('statu.', 'status.') };
    expect(checkedFlows([mended])).toEqual([mended]);
  });
});
