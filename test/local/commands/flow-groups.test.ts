/** Flows of one language are checked with each other, and with what there is once. */
import { expect, test } from '@jest/globals';
import { flowGroups } from '../../../local/commands/flow-groups.ts';

const groups = (files: readonly string[]) =>
  flowGroups(files).map(({ together, told }) => ({ together, told: [...told] }));

test('a folder of translations has its own flows, and those around it that it does not translate', () => {
  const files = ['f/entry.json', 'f/menu.json', 'f/el/menu.json', 'f/hu/menu.json'];
  expect(groups(files)).toEqual([
    { together: ['f/entry.json', 'f/menu.json'], told: ['f/entry.json', 'f/menu.json'] },
    { together: ['f/entry.json', 'f/el/menu.json'], told: ['f/el/menu.json'] },
    { together: ['f/entry.json', 'f/hu/menu.json'], told: ['f/hu/menu.json'] },
  ]);
});

test('folders of other flows are one centre', () => {
  const files = ['f/menu.json', 'f/modules/verify.json', 'g/menu.json'];
  expect(groups(files)).toEqual([{ together: files, told: files }]);
});

test('no file is no flow', () => {
  expect(groups([])).toEqual([{ together: [], told: [] }]);
});
