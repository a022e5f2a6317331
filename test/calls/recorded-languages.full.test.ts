/** Calls in languages that no voice speaks, deployed as recordings: fixed texts, menus with values, and what nobody recorded. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { wordsOf } from '../../contact-flows/languages.ts';
import { unsaid } from '../../contact-flows/prompts/unsaid.ts';
import { waveFile } from '../../lib/music/wave-file.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { throwsAtOnce } from '../kit/faults.ts';
import { imani, stranger } from '../kit/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'callwright-recorded-'));
const assembly = join(folder, 'out');
let centre: ContactCentre;

/** As a company would deploy it, with a program that says everything as a quarter of a second of silence. */
beforeAll(async () => {
  const silence = join(folder, 'silence.wav');
  writeFileSync(silence, waveFile(new Float64Array(2_000)));
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const languages = {
    spoken: ['en', 'el', 'hu'],
    locally: [],
    speaker: ['sh', '-c', `cat > /dev/null; cat ${silence}`],
  };
  const ended = spawnSync(process.execPath, ['bin/app.ts'], {
    env: {
      ...process.env,
      CDK_OUTDIR: assembly,
      CDK_VALIDATION: 'false',
      CDK_CONTEXT_JSON: JSON.stringify({
        ...context,
        callwright: { ...context.callwright, languages },
        environment: 'dev',
      }),
    },
  });
  if (ended.status !== 0) throw new Error(ended.stderr.toString());
  centre = await openCentre({ assembly });
}, 300_000);
afterAll(async () => {
  await centre.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => centre.everybodyLeaves());

/** What was said from a place on, without signs: pieces know none. */
const saidIn = (call: Call): string => call.heard.join(' ').replace(/[^\p{L}\p{N}]+/gu, ' ');

async function verified(key: string): Promise<Call> {
  await centre.remembers(imani.from, 'el');
  const words = wordsOf('el');
  const call = centre.dial(imani);
  await call.hears(words.mainMenuOrLanguage);
  await call.presses(key);
  await call.hears(words.askPin);
  await call.presses(`${imani.pin}#`);
  return call;
}

test('who chooses a language that no voice speaks hears it offered, and everything after it, as recordings', async () => {
  const call = centre.dial(stranger);
  await call.hears(wordsOf('en').greeting);
  await call.hears(wordsOf('el').offerLanguage({ key: '2' }));
  await call.presses('2');
  await call.hears(wordsOf('el').mainMenuOrLanguage);
  const forms = call.moments.flatMap(({ effect }) => (effect.kind === 'prompt' ? [effect.form] : []));
  expect(forms).toEqual(['text', 'prompt', 'prompt', 'prompt']);
});

describe('a sentence with values', () => {
  test('is played in pieces: the number digit by digit, then how the order stands', async () => {
    const call = await verified('1');
    await call.presses('1003#');
    await call.hears(wordsOf('el').afterOrderOnly);
    expect(saidIn(call)).toMatch(/η παραγγελία ένα μηδέν μηδέν τρία .*\p{L}/iu);
    expect(call.attributes['saying']).toBe('heard');
  });

  test('before keys is played first, the name of a product by a voice; the keys are pressed at what follows it', async () => {
    const words = wordsOf('el');
    const call = await verified('2');
    await call.hears(words.askProduct);
    await call.presses('2101#');
    await call.hears(words.askQuantity);
    await call.presses('2#');
    await call.hears('πατήστε 1. Για να την ακυρώσετε, πατήστε 2.');
    expect(saidIn(call)).toMatch(
      /Desk lamp δύο τεμάχια .*Ο φόρος είναι .*Το σύνολο είναι .* Για να δώσετε την παραγγελία/u,
    );
    const spoken = call.moments.flatMap(({ effect }) =>
      effect.kind === 'prompt' && effect.form === 'text' ? [effect.text] : [],
    );
    expect(new Set(spoken)).toEqual(new Set(['Desk lamp']));
    await call.presses('1');
    await call.hears(words.afterOrderOnly);
    expect(saidIn(call)).toContain('Επαναλαμβάνω');
  });

  test('of offers is played with the key for each, and the one that is chosen is told', async () => {
    const words = wordsOf('el');
    const day = (days: number) =>
      new Date(centre.cloud.centre.nowMs() + days * 86_400_000).toISOString().slice(0, 10);
    for (const [sku, till] of [
      ['LAMP-01', day(1)],
      ['CHAIR-07', day(2)],
    ] as const)
      await centre.changeProduct(sku, { promotion: { unitPriceMinor: 3_950, from: day(0), till } });
    await centre.remembers(imani.from, 'el');
    const call = centre.dial(imani);
    await call.hears(words.mainMenuOrLanguage);
    await call.presses('4');
    await call.hears(words.askAboutProduct);
    await call.presses('1#');
    await call.hears(/πατήστε 4\. Για το κύριο μενού, πατήστε 5\./);
    expect(saidIn(call)).toMatch(
      /Σημερινές προσφορές Το προϊόν Desk lamp κοστίζει τριάντα .* πατήστε ένα Το προϊόν Office chair .* πατήστε δύο Για άλλο προϊόν/u,
    );
    await call.presses('2');
    await call.hears(words.afterProduct);
    expect(saidIn(call)).toMatch(
      /πατήστε 9 Το προϊόν Office chair κοστίζει τριάντα .* Είναι σε προσφορά έως/u,
    );
    for (const sku of ['LAMP-01', 'CHAIR-07']) await centre.changeProduct(sku, {});
  });

  test('whose recordings cannot be found is not said, and the caller hears so', async () => {
    const call = await verified('1');
    centre.fault('find-recordings', throwsAtOnce());
    await call.presses('1003#');
    await call.hears(unsaid.el);
    expect(call.attributes['saying']).not.toBe('heard');
    centre.withdrawFaults();
  });
});
