import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { settingAll } from '../../../lambdas/tables/setting.ts';

test('attributes are set under the names that they have, and those that are undefined are left alone', () => {
  expect(settingAll({ status: 'open', intent: undefined, version: 1 })).toEqual({
    UpdateExpression: 'SET #status = :status, #version = :version',
    ExpressionAttributeNames: { '#status': 'status', '#version': 'version' },
    ExpressionAttributeValues: { ':status': 'open', ':version': 1 },
  });
});

test('whatever was set before, each value stands under its own name', () => {
  const attributes = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,3}$/),
    fc.option(fc.oneof(fc.string(), fc.integer()), { nil: undefined }),
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(attributes, (given) => {
      const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues } = settingAll(given);
      const set = UpdateExpression.slice('SET '.length)
        .split(', ')
        .filter((each) => each !== '')
        .map((each) => each.split(' = '));
      const kept = set.map(([name = '', value = '']) => [
        ExpressionAttributeNames[name],
        ExpressionAttributeValues[value],
      ]);
      expect(Object.fromEntries(kept)).toEqual(JSON.parse(JSON.stringify(given)));
      expect(Object.keys(ExpressionAttributeValues)).toHaveLength(set.length);
    }),
  );
});
