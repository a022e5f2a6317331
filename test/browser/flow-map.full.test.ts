/** The flow map and the overview in a real browser: a call lights its steps, the keyboard walks, large flows stay smooth. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningCentre } from '../../local/connect/running-centre.ts';
import {
  type CentreInBrowser,
  inBrowser,
  launchBrowser,
  noteComplaints,
  openCentre,
  thereIsABrowser,
} from './centre-in-browser.ts';
import { largeFlow } from './large-flow.ts';

const LARGE = 'large-flow';
/** As many as a flow may have. */
const LARGE_STEPS = 250;
/** Generous: two cores that eight test runs share. Alone it takes a tenth. */
const LAYOUT_MS_MAX = 8_000;
/** The pane, what is moved on it and its pattern, however many steps there are. */
const WRITTEN_WHILE_MOVED_MAX = 10;
/** Nobody notices 200 ms; this is for a machine that eight test runs share. */
const TASK_MS_MAX = 800;

let centre: CentreInBrowser;
let browser: Browser;
let context: BrowserContext;
/** One for all tests: opening a page costs more than most of them. */
let page: Page;
const complaints: string[] = [];

/** As a flow of that size would come out of the instance: through the same parser and the same server. */
function withLargeFlow(running: RunningCentre): RunningCentre {
  const { instance } = running;
  const [model] = instance.flows;
  if (model === undefined) throw new Error('the instance has no flow');
  const { document: _, ...rest } = model;
  const large = {
    ...rest,
    id: LARGE,
    arn: `${model.arn}-large`,
    name: LARGE,
    content: largeFlow(LARGE_STEPS),
  };
  return { ...running, instance: { ...instance, flows: [...instance.flows, large] } };
}

beforeAll(async () => {
  if (!thereIsABrowser) return;
  centre = await openCentre(withLargeFlow);
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  noteComplaints(page, complaints);
  // Whatever holds up the page: counted from the very beginning.
  await page.addInitScript(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
    Object.assign(window, { tasks });
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await centre?.close();
  expect(complaints).toEqual([]);
  expect(centre?.faults ?? []).toEqual([]);
}, 30_000);

const open = (path: string) => page.goto(`${centre.web.url}${path}`);
const listens = (): Promise<void> => centre.until(({ listening }) => listening);
const lit = (step: string) => page.locator(`[data-step="${step}"][aria-current="step"]`).waitFor();
const runningStep = (): string => centre.latestCall().flow?.step ?? '';
const focused = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-step') ?? null);

inBrowser(
  'the map beside the telephone lights the step that runs, follows the call, and keeps its way when it is over',
  async () => {
    await open('/phone');
    await page.getByRole('heading', { name: 'main-inbound' }).waitFor();
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    await page.getByRole('button', { name: 'Hang up' }).waitFor();
    await listens();
    await lit(runningStep());
    await page.getByRole('heading', { name: 'main-menu' }).waitFor();
    await page.keyboard.press('1');
    await centre.until(({ flow }) => flow?.name !== 'main-menu');
    await listens();
    await lit(runningStep());
    await page.getByRole('heading', { name: 'verify-caller' }).waitFor();
    // The panel tells about the step that runs, while nobody has chosen another.
    await page.getByText('The call is here.').waitFor();

    // Back along the trail: the way is drawn with its order.
    await page
      .getByRole('navigation', { name: 'Flows of this call' })
      .getByRole('button', { name: 'main-inbound' })
      .click();
    await page.getByRole('heading', { name: 'main-inbound' }).waitFor();
    await page.locator('.line-walked .line-order').first().waitFor();
    expect(await page.locator('.line-walked').count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Follow the call' }).click();
    await lit(runningStep());

    await page.getByRole('button', { name: 'Hang up' }).click();
    await page.getByRole('button', { name: 'Where it ended' }).waitFor();
    expect(await page.locator('.line-walked').count()).toBeGreaterThan(0);
  },
  60_000,
);

inBrowser(
  'the overview lists the contact, and its page has record, transcript, path and logs',
  async () => {
    await open('/');
    await page
      .getByRole('link', { name: /••• \d{4}/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Record' }).waitFor();
    await page.getByText('The caller hung up.').waitFor();
    for (const name of [
      'Transcript',
      'Path',
      'Function calls',
      'Contact attributes',
      'Function logs',
      'Flow log',
    ]) {
      await page.getByRole('heading', { name, exact: true }).waitFor();
    }
    await page.getByText('lookup-customer').first().waitFor();
    await page.locator('.line-walked').first().waitFor({ state: 'attached' });
  },
  60_000,
);

inBrowser(
  'what calls have taken is painted on the map of a flow where somebody asks for it',
  async () => {
    await open('/flows/main-inbound');
    await page.locator('.line').first().waitFor({ state: 'attached' });
    expect(await page.locator('.line-taken, .line-untaken').count()).toBe(0);
    await page.getByLabel('Show what calls have taken').check();
    await page.locator('.line-taken').first().waitFor({ state: 'attached' });
    await page.locator('.line-untaken').first().waitFor({ state: 'attached' });
    await page.getByText(/[1-9]\d* of \d+ ways taken/).waitFor();
  },
  60_000,
);

inBrowser('a flow is seen whole in the window, however long the list beside it is', async () => {
  await open('/flows/main-menu');
  await page.locator('[data-step]').first().waitFor();
  const { height } = page.viewportSize() ?? { height: Number.NaN };
  const [list, map] = [page.getByRole('navigation', { name: 'Flows', exact: true }), page.locator('.map')];
  expect(await list.evaluate((element) => element.scrollHeight)).toBeGreaterThan(height);
  const box = await map.boundingBox();
  expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(height);
  expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(height);

  await open(`/flows/${LARGE}`);
  const here = list.locator('[aria-current="page"]');
  await here.waitFor();
  const entry = await here.boundingBox();
  expect((entry?.y ?? Number.NaN) + (entry?.height ?? Number.NaN)).toBeLessThanOrEqual(height);
});

inBrowser(
  'a deep link shows a flow, the arrow keys walk along its branches, Enter opens a step and Escape closes it',
  async () => {
    await open('/flows/main-menu');
    await page.locator('[data-step]').first().waitFor();
    await page.locator('[data-step][tabindex="0"]').focus();
    const start = await focused();
    await page.keyboard.press('ArrowRight');
    const next = await focused();
    expect(next).not.toBe(start);
    await page.keyboard.press('ArrowDown');
    const beside = await focused();
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(start);
    expect(beside).not.toBeNull();
    await page.keyboard.press('Enter');
    await page
      .getByRole('complementary')
      .getByRole('heading', { name: start ?? '' })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });

    await page.getByRole('radio', { name: 'List' }).check({ force: true });
    await page.getByRole('list', { name: 'Steps of main-menu' }).waitFor();
    await page.getByRole('link', { name: /^order-status/ }).click();
    expect(new URL(page.url()).pathname).toBe('/flows/order-status');
    await page.goBack();
    await page.getByRole('heading', { name: 'main-menu' }).waitFor();
  },
  60_000,
);

inBrowser('an address of no flow and of no contact says so', async () => {
  // A page of its own: the browser complains about what is not found.
  const page = await context.newPage();
  await page.goto(`${centre.web.url}/flows/nothing`);
  await page.getByText('There is no such flow').waitFor();
  await page.goto(`${centre.web.url}/contacts/nobody`);
  await page.getByRole('heading', { name: 'No such contact' }).waitFor();
  await page.close();
});

inBrowser(
  `${LARGE_STEPS} steps are laid out in time and stay smooth while the picture is moved`,
  async () => {
    // A task is as long as the clock says, and other test runs take the processor away: the best of three counts.
    let longestMs = Number.POSITIVE_INFINITY;
    for (let times = 0; times < 3 && longestMs >= TASK_MS_MAX; times += 1) {
      await open(`/flows/${LARGE}`);
      await page.locator('[data-step]').first().waitFor();
      const tasks: number[] = await page.evaluate('tasks');
      longestMs = Math.min(longestMs, Math.max(0, ...tasks));
    }
    const layoutMs = Number(await page.locator('[data-layout-ms]').getAttribute('data-layout-ms'));
    // The keyboard gets to the steps that are out of sight, too.
    await page.locator('[data-step][tabindex="0"]').focus();
    for (let down = 0; down < 8; down += 1) {
      const before = await focused();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        (step) => (document.activeElement?.getAttribute('data-step') ?? step) !== step,
        before,
      );
    }
    expect(await focused()).not.toBe('step-0');
    const box = await page.locator('.canvas').boundingBox();
    if (box === null) throw new Error('the map is not on the page');
    await page.evaluate(() => {
      const frames: number[] = [];
      let last = performance.now();
      const tick = (now: number): void => {
        frames.push(now - last);
        last = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      const written = new Set<Node>();
      new MutationObserver((list) => {
        for (const { type, target } of list) if (type === 'attributes') written.add(target);
      }).observe(document.body, { subtree: true, attributes: true });
      Object.assign(window, { frames, written });
    });
    const [x, y] = [box.x + box.width / 2, box.y + box.height - 60];
    const layer = () =>
      page.locator('.react-flow__viewport').evaluate((moved) => getComputedStyle(moved).willChange);
    expect(await layer()).toBe('auto');
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let moved = 0; moved < 30; moved += 1) await page.mouse.move(x - moved * 4, y - moved * 8);
    const layerWhileMoved = await layer();
    await page.mouse.up();
    const frames: number[] = await page.evaluate('frames');
    const median = frames.sort((a, b) => a - b)[Math.floor(frames.length / 2)] ?? Number.POSITIVE_INFINITY;
    process.stderr.write(
      `${LARGE_STEPS} steps: layout ${layoutMs} ms beside the page, its longest task ${longestMs} ms, a frame while moving ${median.toFixed(1)} ms (median of ${frames.length}).\n`,
    );
    // How long a frame takes is the machine's affair. Ours: the picture is shifted as one layer, and no step is written for it.
    expect(layerWhileMoved).toBe('transform');
    const written: number = await page.evaluate('written.size');
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(WRITTEN_WHILE_MOVED_MAX);
    expect(await layer()).toBe('auto');
    expect(layoutMs).toBeLessThan(LAYOUT_MS_MAX);
    expect(longestMs).toBeLessThan(TASK_MS_MAX);
  },
  60_000,
);
