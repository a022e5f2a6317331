/** A printed flow has one order of keys and loses nothing. */
import { expect, test } from '@jest/globals';
import { parseFlow } from '../../../engine/language/parse.ts';
import { printFlow } from '../../../engine/language/print.ts';

const printed = (text: string): string => {
  const { document } = parseFlow(text);
  if (document === undefined) throw new Error('the text is no flow');
  return printFlow(document);
};

test('known keys come in the order of the documentation, unknown ones after them', () => {
  const text = printed(
    '{"hash":"h","Actions":[{"Transitions":{"Conditions":[],"Errors":[],"NextAction":"a"},"Parameters":{"z":"1","a":"2"},"Type":"T","Identifier":"a","extra":1}],"StartAction":"a","Metadata":{"y":1},"Version":"2019-10-30"}',
  );
  const keys = [...text.matchAll(/"(\w+)":/g)].map((match) => match[1]);
  expect(keys.join(' ')).toBe(
    'Version StartAction Metadata y Actions Identifier Type Parameters z a Transitions NextAction Errors Conditions extra hash',
  );
  expect(text.endsWith('}\n')).toBe(true);
});

test('a key __proto__ is printed and does no harm', () => {
  const text = printed(
    '{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"T","Parameters":{"__proto__":{"polluted":"yes"}},"Transitions":{},"__proto__":{"Type":"X"}}]}',
  );
  expect(text.match(/__proto__/g)).toHaveLength(2);
  expect('polluted' in {}).toBe(false);
});
