/** Every rule reports its bad example at the place that it names, and is silent on the good one. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RULES } from '../../../engine/rules/catalogue.ts';
import { type CheckOptions, checkFlows } from '../../../engine/rules/check-flows.ts';
import { type Example, exampleFlow, hangUp, say } from '../../../engine/rules/example.ts';
import { evidenceText, FAMILIES, familyOf } from '../../../engine/rules/rule.ts';
import { isFull } from '../../calls/counts.ts';

const check = ({ flows, contracts = {} }: Example, options: CheckOptions) =>
  checkFlows(
    flows.map((flow) => ({ file: `${flow.name}.json`, ...flow })),
    { ...options, results: (name) => contracts[name] },
  );

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test('reports the bad example at its place', () => {
    const found = check(rule.bad, { rules: [rule] });
    expect(found.map(({ file, path }) => `${file} ${path}`)).toContain(
      `${rule.bad.flows[0]?.name}.json ${rule.bad.at}`,
    );
    for (const finding of found) {
      expect(finding).toMatchObject({ rule: rule.id, family: familyOf(rule), severity: rule.severity });
      expect(finding.message).not.toBe('');
    }
  });
  test('names the step that the place lies in', () => {
    const [flow] = rule.bad.flows;
    const found = check(rule.bad, { rules: [rule] }).find(
      ({ file, path }) => file === `${flow?.name}.json` && path === rule.bad.at,
    );
    const place = /^Actions\[(\d+)\]/.exec(rule.bad.at)?.[1];
    const step: unknown =
      place === undefined ? null : JSON.parse(flow?.text ?? '').Actions[Number(place)].Identifier;
    expect(found?.step).toBe(step);
  });
  test('is silent on the good example', () => {
    expect(check(rule.good, { rules: [rule] })).toEqual([]);
  });
  test('says what, why and how to mend it in sentences, and where it was confirmed', () => {
    for (const sentence of [rule.what, rule.why, rule.fix]) expect(sentence).toMatch(/^[A-Z].{15,}\.$/s);
    expect(evidenceText(rule.evidence)).not.toBe('');
  });
});

test('every rule has a name of its own in one of the three families', () => {
  const names = RULES.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^(publish|live|posture)\/[a-z0-9-]+$/);
});

test('a good publish example is refused by no publish rule but those whose sources conflict', () => {
  for (const rule of RULES.filter((each) => familyOf(each) === 'publish')) {
    const errors = check(rule.good, { families: ['publish'] }).filter(({ severity }) => severity === 'error');
    expect({ rule: rule.id, errors }).toEqual({ rule: rule.id, errors: [] });
  }
});

test('only the families that are asked for are checked', () => {
  const text = exampleFlow({ hello: say('Hello.', 'nowhere'), end: hangUp }).text;
  for (const family of FAMILIES) {
    const found = checkFlows([{ file: 'a.json', text }], { families: [family] });
    expect(found.filter((finding) => finding.family !== family)).toEqual([]);
  }
  expect(checkFlows([{ file: 'a.json', text }], { families: [] })).toEqual([]);
});

test('whatever the flow is, the check answers with findings and never throws', () => {
  const texts = RULES.flatMap(({ bad, good }) => [...bad.flows, ...good.flows])
    .map(({ text }) => text)
    .filter((text) => text.length < 5_000);
  const mutilated = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 40 }), fc.string({ maxLength: 5 }))
    .map(([text, at, length, put]) => {
      const from = at % text.length;
      return text.slice(0, from) + put + text.slice(from + length);
    });
  fc.assert(
    fc.property(fc.oneof(mutilated, fc.json()), (text) => {
      for (const finding of checkFlows([{ file: 'x.json', text }]))
        expect(typeof finding.path).toBe('string');
    }),
    { numRuns: isFull ? 3_000 : 200 },
  );
});
