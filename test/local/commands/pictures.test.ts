/** The pictures of the documentation show the product as it is. */
import { expect, test } from '@jest/globals';
import { pictureSources, picturesTakenFrom } from '../../../local/commands/picture-sources.ts';

test('the committed pictures were taken from the pages and flows as they are now; else run npm run pictures', () => {
  expect(picturesTakenFrom()).toBe(pictureSources());
});
