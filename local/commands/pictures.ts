/** `npm run pictures`: draws callers' ways from the flows, and takes pictures of the running product. */
import { mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { Closing } from '../closing.ts';
import { bootCloud } from '../cloud.ts';
import { readPages } from '../web/pages.ts';
import type { DemoCaller } from '../web/running-stack.ts';
import { startWebServer } from '../web/server.ts';
import { buildPages } from './build-pages.ts';
import { CommandFailure, printed } from './failure.ts';
import { findBrowser } from './find-browser.ts';
import { writeJourneys } from './journey-pictures.ts';
import { launchBrowser } from './launch-browser.ts';
import { readOptions } from './options.ts';
import { notePicturesTaken } from './picture-sources.ts';
import { assemblyFolder, pagesFolder, projectFolder } from './places.ts';
import { prepareAssembly } from './prepare.ts';
import type { Surroundings } from './surroundings.ts';

const SIZE = { width: 1440, height: 900 };

/** @throws CommandFailure where the machine has no browser, or it does not start */
export async function pictures(args: readonly string[], surroundings: Surroundings): Promise<number> {
  readOptions('pictures', args, { values: [], flags: [], words: 0 });
  // Drawn from the flows: no browser is needed for them.
  for (const file of writeJourneys()) process.stdout.write(`${relative(process.cwd(), file)}\n`);
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new CommandFailure(
      'There is no Chromium, Chrome or Edge here: install one, or name it in CHROME_PATH.',
      1,
    );
  }
  const say = (sentence: string): void => {
    process.stderr.write(`${sentence}\n`);
  };
  await prepareAssembly(surroundings, say);
  await buildPages(say);
  const closing = new Closing();
  try {
    const browser = await launchBrowser(executablePath);
    closing.add(() => browser.close());
    const cloud = await bootCloud({ assemblyFolder, clock: { kind: 'wall' } });
    closing.add(() => cloud.close());
    const web = await startWebServer({ port: 0, onFault: (fault) => say(printed(fault)) });
    closing.add(() => web.close());
    const stack = { ...cloud.describe(), demoCallers: await surroundings.demoCallers() };
    await surroundings.seedWhenEmpty(stack, cloud.driver.nowMs());
    web.open({ ...cloud, pages: readPages(pagesFolder), stack });
    const page = await browser.newPage({
      viewport: SIZE,
      deviceScaleFactor: 2,
      colorScheme: 'light',
      // A picture taken on the way would show neither where the map was nor where it goes.
      reducedMotion: 'reduce',
    });
    await page.goto(`${web.url}/phone`);
    await askAboutAnOrder(page, stack.demoCallers[0]);
    const file = join(projectFolder, 'docs', 'pictures', 'telephone.png');
    mkdirSync(dirname(file), { recursive: true });
    await page.screenshot({ path: file });
    notePicturesTaken();
    process.stdout.write(`${relative(process.cwd(), file)}\n`);
    return 0;
  } finally {
    await closing.close();
  }
}

/** Goes on until the caller has been told about the order, so that the picture shows a whole conversation. */
async function askAboutAnOrder(page: Page, caller: DemoCaller | undefined): Promise<void> {
  if (caller === undefined) throw new CommandFailure('The demo world has nobody who could call.', 1);
  const said = page.getByRole('log');
  const press = async (keys: string): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByLabel('Call from').fill(caller.number);
  await page.getByRole('button', { name: 'Call', exact: true }).press('Enter');
  await said.getByText(/press 1/).waitFor();
  await press('1');
  await said.getByText(/PIN/).waitFor();
  await press(`${caller.pin}#`);
  await said.getByText(/order number/).waitFor();
  await press('1#');
  await said.getByText(/^Order /).waitFor();
}
