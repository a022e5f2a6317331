/** Reports of test cases for programs that read JUnit's XML, and for people. */
import { expect, test } from '@jest/globals';
import { faulty, type Outcome } from '../../../local/testing/outcome.ts';
import { report } from '../../../local/testing/report.ts';

const passed: Outcome = { ...faulty('a.json', 'greeting', ''), status: 'PASSED', failure: null };
const failed: Outcome = {
  ...faulty('b & c.json', '"<b>"', 'it \u0000 failed'),
  moments: [
    { atMs: 61_250, kind: 'hears', text: 'Welcome.' },
    { atMs: 62_000, kind: 'presses', text: '1' },
    { atMs: 63_000, kind: 'ended', text: 'CUSTOMER_DISCONNECT' },
  ],
};

test('as JUnit escapes what XML cannot have', () => {
  expect(report([passed, failed], 'junit')).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites tests="2" failures="1">',
      '  <testsuite name="test-cases" tests="2" failures="1">',
      '    <testcase name="greeting" classname="a.json"/>',
      '    <testcase name="&quot;&lt;b&gt;&quot;" classname="b &amp; c.json">',
      '      <failure type="INITIALIZATION_FAILURE" message="it  failed"></failure>',
      '    </testcase>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'),
  );
});

test('for people tells what the caller lived through', () => {
  expect(report([failed], 'text').split('\n').slice(2)).toEqual([
    '      01:01.2 caller hears "Welcome."',
    '      01:02.0 caller presses 1',
    '      01:03.0 caller is gone: CUSTOMER_DISCONNECT',
    '',
  ]);
});
