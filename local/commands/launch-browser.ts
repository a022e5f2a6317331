/** Starts the browser of this machine for a command. */
import type { Browser } from 'playwright-core';
import { CommandFailure } from './failure.ts';
import { BROWSER_ARGUMENTS } from './find-browser.ts';

/** @throws CommandFailure with exit code 1 where the program does not start as a browser */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
  } catch (fault) {
    // The lines below the first are a log of many screens.
    const [why] = (fault instanceof Error ? fault.message : String(fault)).split('\n');
    throw new CommandFailure(
      `${executablePath} does not start as a browser (${why}): name another in CHROME_PATH.`,
      1,
    );
  }
}
