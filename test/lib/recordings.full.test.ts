/** A language that no voice speaks, as a whole: all its flows are made. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { callerFlows } from '../../contact-flows/catalogue.ts';
import { recorded } from '../../contact-flows/recorded.ts';
import { centreFlows } from '../../lib/centre-flows.ts';

const folder = mkdtempSync(join(tmpdir(), 'callwright-recordings-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a language that no voice speaks', () => {
  const configuration = { languages: { spoken: ['en', 'el'], locally: [] } } as const;
  const places = { own: join(folder, 'nothing'), made: join(folder, 'script'), speaker: [] };
  const settings = { languages: { spoken: [...configuration.languages.spoken], locally: [] } };

  test('is not deployed without its recordings: they are named, and all of them are in a table', () => {
    expect(() => centreFlows(settings, false, places)).toThrow(
      /has el, .* recordings are missing:\n {2}recordings\/el\/.*Για ελληνικά/s,
    );
    const table = readFileSync(join(folder, 'script', 'missing.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(table).toContain('"el/greeting.wav","Καλώς ήρθατε στη Larkfield Supplies."');
    expect(table.length).toBeGreaterThan(400);
    expect(new Set(table).size).toBe(table.length);
  });
  test('is shown as texts on this machine where it has none', () => {
    const { translations, pieces } = centreFlows(settings, true, places);
    expect(pieces).toEqual([]);
    expect(translations[0]?.flows.find(({ name }) => name === 'welcome')?.content).toContain('Καλώς ήρθατε');
  });
  test('plays recordings alone in its flows, but for values that a voice says', () => {
    const texts = callerFlows('el').flatMap((flow) =>
      recorded(flow, 'el', ['el']).flow.document.Actions.map(({ Parameters }) => Parameters['Text']),
    );
    const written = texts.filter((text) => text !== undefined && !/^\$\.[\w.]+$/.test(String(text)));
    expect(written).toEqual([]);
  });
});
