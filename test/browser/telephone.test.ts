/** The telephone and the agents' page in a real browser: one calls, one answers, both hang up. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  type CentreInBrowser,
  inBrowser,
  launchBrowser,
  noteComplaints,
  openCentre,
  thereIsABrowser,
} from './centre-in-browser.ts';

let centre: CentreInBrowser;
let browser: Browser;

beforeAll(async () => {
  if (!thereIsABrowser) return;
  centre = await openCentre();
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await centre?.close();
}, 30_000);

async function open(context: BrowserContext, path: string, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  noteComplaints(page, complaints);
  await page.goto(`${centre.web.url}${path}`);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const bottomOf = (box: { readonly y: number; readonly height: number } | null): number =>
  box === null ? Number.NaN : box.y + box.height;
/** A few lines of the transcript. */
const LINES_SEEN_PX = 150;
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

inBrowser(
  'a caller dials, presses keys, and talks to an agent who answers in the browser',
  async () => {
    const { until, faults } = centre;
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
    // What the flow has nothing to say of is a click away, and not between the agent and what it says.
    expect(await agent.getByRole('row', { name: 'returnAgent none' }).isVisible()).toBe(false);
    await agent.getByText(/more say nothing yet/).click();
    await agent.getByRole('row', { name: 'returnAgent none' }).waitFor();
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
    // Whom one may call as next is below what was said, and pushes neither it nor itself out of the card.
    const [card, people] = [phone.locator('.transcript'), phone.locator('.transcript-rest')];
    await people.getByRole('button').last().waitFor();
    expect(bottomOf(await people.boundingBox())).toBeLessThanOrEqual(bottomOf(await card.boundingBox()));
    expect((await said.boundingBox())?.height).toBeGreaterThan(LINES_SEEN_PX);
    await shows(agent, 'After contact work');
    await press(agent, 'Done');
    await shows(second, 'Waiting for a contact');

    // A task leaves the page with the click that ends the work on it; beside it stands where to call.
    const tasks = centre.cloud.centre.instance.flows.find(({ name }) => name === 'department-task');
    const attributes = { taskFor: 'support', taskLevel: '2' };
    const references = { 'Reply by': { Type: 'DATE', Value: '2026-11-10T18:00:00.000Z' } };
    const task = { kind: 'start-task', flowId: tasks?.id ?? '', name: 'Call back' } as const;
    centre.cloud.centre.send({ ...task, references, attributes });
    await centre.cloud.driver.advanceBy(31_000);
    await press(agent, 'Accept');
    await shows(agent, 'At a task');
    await agent.getByLabel('Number to call').waitFor();
    await shows(agent, /^Reply by \d\d:00$/);
    await press(agent, 'End task');
    await press(agent, 'Done');
    await shows(agent, 'Waiting for a contact');
    expect(await agent.getByText('After contact work').count()).toBe(0);

    await phone.setViewportSize({ width: 360, height: 760 });
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(complaints).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  120_000,
);
