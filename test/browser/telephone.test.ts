/** The telephone and the agents' page in a real browser: one calls, one answers, both hang up. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { ContactDescription } from '../../engine/contact/describe.ts';
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import { bootCloud, type Cloud } from '../../local/cloud.ts';
import { BROWSER_ARGUMENTS, findBrowser } from '../../local/commands/find-browser.ts';
import { pagesFolder } from '../../local/commands/places.ts';
import { readPages } from '../../local/web/pages.ts';
import { startWebServer, type WebServer } from '../../local/web/server.ts';

const ASSEMBLY = join(import.meta.dirname, '..', '..', 'cdk.out');
const executablePath = findBrowser();
const why = 'there is no Chromium, Chrome or Edge on this machine, and CHROME_PATH names none';
const inBrowser = executablePath === undefined ? test.skip : test;
if (executablePath === undefined) process.stderr.write(`The browser test is skipped: ${why}.\n`);

let cloud: Cloud<VirtualDriver>;
let web: WebServer;
let browser: Browser;
const faults: unknown[] = [];

/** A Tuesday at noon in New York. */
const NOON_MS = Date.parse('2026-11-10T17:00:00Z');
/** More than any of these calls takes. */
const STEPS_MAX = 200;

/** Lets virtual time pass until the centre has come so far; browsers then have all the time they need. */
async function until(reached: (contact: ContactDescription) => boolean): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const contact = cloud.centre.contact(cloud.centre.recentContacts().at(-1) ?? '');
    if (contact !== undefined && reached(contact)) return;
    await cloud.driver.advanceToNext(60_000);
  }
  throw new Error('the call did not come so far');
}

beforeAll(async () => {
  if (executablePath === undefined) return;
  const onFault = (fault: unknown) => faults.push(fault);
  cloud = await bootCloud({
    assemblyFolder: ASSEMBLY,
    clock: { kind: 'virtual', nowMs: NOON_MS, seed: 1 },
    onFault,
  });
  web = await startWebServer({ port: 0, onFault });
  web.open({ ...cloud, pages: readPages(pagesFolder), stack: cloud.describe() });
  browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await web?.close();
  await cloud?.close();
}, 30_000);

/** What the browser itself complains about: blocked by the content security policy, an exception, a lost file. */
async function open(context: BrowserContext, path: string, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${web.url}${path}`);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

inBrowser(
  'a caller dials, presses keys, and talks to an agent who answers in the browser',
  async () => {
    const complaints: string[] = [];
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    context.setDefaultTimeout(20_000);
    const agent = await open(context, '/agent', complaints);
    await press(agent, 'Sign in');
    await agent.getByRole('radio', { name: 'Available' }).click();
    await shows(agent, 'Waiting for a contact');

    const phone = await open(context, '/phone', complaints);
    const said = phone.getByRole('log');
    await phone.getByLabel('Call from').fill('555');
    await press(phone, 'Call');
    await shows(phone, "'555' is not a telephone number");
    await phone.getByLabel('Call from').fill('+1 202 555 0199');
    await press(phone, 'Call');
    await phone.getByRole('button', { name: 'Hang up' }).waitFor();
    await until(({ listening }) => listening);
    await said.getByText(/press 1/).waitFor();
    await press(phone, '1');
    await said.getByText('1', { exact: true }).waitFor();
    await until(({ listening, logging }) => listening && !logging);
    await said.getByText(/PIN/).waitFor();
    await phone.keyboard.type('0#');
    await said.getByText('••').waitFor();
    await until(({ queuedAtMs }) => queuedAtMs !== undefined);
    await shows(phone, 'In the queue');

    await until(({ agent: offered }) => offered?.state === 'ringing');
    await shows(agent, 'Ringing');
    await said.getByText('♪ queue music').waitFor();
    await agent.getByRole('heading', { name: '+1 202 555 0199' }).waitFor();
    expect(await agent.title()).toMatch(/Ringing/);
    await agent.getByRole('row', { name: 'verified false' }).waitFor();
    const second = await open(context, '/agent', complaints);
    await press(second, 'Sign in');
    await press(second, 'Accept');
    await shows(agent, 'Connecting');
    await until(({ agent: taken }) => taken?.state === 'connected');
    await shows(agent, 'In a call');
    await shows(agent, /Not verified/);
    await shows(phone, 'With Sam');

    await press(phone, 'Hang up');
    await said.getByText('You hung up.').waitFor();
    await shows(agent, 'After contact work');
    await press(agent, 'Done');
    await shows(second, 'Waiting for a contact');

    await phone.setViewportSize({ width: 360, height: 760 });
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(complaints).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  120_000,
);
