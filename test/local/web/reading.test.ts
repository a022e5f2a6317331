/** Messages from browsers are read or refused in one sentence, whatever they are. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agentSays, telephoneSays } from '../../../local/web/protocol.ts';
import { readMessage } from '../../../local/web/reading.ts';

describe('a message', () => {
  test('that is complete is read', () => {
    expect(readMessage('{"type":"key","key":"#"}', telephoneSays)).toEqual({
      kind: 'message',
      message: { type: 'key', key: '#' },
    });
  });
  test('that holds a PIN in the wrong place is refused without repeating it', () => {
    const reading = readMessage('{"type":"key","key":"4711"}', telephoneSays);
    expect(JSON.stringify(reading)).not.toContain('4711');
    expect(reading.kind).toBe('wrong');
  });
  test('of any text is read or refused in one line, and never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `{"type":${json}}`),
    );
    fc.assert(
      fc.property(
        fc.option(text, { nil: undefined }),
        fc.constantFrom(telephoneSays, agentSays),
        (data, schema) => {
          const reading = readMessage<{ type: string }>(data, schema);
          if (reading.kind === 'wrong') expect(reading.sentence).toMatch(/^[A-Z][^\n]{5,260}\.$/);
        },
      ),
    );
  });
  test('with one field spoilt is refused', () => {
    const good = { type: 'dial', to: '+12025550100', from: '+12025550199', playback: 'reported' };
    const spoilt = fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string()),
      fc.string({ minLength: 201 }),
    );
    fc.assert(
      fc.property(fc.constantFrom('type', 'to', 'from', 'playback'), spoilt, (field, value) => {
        expect(readMessage(JSON.stringify({ ...good, [field]: value }), telephoneSays).kind).toBe('wrong');
      }),
    );
  });
});
