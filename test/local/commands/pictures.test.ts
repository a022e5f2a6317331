/** The pictures of the documentation show the product as it is, and a way that the flows do not have is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { FlowAction } from '../../../engine/language/flow.ts';
import { journeyFiles } from '../../../local/commands/journey-pictures.ts';
import { pictureSources, picturesTakenFrom } from '../../../local/commands/picture-sources.ts';
import { drawJourney } from '../../../local/journeys/draw.ts';
import { walk } from '../../../local/journeys/walk.ts';

test('the committed pictures were taken from the pages and flows as they are now; else run npm run pictures', () => {
  expect(picturesTakenFrom()).toBe(pictureSources());
});

test('the pictures of callers’ ways are drawn from the flows as they are now; else run npm run pictures', () => {
  const files = journeyFiles();
  for (const [path, text] of files) expect(readFileSync(`docs/${path}`, 'utf8')).toBe(text);
  const drawn = readdirSync('docs/pictures').filter((name) => name.startsWith('journey-'));
  expect(drawn.map((name) => `pictures/${name}`).filter((path) => !files.has(path))).toEqual([]);
});

describe('a way', () => {
  const step = (
    Identifier: string,
    Type: string,
    Parameters: FlowAction['Parameters'],
    Transitions: FlowAction['Transitions'],
  ) => ({
    Identifier,
    Type,
    Parameters,
    Transitions,
  });
  const flows = new Map([
    [
      'main-inbound',
      {
        Version: '2019-10-30',
        StartAction: 'ask',
        Metadata: {},
        Actions: [
          step(
            'ask',
            'GetParticipantInput',
            { Text: 'For <b> & "c", press 1. Order $.External.orderNumber.', StoreInput: 'False' },
            {
              NextAction: 'end',
              Conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['1'] } }],
            },
          ),
          step('end', 'DisconnectParticipant', {}, {}),
        ],
      },
    ],
  ]);
  const journey = (takes: Record<string, string>) => ({ name: 'way', title: 'A & B', takes });

  test('is drawn with its words, its key and no mark-up of theirs', () => {
    const drawn = drawJourney('A & B', walk(journey({ 'main-inbound/ask': '1' }), flows));
    expect(drawn).toContain('Order ‹order number›.');
    expect(drawn).toContain('1 ▸ &lt;b&gt; &amp; &quot;c&quot;');
    expect(drawn).not.toContain('<b>');
  });
  test.each([
    [{}, 'does not say what is pressed'],
    [{ 'main-inbound/ask': '7' }, 'presses 7, which is no key there'],
    [{ 'main-inbound/ask': '1', 'main-inbound/gone': '2' }, 'never comes to main-inbound/gone'],
  ])('that the flows do not have is refused: %j', (takes, why) => {
    expect(() => walk(journey(takes), flows)).toThrow(why);
  });
});
