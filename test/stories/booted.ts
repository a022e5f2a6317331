/** The product as people have it: a process of `npm start`, telephones, agents at their pages, desktops and commands. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type Child, callwright, type Ended } from '../local/commands/child.ts';
import { Browser, type Said } from '../local/web/world.ts';

const runningStack = z.looseObject({ endpointUrl: z.string(), outputs: z.record(z.string(), z.string()) });
const signInChoices = z.array(z.looseObject({ username: z.string(), password: z.string() }));
const signedIn = z.looseObject({ AuthenticationResult: z.looseObject({ IdToken: z.string() }) });

export interface Answer {
  readonly status: number;
  /** JSON, as it came. */
  readonly body: unknown;
}

/** What an agent asks of the HTTP API at their desktop. */
export type Desktop = (method: string, path: string, body?: unknown) => Promise<Answer>;

export class Booted {
  readonly #home = mkdtempSync(join(tmpdir(), 'callwright-story-'));
  #child: Child | undefined;
  #url = '';
  #lines: Browser[] = [];

  async starts(): Promise<void> {
    this.#child = callwright(['start'], this.#home);
    const printed = await this.#child.prints('Ctrl-C');
    this.#url = /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? '';
  }

  /** Killed in the middle of whatever it does, and started again on the same data. */
  async restarts(): Promise<void> {
    await this.#stops();
    await this.starts();
  }

  async ends(): Promise<void> {
    await this.#stops();
    rmSync(this.#home, { recursive: true });
  }

  async #stops(): Promise<void> {
    for (const line of this.#lines.splice(0)) line.leaves();
    this.#child?.process.kill('SIGKILL');
    await this.#child?.ended;
  }

  /** A scripted call in a terminal. */
  dials(from: string, script: string): Promise<Ended> {
    return callwright(['dial', '--from', from, '--script', script], this.#home).ended;
  }

  /** Any other command. */
  runs(...args: readonly string[]): Promise<Ended> {
    return callwright(args, this.#home).ended;
  }

  /** A telephone in the browser, at which a person calls. */
  async calls(from: string): Promise<Browser> {
    const line = this.#opens('/line');
    await line.hearsType('ready');
    line.says({ type: 'dial', from, playback: 'estimated' });
    await line.hearsType('ringing');
    return line;
  }

  /** An agent at their page, signed in and available. */
  async works(username: string): Promise<Browser> {
    const page = this.#opens('/desk');
    page.says({ type: 'sign-in', username, password: await this.#password(page, username) });
    await page.hearsType('signed-in');
    page.says({ type: 'set-status', status: 'Available' });
    return page;
  }

  /** The desktop of an agent, signed in at the user pool. */
  async desktop(username: string): Promise<Desktop> {
    const stack = runningStack.parse(await (await fetch(`${this.#url}/stack.json`)).json());
    const page = this.#opens('/desk');
    const password = await this.#password(page, username);
    page.leaves();
    const answer = await fetch(stack.endpointUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: stack.outputs['ApiClient'],
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    });
    const token = signedIn.parse(await answer.json()).AuthenticationResult.IdToken;
    return async (method, path, body) => {
      const response = await fetch(`${this.#url}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    };
  }

  #opens(path: string): Browser {
    const line = new Browser(`${this.#url}${path}`);
    this.#lines.push(line);
    return line;
  }

  async #password(page: Browser, username: string): Promise<string> {
    const ready = await page.hearsType('ready');
    const choice = signInChoices.parse(ready['agents']).find((agent) => agent.username === username);
    if (choice === undefined) throw new Error(`the centre has no agent '${username}'`);
    return choice.password;
  }
}

/** As often as a page asks: without a pause the API's rate is used up, and its functions take the whole machine. */
const ASKED_EVERY_MS = 200;

/** An event of a contact comes up to two minutes late, one in fifty times, as in life; then a function begins with it. */
export const EVENT_MS_MAX = 150_000;

/** Waits until something is so that takes a moment, such as a message that is sent once a minute. */
export async function until<Value>(
  ask: () => Promise<Value>,
  fits: (value: Value) => boolean,
  withinMs: number,
): Promise<Value> {
  const endMs = performance.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (fits(value)) return value;
    if (performance.now() > endMs)
      throw new Error(`it was not so within ${withinMs} ms: ${JSON.stringify(value)}`);
    await pause(ASKED_EVERY_MS);
  }
}

export const says =
  (part: string) =>
  (said: Said): boolean =>
    said['type'] === 'prompt' && String(said['text']).includes(part);
const listens = ({ type }: Said): boolean => type === 'listening';

/** What is at a place in an answer. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((found, key) => Reflect.get(Object(found), key), value);
/** The contact that an agent's page shows. */
export const contactIn = (said: Said): unknown => at(said, 'agent', 'contact');
export const contactIs =
  (state: string) =>
  (said: Said): boolean =>
    at(contactIn(said), 'state') === state;

/** Presses a key where the flow asks for one, after it has asked. */
export async function presses(line: Browser, keys: string, asked: string): Promise<void> {
  const before = line.said.length;
  await line.hears(says(asked));
  await line.hears(listens, Math.max(0, before - 1));
  for (const key of keys) line.says({ type: 'key', key });
}
/** The next call that rings at an agent is accepted; tasks ring beside it. @returns the id of its contact */
export async function answers(agent: Browser, line: Browser, from: number): Promise<string> {
  const isCall = (said: Said): boolean =>
    contactIs('ringing')(said) && at(contactIn(said), 'task') === undefined;
  const ringing = await agent.hears(isCall, from);
  const contactId = String(at(contactIn(ringing), 'contactId'));
  agent.says({ type: 'accept', contactId });
  await line.hearsType('connected');
  return contactId;
}

/**
 * A task as it rings at an agent. What rings before it, such as what customers of the shop struggle with this week, is
 * taken up and ended.
 */
export async function taskRings(agent: Browser, name: string): Promise<Said> {
  const done: unknown[] = [];
  const about = (said: Said): unknown => at(contactIn(said), 'contactId');
  for (;;) {
    const ringing = await agent.hears(
      (said) =>
        contactIs('ringing')(said) &&
        at(contactIn(said), 'task') !== undefined &&
        !done.includes(about(said)),
    );
    if (at(contactIn(ringing), 'task', 'name') === name) return ringing;
    const contactId = about(ringing);
    done.push(contactId);
    agent.says({ type: 'accept', contactId });
    await agent.hears((said) => contactIs('connected')(said) && about(said) === contactId);
    agent.says({ type: 'hang-up', contactId });
    await agent.hears((said) => contactIs('after-contact-work')(said) && about(said) === contactId);
    agent.says({ type: 'clear', contactId });
  }
}

/** The latest case of whoever is on the agent's contact now, once the desk knows who it is. */
export async function caseOnTheLine(desktop: Desktop, customerId: string): Promise<string> {
  await until(
    () => desktop('GET', '/contacts'),
    ({ body }) => at(body, 'contacts', 0, 'customerId') === customerId,
    EVENT_MS_MAX,
  );
  const cases = await desktop('GET', `/customers/${customerId}/cases`);
  return String(at(cases.body, 'items', 0, 'caseNumber'));
}

/** Works on a case over the version that it has now. */
export async function changes(
  desktop: Desktop,
  caseNumber: string,
  change: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const file = await desktop('GET', `/cases/${caseNumber}`);
  const version = at(file.body, 'case', 'version');
  const answer = await desktop('POST', `/cases/${caseNumber}/changes`, { version, change });
  if (answer.status !== 200) throw new Error(`the case was not changed: ${JSON.stringify(answer)}`);
  return answer.body;
}
