/** The command line as a process of its own, as a person or a script runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

export interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Waits until standard output holds the text. @throws when the process ends before */
  prints(part: string): Promise<string>;
}

/** @param home where the local centre keeps its things */
export function callwright(
  args: readonly string[],
  home: string,
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Child {
  // As package.json runs it: with the check of Node.js, which also keeps compiled sources from run to run.
  const command = ['--import', './bin/check-node.mjs', join('bin', 'callwright.ts'), ...args];
  const child = spawn(process.execPath, command, {
    cwd: PROJECT,
    env: { ...process.env, CALLWRIGHT_HOME: home, PORT: '0', NODE_OPTIONS: '', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(options.input ?? '');
  let out = '';
  let err = '';
  let wake = (): void => undefined;
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
    wake();
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  let over = false;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      over = true;
      wake();
      resolve({ exitCode, out, err });
    });
  });
  return {
    process: child,
    ended,
    async prints(part) {
      while (!out.includes(part)) {
        if (over) throw new Error(`it ended before it printed '${part}': ${out}${err}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return out;
    },
  };
}
