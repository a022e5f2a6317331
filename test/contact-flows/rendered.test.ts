/** The committed JSON is what the flows say, names only what exists, and the service would take it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../contact-flows/catalogue.ts';
import { LANGUAGES } from '../../contact-flows/languages.ts';
import { RENDERED_FOLDER, renderedFiles, renderFlows } from '../../contact-flows/render.ts';
import { blockOf } from '../../engine/blocks/catalogue.ts';
import { checkFlow } from '../../engine/language/check.ts';
import { parseFlow } from '../../engine/language/parse.ts';
import { contactFunctions, paymentFunctions, surveyFunctions } from '../../lib/functions.ts';

const all = catalogue();
const flows = all.map((flow) => [flow.name, flow] as const);
const known: Readonly<Record<string, readonly string[]>> = {
  queue: ['support', 'orders', 'escalations', 'shipping', 'technical', 'quality', 'billing'],
  hours: ['opening', 'escalations'],
  prompt: ['queue-music', 'beep'],
  'security-key': ['payments'],
  certificate: ['payments'],
  speakers: LANGUAGES,
  function: [...contactFunctions, ...paymentFunctions, ...surveyFunctions].map(({ name }) => name),
  flow: all.filter(({ type }) => type !== 'MODULE').map(({ name }) => name),
  module: all.filter(({ type }) => type === 'MODULE').map(({ name }) => name),
};

test('the rendered files are fresh; run `npm run render` where they are not', () => {
  const committed = readdirSync(RENDERED_FOLDER, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.json'));
  const files = renderedFiles();
  expect(committed.toSorted()).toEqual([...files.keys()].toSorted());
  for (const name of committed)
    expect(readFileSync(join(RENDERED_FOLDER, name), 'utf8')).toBe(files.get(name));
});

test('rendering writes every flow and removes the file of one that is gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rendered-'));
  try {
    writeFileSync(join(folder, 'gone.json'), '{}');
    writeFileSync(join(folder, 'README.md'), 'stays');
    const written = await renderFlows(folder);
    const kept = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.includes('.'));
    expect(kept.toSorted()).toEqual([...written, 'README.md'].toSorted());
    const files = renderedFiles();
    for (const name of written) expect(readFileSync(join(folder, name), 'utf8')).toBe(files.get(name));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe.each(flows)('%s', (_name, flow) => {
  const { document, diagnostics } = parseFlow(flow.content);

  test('is read without a word', () => {
    expect(diagnostics).toEqual([]);
    expect(document).toEqual(flow.document);
  });
  test('would not be refused by the service', () => {
    expect(checkFlow(flow.document, flow.type, blockOf)).toEqual([]);
  });
  test('names only what the centre has', () => {
    const unknown = flow.resources.filter(({ kind, name }) => known[kind]?.includes(name) !== true);
    expect(unknown).toEqual([]);
  });
});

test('no flow needs itself to be deployed first, by whatever way', () => {
  const needs = new Map(
    all.map((flow) => [
      flow.name,
      flow.resources.filter(({ kind }) => kind === 'flow' || kind === 'module').map(({ name }) => name),
    ]),
  );
  for (const start of needs.keys()) {
    const found = new Set(needs.get(start));
    for (const name of found) for (const next of needs.get(name) ?? []) found.add(next);
    expect([start, [...found].includes(start)]).toEqual([start, false]);
  }
});
