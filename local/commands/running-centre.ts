/** How a command finds the contact centre that runs on this machine: `.callwright/centre.json`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { coverageRecord, type ShownCoverage } from '../web/coverage-shown.ts';
import { type ShownMessage, sentMessages } from '../web/messages-shown.ts';
import { type RunningStack, runningStack } from '../web/running-stack.ts';
import { homeFolder } from './places.ts';

const note = z.object({ pid: z.number(), port: z.number() });
export type CentreNote = z.infer<typeof note>;

const ANSWER_WITHIN_MS = 2_000;

const noteFile = (): string => join(homeFolder(), 'centre.json');

export function writeNote(centre: CentreNote): void {
  mkdirSync(dirname(noteFile()), { recursive: true });
  writeFileSync(noteFile(), `${JSON.stringify(centre)}\n`);
}

/** Removes the note, unless it is another process's. */
export function removeNote(pid: number): void {
  if (readNote()?.pid === pid) rmSync(noteFile(), { force: true });
}

/** The centre whose process is alive and answers on its port; undefined when there is none. */
export async function findRunningCentre(): Promise<CentreNote | undefined> {
  const found = readNote();
  if (found === undefined || !isAlive(found.pid)) return undefined;
  // The process number may belong to somebody else by now: only an answer counts.
  return (await ask(found.port, '/health')) === undefined ? undefined : found;
}

/** Where tables and endpoint of a running centre are; undefined when it takes no calls yet. */
export async function readRunningStack({ port }: CentreNote): Promise<RunningStack | undefined> {
  const response = await ask(port, '/stack.json');
  return response?.ok === true ? runningStack.parse(await response.json()) : undefined;
}

/** What calls have taken of the flows of the centre that runs; undefined when there is none, or it takes no calls yet. */
export async function readRunningCoverage(): Promise<ShownCoverage | undefined> {
  const running = await findRunningCentre();
  const response = running === undefined ? undefined : await ask(running.port, '/coverage.json');
  return response?.ok === true ? coverageRecord.parse(await response.json()) : undefined;
}

/** What the centre that runs was given to send, the latest first; none where there is no centre. */
export async function readRunningMessages(): Promise<readonly ShownMessage[]> {
  const running = await findRunningCentre();
  const response = running === undefined ? undefined : await ask(running.port, '/messages.json');
  return response?.ok === true ? sentMessages.parse(await response.json()).messages : [];
}

async function ask(port: number, path: string): Promise<Response | undefined> {
  try {
    return await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  } catch {
    // Nobody listens there, or nobody who answers: no centre runs.
    return undefined;
  }
}

function readNote(): CentreNote | undefined {
  try {
    return note.parse(JSON.parse(readFileSync(noteFile(), 'utf8')));
  } catch {
    // Missing, or half written by a process that was killed: there is no centre to find then.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && Reflect.get(error, 'code') === 'EPERM';
  }
}
