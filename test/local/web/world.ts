/** A contact centre on a virtual clock behind a real server, and browsers' WebSockets to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientOptions, WebSocket } from 'ws';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import { bootCloud, type Cloud } from '../../../local/cloud.ts';
import { readPages } from '../../../local/web/pages.ts';
import { startWebServer, type WebServer } from '../../../local/web/server.ts';

const ASSEMBLY = join(import.meta.dirname, '..', '..', '..', 'cdk.out');
/** A Tuesday at noon in New York. */
const NOON_MS = Date.parse('2026-11-10T17:00:00Z');

export interface Open {
  readonly cloud: Cloud<VirtualDriver>;
  readonly web: WebServer;
  readonly faults: unknown[];
  close(): Promise<void>;
}

/** As the console lets people call a recording. */
export const ODD_PROMPT = 'Größte Musik 100%.wav';

export async function openWorld(agentGraceMs = 60_000): Promise<Open> {
  const faults: unknown[] = [];
  const cloud = await bootCloud({
    assemblyFolder: ASSEMBLY,
    clock: { kind: 'virtual', nowMs: NOON_MS, seed: 1 },
    onFault: (fault) => faults.push(fault),
  });
  const web = await startWebServer({ port: 0, onFault: (fault) => faults.push(fault) });
  const folder = mkdtempSync(join(tmpdir(), 'callwright-pages-'));
  for (const page of ['home', 'phone', 'agent']) {
    mkdirSync(join(folder, page));
    writeFileSync(join(folder, page, 'index.html'), `<!doctype html><title>${page}</title>`);
  }
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'page-0a1b.js'), 'export {};\n');
  const { centre, passwords, userPools, apis, outbox } = cloud;
  const [[, music = ''] = []] = cloud.promptFiles;
  const promptFiles = new Map([...cloud.promptFiles, [ODD_PROMPT, music]]);
  const pages = readPages(folder);
  const lent = { centre, passwords, promptFiles, userPools, apis, outbox };
  web.open({ ...lent, pages, stack: cloud.describe(), agentGraceMs });
  return {
    cloud,
    web,
    faults,
    async close() {
      await web.close();
      await cloud.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What was said, whatever its type. */
export type Said = Readonly<Record<string, unknown>>;

/** A browser's end of a WebSocket; messages can be waited for, earlier ones included. */
export class Browser {
  readonly socket: WebSocket;
  readonly said: Said[] = [];
  readonly closed: Promise<number>;
  #waiting: (() => void)[] = [];

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url.replace('http:', 'ws:'), options);
    this.socket.on('message', (data) => {
      this.said.push(JSON.parse(data.toString()));
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', resolve);
    });
    this.socket.on('error', () => this.socket.terminate());
  }

  says(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The first message from `from` on that fits; waits for it. */
  async hears(fits: (said: Said) => boolean, from = 0): Promise<Said> {
    for (;;) {
      const found = this.said.slice(from).find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  hearsType(type: string, from = 0): Promise<Said> {
    return this.hears((said) => said['type'] === type, from);
  }

  leaves(): void {
    this.socket.terminate();
  }
}
