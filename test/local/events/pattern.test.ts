/** Event patterns choose events as EventBridge does, and what the local one does not know stops the boot. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compilePattern, PatternError } from '../../../local/events/pattern.ts';

const event = {
  source: 'aws.connect',
  detail: {
    eventType: 'QUEUED',
    channel: 'Voice',
    waits: 12,
    first: true,
    nothing: null,
    tags: ['vip', 'Gold'],
    queueInfo: { queueType: 'STANDARD' },
  },
};
const detail = (pattern: unknown) => ({ detail: pattern });

describe('a pattern', () => {
  test.each<[string, unknown, boolean]>([
    ['a value that is there', { source: ['aws.connect'] }, true],
    ['one of several values', detail({ eventType: ['INITIATED', 'QUEUED'] }), true],
    ['another value', { source: ['aws.ec2'] }, false],
    ['values of two fields, both', { source: ['aws.connect'], detail: { eventType: ['INITIATED'] } }, false],
    ['a number, true and null', detail({ waits: [12], first: [true], nothing: [null] }), true],
    ['a number written as text', detail({ waits: ['12'] }), false],
    ['a value in a list', detail({ tags: ['vip'] }), true],
    ['no value of a list', detail({ tags: ['silver'] }), false],
    ['a field deeper down', detail({ queueInfo: { queueType: ['STANDARD'] } }), true],
    ['a field of what is not there', detail({ agentInfo: { agentArn: ['a'] } }), false],
    ['a beginning', detail({ eventType: [{ prefix: 'QUE' }] }), true],
    [
      'a beginning in other letters',
      detail({ eventType: [{ prefix: { 'equals-ignore-case': 'que' } }] }),
      true,
    ],
    ['an end', detail({ eventType: [{ suffix: 'UED' }] }), true],
    ['the end of a number', detail({ waits: [{ suffix: '2' }] }), false],
    ['other letters', detail({ channel: [{ 'equals-ignore-case': 'VOICE' }] }), true],
    ['anything but others', detail({ eventType: [{ 'anything-but': ['CONTACT_DATA_UPDATED'] }] }), true],
    ['anything but this', detail({ eventType: [{ 'anything-but': 'QUEUED' }] }), false],
    ['anything but this beginning', detail({ eventType: [{ 'anything-but': { prefix: 'QUE' } }] }), false],
    ['anything but, of what is not there', detail({ agent: [{ 'anything-but': 'sam' }] }), false],
    ['something there', detail({ waits: [{ exists: true }] }), true],
    ['nothing there', detail({ agentInfo: [{ exists: false }] }), true],
    ['nothing there, where something is', detail({ nothing: [{ exists: false }] }), false],
    ['a number in bounds', detail({ waits: [{ numeric: ['>', 0, '<=', 12] }] }), true],
    ['a number out of bounds', detail({ waits: [{ numeric: ['<', 12] }] }), false],
    ['a text as a number', detail({ eventType: [{ numeric: ['>', 0] }] }), false],
    ['either of two', { $or: [{ source: ['other'] }, { detail: { waits: [12] } }] }, true],
    [
      'either, and something besides',
      { source: ['other'], $or: [{ detail: { waits: [12] } }, { source: ['x'] }] },
      false,
    ],
  ])('that asks for %s', (_title, pattern, matches) => {
    expect(compilePattern(pattern)(event)).toBe(matches);
  });
});

describe('a pattern is refused', () => {
  test.each<[string, unknown, string]>([
    ['without a field', {}, 'it must name a field'],
    ['that is no object', ['x'], 'it must be an object'],
    ['with a bare value', { source: 'aws.connect' }, 'source: it must be an object or an array of values'],
    [
      'with an empty list',
      detail({ eventType: [] }),
      'detail.eventType: an array of values must not be empty',
    ],
    [
      'with a comparison that is unknown here',
      detail({ ip: [{ cidr: '10.0.0.0/8' }] }),
      'detail.ip: {"cidr":"10.0.0.0/8"} is no comparison',
    ],
    [
      'with the name of something every object has',
      detail({ a: [{ constructor: 'x' }] }),
      'is no comparison',
    ],
    ['with two comparisons in one', detail({ a: [{ prefix: 'x', suffix: 'y' }] }), 'is no comparison'],
    ['with half a comparison of numbers', detail({ a: [{ numeric: ['>'] }] }), 'one or two pairs'],
    ['with an unknown comparison of numbers', detail({ a: [{ numeric: ['~', 1] }] }), 'one or two pairs'],
    ['with a beginning that is no text', detail({ a: [{ prefix: 1 }] }), 'it must be a text'],
    ['with exists and no answer', detail({ a: [{ exists: 'yes' }] }), 'true or false'],
    ['with one choice', { $or: [{ source: ['x'] }] }, '$or: it must be an array of two patterns or more'],
  ])('%s', (_title, pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError);
    expect(() => compilePattern(pattern)).toThrow(message);
  });
  test('or reads, and then answers about any event: nothing else happens', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (pattern, any) => {
        try {
          expect(typeof compilePattern(pattern)(any)).toBe('boolean');
        } catch (error) {
          if (!(error instanceof PatternError)) throw error;
        }
      }),
    );
  });
  test('never when it is made of an event’s own values, and then that event matches', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
          minKeys: 1,
        }),
        (values) => {
          const pattern = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
          expect(compilePattern({ detail: pattern })({ detail: values })).toBe(true);
          const other = Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, [{ 'anything-but': [value] }]]),
          );
          expect(compilePattern({ detail: other })({ detail: values })).toBe(false);
        },
      ),
    );
  });
});
