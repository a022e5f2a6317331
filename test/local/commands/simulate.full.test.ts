/** `callwright simulate`: a day with its staffing table, a day of agents who hold and transfer, and what is wrong with one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { EXAMPLE_DAY, exampleDayFile } from '../../../local/commands/example-day.ts';
import { CommandFailure } from '../../../local/commands/failure.ts';
import { simulateCommand } from '../../../local/commands/simulate.ts';
import type { Surroundings } from '../../../local/commands/surroundings.ts';
import { callwright } from './child.ts';

const surroundings: Surroundings = {
  assemblyIsCurrent: async () => true,
  synthesize: async () => undefined,
  seedWhenEmpty: async () => undefined,
  demoCallers: async () => [],
  deployedInstance: async () => ({ instanceId: 'none', region: 'us-east-1' }),
};
const folder = mkdtempSync(join(tmpdir(), 'callwright-simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function simulated(...args: readonly string[]) {
  const told = { out: '', err: '' };
  const code = await simulateCommand(['--calls', '300', ...args], surroundings, {
    out: (text) => {
      told.out += text;
    },
    err: (text) => {
      told.err += text;
    },
  });
  return { code, ...told };
}

const shipped = z
  .looseObject({ agents: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync('contact-flows/scenarios/weekday.json', 'utf8')));
const scenario = (name: string, agents: Readonly<Record<string, unknown>>): string => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify({ ...shipped, agents: { ...shipped.agents, ...agents } }));
  return file;
};

test('says how many agents each hour needs, by both formulas, and the same for the same seed', async () => {
  const { code, out } = await simulated();
  expect(code).toBe(0);
  expect(out).toContain('with the agents that the load needs by Erlang C and by Erlang A');
  const rows = out.split('\n').filter((line) => /^\s+\d\d:00 /.test(line));
  expect(rows).toHaveLength(13);
  for (const row of rows) {
    const [byC = 0, byA = 0] = row.trim().split(/\s+/).slice(-2).map(Number);
    // Who gives up needs nobody any more.
    expect(byA).toBeLessThanOrEqual(byC);
  }
  // Every question of our flows has an answer in the scenario that we ship.
  expect(out).not.toContain('no answer');
  expect((await simulated()).out).toBe(out);
});

test('says what the example in docs/ says; `npm run docs` makes it anew', async () => {
  const { exitCode, out } = await callwright(['simulate', ...EXAMPLE_DAY], folder).ended;
  expect(exitCode).toBe(0);
  const example = readFileSync(exampleDayFile, 'utf8');
  expect(example.slice(example.indexOf('\n\n') + 2)).toBe(out);
}, 60_000);

test('of agents who hold, consult and transfer, through our own transfer flow and under every fault', async () => {
  const file = scenario('busy', {
    holds: { chance: 0.4, meanSeconds: 40 },
    transfers: { chance: 0.5, consults: 0.5, meanSeconds: 25 },
  });
  for (const faults of ['none', 'low', 'storm']) {
    const { code, out, err } = await simulated('--scenario', file, '--format', 'json', '--faults', faults);
    expect([faults, code, err]).toEqual([faults, 0, '']);
    const { agents } = z
      .looseObject({ agents: z.looseObject({ held: z.number(), transferred: z.number() }) })
      .parse(JSON.parse(out));
    expect(agents.held).toBeGreaterThan(10);
    expect(agents.transferred).toBeGreaterThan(5);
  }
});

test('is refused with the place of what is wrong', async () => {
  const file = scenario('wrong', { holds: { chance: 2, meanSeconds: 40 }, transfers: { chance: 0.1 } });
  await expect(simulated('--scenario', file)).rejects.toThrow(CommandFailure);
  await expect(simulated('--scenario', file)).rejects.toThrow(
    /agents\.holds\.chance[\s\S]*agents\.transfers\.consults/,
  );
});

test('is refused with code, file and place where it does not fit what is deployed', async () => {
  const file = join(folder, 'elsewhere.json');
  writeFileSync(file, JSON.stringify({ ...shipped, queues: { sales: { maxContacts: 3 } } }));
  const refused = await simulated('--scenario', file).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CommandFailure);
  expect(refused).toMatchObject({ exitCode: 2 });
  expect(String(refused)).toContain(`SC005 ${file}, queues.sales: the instance has no queue 'sales'`);
});

test('of chats and tasks beside the calls, with their figures in text, page and JSON', async () => {
  const file = join('contact-flows', 'scenarios', 'every-channel.json');
  const report = join(folder, 'report');
  const { code, out } = await simulated('--scenario', file, '--report', report);
  expect(code).toBe(0);
  expect(out).toMatch(/Beside the calls:\n.*came.*\n {2}chats +400 .*\n {2}tasks +120 /);
  expect(out).toMatch(/ {2}chat +\d+ messages +\$/);
  const page = readFileSync(join(report, 'day.html'), 'utf8');
  for (const title of ['Beside the calls', 'Chats by the hour', 'Tasks by the hour'])
    expect(page).toContain(`<h2>${title}</h2>`);
  const { channels } = z
    .looseObject({ channels: z.array(z.looseObject({ channel: z.string(), handled: z.number() })) })
    .parse(JSON.parse(readFileSync(join(report, 'day.json'), 'utf8')));
  expect(channels.map(({ channel }) => channel)).toEqual(['chats', 'tasks']);
  expect(Math.min(...channels.map(({ handled }) => handled))).toBeGreaterThan(100);
});

test('of chats says what our flows would have to say before chats are deployed', async () => {
  const file = join('contact-flows', 'scenarios', 'every-channel.json');
  const { code, err } = await simulated('--scenario', file, '--faults', 'storm');
  expect(code).toBe(1);
  expect(err).toMatch(/ended with AGENT_NETWORK_DISCONNECT in silence at \S+; seed 1 shows it again/);
  expect((await simulated('--scenario', file, '--faults', 'agent-misses,agent-declines')).code).toBe(0);
});
