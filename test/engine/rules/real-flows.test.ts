/** Flows of other people are not accused of what they did not do, and what is done to them is found where it was done. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../../engine/rules/catalogue.ts';
import { checkFlows } from '../../../engine/rules/check-flows.ts';
import { familyOf } from '../../../engine/rules/rule.ts';
import { isFull } from '../../calls/counts.ts';
import { BREAKS, type Draft } from './break-flow.ts';
import { FLOWS_WITH_FAULTS } from './flows-with-faults.ts';

const folder = join(process.cwd(), '..', 'shared', 'flows');
const there = existsSync(join(folder, 'INDEX.tsv'));
const reason = there ? '' : ' (skipped: there is no folder ../shared/flows beside the repository)';
const describeFlows = there ? describe : describe.skip;

/** The flows that their index calls good, as text. */
const good: readonly (readonly [string, string])[] = there
  ? readFileSync(join(folder, 'INDEX.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .flatMap(([file = '', , , quality]) =>
        quality === 'ok' ? [[file, readFileSync(join(folder, file), 'utf8')] as const] : [],
      )
  : [];

const publishRules = RULES.filter((rule) => familyOf(rule) === 'publish');

test('every publish rule has a way to break a flow', () => {
  expect(Object.keys(BREAKS).toSorted()).toEqual(publishRules.map(({ id }) => id).toSorted());
});

describeFlows(`real flows${reason}`, () => {
  test('that are good have no publish error but the faults that they are known to have', () => {
    expect(good).toHaveLength(233);
    const found = new Map<string, Set<string>>();
    for (const [file, text] of good) {
      for (const { rule, severity } of checkFlows([{ file, text }], { families: ['publish'] })) {
        if (severity === 'error') found.set(rule, (found.get(rule) ?? new Set()).add(file));
      }
    }
    const listed = Object.fromEntries(
      Object.entries(FLOWS_WITH_FAULTS).map(([rule, { files }]) => [rule, files]),
    );
    expect(Object.fromEntries([...found].map(([rule, files]) => [rule, [...files].toSorted()]))).toEqual(
      listed,
    );
  });

  // Broken flows are many; a few in every run, a quarter of them where full counts are asked for.
  const some = good.filter((_each, index) => index % (isFull ? 4 : 80) === (isFull ? 3 : 7));
  test.each(publishRules.map((rule) => [rule.id, rule] as const))(
    'broken against %s are found there',
    (id, rule) => {
      let broken = 0;
      for (const [file, text] of [...some, ...good]) {
        if (broken >= some.length) break;
        const draft: Draft = JSON.parse(text);
        const made = BREAKS[id]?.(draft);
        if (made === undefined) continue;
        broken += 1;
        const findings = checkFlows(
          [
            {
              file,
              text: made.text ?? JSON.stringify(draft),
              ...(made.type === undefined ? {} : { type: made.type }),
            },
          ],
          { rules: [rule] },
        );
        expect({ file, paths: findings.map(({ path }) => path) }).toEqual({
          file,
          paths: expect.arrayContaining([made.path]),
        });
      }
      // No real flow has a module result or a static number to break twice; one is enough.
      expect(broken).toBeGreaterThan(0);
    },
  );
});
