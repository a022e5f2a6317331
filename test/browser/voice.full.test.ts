/**
 * A voice message from the browser's telephone, spoken into the microphone, written where there is none; and the agent
 * who hears it at their page.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  type CentreInBrowser,
  inBrowser,
  launchBrowser,
  noteComplaints,
  openCentre,
  thereIsABrowser,
} from './centre-in-browser.ts';

/** The browser's own microphone beeps once a second. */
const PIECES = 7;
/** Louder than the hum that stands for written words. */
const LOUD = 4_000;

let centre: CentreInBrowser;

beforeAll(async () => {
  if (thereIsABrowser) centre = await openCentre();
}, 60_000);
afterAll(() => centre?.close(), 30_000);

/** Calls, asks for a person while nobody is there, and chooses to leave a message; ends when it is recorded. */
async function comesToTone(page: Page): Promise<void> {
  const { until, web } = centre;
  await page.goto(`${web.url}/phone`);
  await page.getByLabel('Call from').fill('+1 202 555 0199');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('button', { name: 'Hang up', exact: true }).waitFor();
  for (const [key, words] of [
    ['0', /press 1/],
    ['2', /leave a voice message/],
  ] as const) {
    await until(({ listening }) => listening);
    await page.getByRole('log').getByText(words).last().waitFor();
    await page.getByRole('button', { name: key, exact: true }).click();
    await page.getByRole('log').getByText(key, { exact: true }).waitFor();
  }
  await until(({ recording }) => recording.includes('IVR'));
}

/** Hangs up after so long, and reads the file that comes of it. */
async function recordingAfter(page: Page, durationMs: number): Promise<Buffer> {
  const { cloud, latestCall } = centre;
  await cloud.driver.advanceBy(durationMs);
  await page.getByRole('button', { name: 'Hang up', exact: true }).click();
  await page.getByText('You hung up.').first().waitFor();
  await cloud.driver.advanceBy(20_000);
  const { contactId } = latestCall();
  const bucket = cloud.stack.outputs['RecordingsBucket'] ?? '';
  const [media] = (cloud.records?.recent().records ?? [])
    .filter(({ ContactId }) => ContactId === contactId)
    .flatMap(({ Recordings }) => Recordings ?? []);
  const file = cloud.buckets.get(bucket, media?.Location.slice(bucket.length + 1) ?? '');
  if (file === undefined) throw new Error('there is no recording');
  return file;
}

async function itemsOf(output: 'AuditTable' | 'CasesTable') {
  const { cloud } = centre;
  const client = new DynamoDBClient({
    endpoint: cloud.endpointUrl,
    region: cloud.describe().region,
    credentials: { accessKeyId: 'tester', secretAccessKey: 'tester' },
  });
  const { Items = [] } = await DynamoDBDocumentClient.from(client).send(
    new ScanCommand({ TableName: cloud.stack.outputs[output] ?? '' }),
  );
  client.destroy();
  return Items;
}

const loudest = (wav: Buffer): number => {
  let most = 0;
  for (let at = 44; at < 44 + wav.readUInt32LE(40); at += 4)
    most = Math.max(most, Math.abs(wav.readInt16LE(at)));
  return most;
};

describe('a voice message from the browser', () => {
  async function inPage(args: readonly string[], story: (page: Page) => Promise<void>): Promise<void> {
    let browser: Browser | undefined;
    try {
      browser = await launchBrowser(args);
      const page = await browser.newPage({ viewport: { width: 1200, height: 860 } });
      page.setDefaultTimeout(20_000);
      const complaints: string[] = [];
      noteComplaints(page, complaints);
      await story(page);
      expect(complaints).toEqual([]);
      expect(centre.faults).toEqual([]);
    } finally {
      await browser?.close();
    }
  }

  inBrowser(
    'has in it what was said into the microphone, which is asked for at the tone and let go after it',
    () =>
      inPage(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'], async (page) => {
        let sent = 0;
        const enough = new Promise<void>((resolve) => {
          page.on('websocket', (socket) =>
            socket.on('framesent', ({ payload }) => {
              if (!String(payload).includes('"sound"')) return;
              sent += 1;
              if (sent === PIECES) resolve();
            }),
          );
        });
        await comesToTone(page);
        await page.getByText('Your microphone is being recorded: speak.').waitFor();
        await enough;
        const wav = await recordingAfter(page, 5_000);
        expect(loudest(wav)).toBeGreaterThan(LOUD);
        expect(await page.getByLabel('What you say').count()).toBe(0);
      }),
    120_000,
  );

  inBrowser(
    'has the words that were written where there is no microphone',
    () =>
      inPage([], async (page) => {
        await comesToTone(page);
        await page.getByText('No microphone: write what you say.').waitFor();
        await page.getByLabel('What you say').fill('My machine leaks, 2 litres a day.');
        await page.keyboard.press('Enter');
        await page.getByRole('log').getByText('You said').waitFor();
        const wav = await recordingAfter(page, 5_000);
        expect(wav.toString('utf8')).toContain('My machine leaks, 2 litres a day.');
        expect(loudest(wav)).toBeLessThan(LOUD);
      }),
    120_000,
  );

  inBrowser(
    'is heard at the page of whoever may see its case, who takes it up or gives it to another, and not at that of others',
    () =>
      inPage([], async (page) => {
        await page.goto(`${centre.web.url}/agent`);
        await page.getByLabel('Robin Lindqvist').check();
        await page.getByRole('button', { name: 'Sign in' }).click();
        const cases = page.getByRole('region', { name: 'Cases' });
        // Both callers of this file have left a message; the later one wrote it.
        const { contactId } = centre.latestCall();
        const opened = (await itemsOf('CasesTable')).find((item) => item['contactId'] === contactId);
        await cases
          .getByRole('button', { name: new RegExp(`^Voice message.* ${opened?.['caseNumber']} `) })
          .click();
        await cases.getByText('The caller left a voice message.').waitFor();
        const lent = page.waitForResponse((response) => response.url().endsWith('/voicemail'));
        await cases.getByRole('button', { name: 'Listen', exact: true }).click();
        expect((await lent).status()).toBe(200);
        await cases.getByText('My machine leaks, 2 litres a day.').waitFor();
        await page.waitForFunction(
          () => document.querySelector('audio')?.readyState === HTMLMediaElement.HAVE_ENOUGH_DATA,
        );
        expect(await page.evaluate(() => document.querySelector('audio')?.duration)).toBeGreaterThan(4);
        await cases.getByRole('button', { name: 'Take this case' }).click();
        await cases.getByRole('button', { name: /yours · in progress/ }).waitFor();

        const signsIn = async (name: string): Promise<void> => {
          await page.getByRole('button', { name: 'Sign out' }).click();
          await page.getByLabel(name).check();
          await page.getByRole('button', { name: 'Sign in' }).click();
        };
        await signsIn('Sam Okoro');
        await page.getByText('Nothing is left to do').waitFor();
        await signsIn('Robin Lindqvist');
        await cases.getByRole('button', { name: /^Voice message.*yours/ }).click();
        await cases.getByText('Give it to somebody').click();
        await cases.getByRole('button', { name: 'To Sam Okoro' }).click();
        await cases.getByRole('button', { name: /^Voice message.* sam · in progress/ }).waitFor();
        await signsIn('Sam Okoro');
        await cases.getByRole('button', { name: /^Voice message.*yours/ }).click();
        await cases.getByRole('button', { name: 'Listen', exact: true }).click();
        await cases.getByText('My machine leaks, 2 litres a day.').waitFor();
        expect(await cases.getByText('Give it to somebody').count()).toBe(0);

        const audit = await itemsOf('AuditTable');
        const heard = audit.filter(({ operation }) => operation === 'hearVoicemail');
        expect(heard.map(({ allowed, via }) => `${allowed} ${via}`).toSorted()).toEqual([
          'true owner',
          'true supervisor',
        ]);
      }),
    120_000,
  );
});
