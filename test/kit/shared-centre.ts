/** One centre for all tests of a file: to load and open one takes seconds, so that suites of calls are parts of such files. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { type ContactCentre, type OpenOptions, openCentre } from './centre.ts';

export interface Shared {
  /** @throws before the first test, when it is not open yet */
  readonly centre: ContactCentre;
}

/** Opens the centre before the first test of the file, lets everybody leave after each, and closes it after the last. */
export function sharedCentre(options?: OpenOptions): Shared {
  let opened: ContactCentre | undefined;
  const the: Shared = {
    get centre() {
      if (opened === undefined)
        throw new Error('the centre is not open yet: a hook or test uses it, no module');
      return opened;
    },
  };
  beforeAll(async () => {
    opened = await openCentre(options);
  });
  afterEach(() => the.centre.everybodyLeaves());
  afterAll(() => the.centre.close());
  return the;
}
