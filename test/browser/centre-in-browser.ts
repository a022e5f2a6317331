/** What a browser test stands on: a centre on virtual time, its pages, a browser, and what any of them complains about. */
import { join } from 'node:path';
import { test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { ContactDescription } from '../../engine/contact/describe.ts';
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import { bootCloud, type Cloud } from '../../local/cloud.ts';
import { BROWSER_ARGUMENTS, findBrowser } from '../../local/commands/find-browser.ts';
import { pagesFolder } from '../../local/commands/places.ts';
import type { RunningCentre } from '../../local/connect/running-centre.ts';
import { readPages } from '../../local/web/pages.ts';
import { startWebServer, type WebServer } from '../../local/web/server.ts';

const ASSEMBLY = join(import.meta.dirname, '..', '..', 'cdk.out');
/** A Tuesday at noon in New York. */
const NOON_MS = Date.parse('2026-11-10T17:00:00Z');
/** More than any of these calls takes. */
const STEPS_MAX = 200;

const executablePath = findBrowser();
export const thereIsABrowser = executablePath !== undefined;
/** A test that is skipped, and says why, where the machine has no browser. */
export const inBrowser = thereIsABrowser ? test : test.skip;
if (!thereIsABrowser) {
  process.stderr.write(
    'The browser test is skipped: there is no Chromium, Chrome or Edge on this machine, and CHROME_PATH names none.\n',
  );
}

/** More of them than fit beside the telephone without being scrolled. */
const demoCallers = Array.from({ length: 12 }, (_, place) => ({
  name: `Caller ${place}`,
  number: `+1202555${String(1200 + place)}`,
  pin: '4711',
  shows: 'orders in several states',
}));

export interface CentreInBrowser {
  readonly cloud: Cloud<VirtualDriver>;
  readonly web: WebServer;
  /** What the centre reported; a story that went well leaves it empty. */
  readonly faults: readonly unknown[];
  /** The call that came in last. */
  latestCall(): ContactDescription;
  /** Lets virtual time pass until the latest call has come so far; browsers then have all the time they need. */
  until(reached: (contact: ContactDescription) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** @param shown what the pages see of the centre, where that is more than it has */
export async function openCentre(
  shown: (centre: RunningCentre) => RunningCentre = (centre) => centre,
): Promise<CentreInBrowser> {
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => faults.push(fault);
  const cloud = await bootCloud({
    assemblyFolder: ASSEMBLY,
    clock: { kind: 'virtual', nowMs: NOON_MS, seed: 1 },
    onFault,
  });
  const web = await startWebServer({ port: 0, onFault });
  web.open({
    ...cloud,
    centre: shown(cloud.centre),
    pages: readPages(pagesFolder),
    stack: { ...cloud.describe(), demoCallers },
  });
  const latestCall = (): ContactDescription => {
    const contact = cloud.centre
      .recentContacts()
      .map((contactId) => cloud.centre.contact(contactId))
      .filter((each) => each?.channel === 'VOICE')
      .toSorted((one, other) => (one?.startedAtMs ?? 0) - (other?.startedAtMs ?? 0))
      .at(-1);
    if (contact === undefined) throw new Error('nobody has called');
    return contact;
  };
  return {
    cloud,
    web,
    faults,
    latestCall,
    async until(reached) {
      for (let step = 0; step < STEPS_MAX; step += 1) {
        if (reached(latestCall())) return;
        await cloud.driver.advanceToNext(60_000);
      }
      throw new Error('the call did not come so far');
    },
    async close() {
      await web.close();
      await cloud.close();
    },
  };
}

export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...BROWSER_ARGUMENTS, ...more],
  });
}

/** Notes what the browser itself complains about: blocked by the content security policy, an exception, a lost file. */
export function noteComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}
