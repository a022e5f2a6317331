/** The order of the test files: the longest first, so that no core waits for the other at the end. */
import Sequencer from '@jest/test-sequencer';

/** Without the times of an earlier run jest goes by the size of the files, which knows nothing of browsers and processes. */
const LONGEST = [
  'test/calls/secrecy.full.test.ts',
  'test/calls/every-moment.full.test.ts',
  'test/fuzz/contracts.test.ts',
  'test/stories/the-inbound-day.full.test.ts',
  'test/stories/the-washing-machine.full.test.ts',
  'test/calls/transitions.full.test.ts',
  'test/calls/menus.test.ts',
  'test/api/desktop.test.ts',
  'test/local/commands/commands.test.ts',
  'test/calls/cases.test.ts',
  'test/browser/telephone.test.ts',
  'test/local/lambda/runtime.test.ts',
];

const rank = ({ path: file }) => {
  const place = LONGEST.findIndex((name) => file.endsWith(name));
  return place === -1 ? LONGEST.length : place;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}
