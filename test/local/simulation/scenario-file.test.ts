/** Scenarios and reports: what is wrong is told with a code and its place, and what is shown is what was measured. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { runModelledDay } from '../../../engine/simulation/day.ts';
import { FAULT_NAMES, FAULTS } from '../../../engine/simulation/fault-catalogue.ts';
import { plannedFaults } from '../../../engine/simulation/faults.ts';
import { dayResult } from '../../../engine/simulation/result.ts';
import { confirmOrder } from '../../../lambdas/confirm-order/contract.ts';
import { escalate } from '../../../lambdas/escalate/contract.ts';
import { findProduct } from '../../../lambdas/find-product/contract.ts';
import { lookupCase } from '../../../lambdas/lookup-case/contract.ts';
import { lookupCustomer } from '../../../lambdas/lookup-customer/contract.ts';
import { lookupOrder } from '../../../lambdas/lookup-order/contract.ts';
import { openCase } from '../../../lambdas/open-case/contract.ts';
import { placeOrder } from '../../../lambdas/place-order/contract.ts';
import { quoteOrder } from '../../../lambdas/quote-order/contract.ts';
import { recallDraft } from '../../../lambdas/recall-draft/contract.ts';
import { referOrder } from '../../../lambdas/refer-order/contract.ts';
import type { Contract } from '../../../lambdas/runtime/contract.ts';
import { verifyCaller } from '../../../lambdas/verify-caller/contract.ts';
import { costsOf, total } from '../../../local/simulation/costs.ts';
import { dayHtml } from '../../../local/simulation/html.ts';
import {
  parseScenario,
  readFaults,
  readScenario,
  ScenarioError,
} from '../../../local/simulation/scenario-file.ts';
import { axisMax, plotSvg } from '../../../local/simulation/svg.ts';
import { clockOf, dayText } from '../../../local/simulation/text.ts';
import { isFull } from '../../calls/counts.ts';
import { instance, weekday } from '../../engine/simulation/weekday.ts';

const FILE = 'contact-flows/scenarios/weekday.json';
const shipped = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(FILE, 'utf8')));
const scenario = readScenario(FILE);
const [shift, [intent]] = [scenario.shifts[0], scenario.callers.intents];
const model = scenario.functions['lookup-order'];
const { chats, tasks } = readScenario('contact-flows/scenarios/every-channel.json');
const changed = (change: Readonly<Record<string, unknown>>) => JSON.stringify({ ...shipped, ...change });

const contracts: Readonly<Record<string, Contract>> = {
  'confirm-order': confirmOrder,
  escalate,
  'find-product': findProduct,
  'lookup-case': lookupCase,
  'lookup-customer': lookupCustomer,
  'lookup-order': lookupOrder,
  'open-case': openCase,
  'place-order': placeOrder,
  'quote-order': quoteOrder,
  'recall-draft': recallDraft,
  'refer-order': referOrder,
  'verify-caller': verifyCaller,
};

describe('the shipped scenario', () => {
  test.each(Object.keys(contracts))('answers for %s as its contract says', (name) => {
    const contract = contracts[name];
    const model = scenario.functions[name];
    expect(model?.outcomes.length).toBeGreaterThan(0);
    for (const { outcome, fields } of model?.outcomes ?? [])
      expect([outcome, contract?.outcomes[outcome]?.safeParse(fields).success]).toEqual([outcome, true]);
    const tables: readonly string[] = contract?.uses.map(({ table }) => table) ?? [];
    expect(Object.keys(model?.tables ?? {}).filter((table) => !tables.includes(table))).toEqual([]);
  });

  test('asks at steps that our flows have', () => {
    const rendered = new Set(
      instance.flows.flatMap(({ name, content }) =>
        [...content.matchAll(/"Identifier":\s*"([^"]+)"/g)].map(([, step]) => `${name}/${step}`),
      ),
    );
    const asked = new Set(scenario.callers.intents.flatMap(({ keys }) => Object.keys(keys)));
    expect([...asked].filter((question) => !rendered.has(question))).toEqual([]);
  });
});

describe('a scenario that cannot be used', () => {
  test.each([
    ['no JSON', '{', /^SC002 day\.json is no JSON: /],
    ['a list', '[]', /^SC003 day\.json, the file itself: /],
    [
      'no hour of beginning',
      changed({ startsAt: undefined }),
      /^SC003 day\.json, startsAt: it is missing \(string\)$/,
    ],
    [
      'a misspelt key',
      changed({ cals: 5 }),
      /^SC003 day\.json, the file itself: nothing is called cals there$/,
    ],
    ['no calls', changed({ calls: 0 }), /^SC003 day\.json, calls: /],
    ['a moment without an offset', changed({ startsAt: '2026-11-10T07:00:00' }), /, startsAt: /],
    ['a profile without callers', changed({ profile: [0, 0] }), /profile: in one hour at least/],
    ['something unknown', changed({ agent: 3 }), /the file itself: .*agent/],
    ['a fault that nobody knows', changed({ faults: ['gremlins'] }), /faults: faults are none, low, storm/],
    [
      'a shift that ends before it begins',
      changed({ shifts: [{ name: 'x', routingProfile: 'agents', agents: 1, fromHour: 5, untilHour: 4 }] }),
      /shifts\.0\.untilHour: a shift ends after it begins/,
    ],
    [
      'a proficiency of a level that there is not',
      changed({ shifts: [{ ...shift, proficiencies: [{ name: 'Language', value: 'hu', level: 6 }] }] }),
      /^SC003 day\.json, shifts\.0\.proficiencies\.0\.level: /,
    ],
    [
      'two shifts of one name',
      changed({ shifts: [shift, { ...shift, fromHour: 2 }] }),
      /^SC003 day\.json, shifts: two shifts have the same name/,
    ],
    [
      'answers of which none has a weight',
      changed({ callers: { ...scenario.callers, intents: [{ ...intent, keys: { 'a/b': { '1': 0 } } }] } }),
      /^SC003 day\.json, callers\.intents\.0\.keys\.a\/b: /,
    ],
    [
      'outcomes of which none has a weight',
      changed({
        functions: { 'lookup-order': { ...model, outcomes: [{ outcome: 'x', weight: 0, fields: {} }] } },
      }),
      /^SC003 day\.json, functions\.lookup-order\.outcomes: no weight is above 0$/,
    ],
    [
      'intents of which none has a weight',
      changed({ callers: { ...scenario.callers, intents: [{ ...intent, weight: 0 }] } }),
      /^SC003 day\.json, callers\.intents: no weight is above 0$/,
    ],
    ['hours past counting', changed({ profile: [1e308, 1e308] }), /^SC003 day\.json, profile\.0: /],
  ])('is told with its place: %s', (_, text, sentence) => {
    expect(() => parseScenario(text, 'day.json')).toThrow(sentence);
  });

  test.each([
    ['chats of nobody', { chats: { ...chats, count: 0 } }, 'chats.count'],
    ['chats without a flow', { chats: { ...chats, flow: undefined } }, 'chats.flow: it is missing'],
    ['a pause of a chat', { chats: { ...chats, pauses: {} } }, 'chats: nothing is called pauses there'],
    [
      'a pause that is no probability',
      { tasks: { ...tasks, pauses: { inQueue: 2, atAgent: 0, meanSeconds: 1 } } },
      'tasks.pauses.inQueue',
    ],
    [
      'a channel that is none',
      { routingProfiles: { agents: { concurrency: { FAX: 1 } } } },
      'routingProfiles.agents.concurrency',
    ],
    [
      'twenty chats at once',
      { routingProfiles: { agents: { concurrency: { CHAT: 20 } } } },
      'routingProfiles.agents.concurrency.CHAT',
    ],
  ])('is told with its place: %s', (_, change, place) => {
    expect(() => parseScenario(changed(change), 'day.json')).toThrow(`SC003 day.json, ${place}`);
  });

  test('is told when its file is not there', () => {
    expect(() => readScenario('nowhere.json')).toThrow('SC001 nowhere.json cannot be read');
  });

  test('never ends in anything but a sentence', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(shipped)), (value, member) => {
        try {
          parseScenario(changed({ [member]: value }), 'x');
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioError);
        }
      }),
      { numRuns: isFull ? 400 : 50 },
    );
  });
});

describe('a scenario with a base', () => {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-base-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (name: string, value: unknown): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  test('is that of the base with other members, found from its own folder', () => {
    written('base.json', shipped);
    const read = readScenario(written('mine.json', { base: 'base.json', calls: 7, name: 'mine' }));
    expect(read).toEqual({ ...scenario, calls: 7, name: 'mine' });
  });
  test('is told its own place, or that of a base that is not there, is no scenario or has a base', () => {
    written('base.json', shipped);
    const mine = written('mine.json', { base: 'base.json', calls: 0 });
    expect(() => readScenario(mine)).toThrow(`SC003 ${mine}, calls: `);
    expect(() => readScenario(written('lost.json', { base: 'nowhere.json' }))).toThrow(
      /^SC001 .*nowhere\.json/,
    );
    written('list.json', []);
    for (const base of ['mine.json', 'list.json']) {
      const other = written('other.json', { base });
      expect(() => readScenario(other)).toThrow(
        `SC003 ${other}, base: ${join(folder, base)} is no scenario of its own`,
      );
    }
  });
});

describe('--faults', () => {
  test('takes a word for many, or names', () => {
    expect(readFaults('storm')).toBe('storm');
    expect(readFaults('queue-full, agents-vanish')).toEqual(['queue-full', 'agents-vanish']);
    expect(plannedFaults('low').length).toBe(FAULT_NAMES.length - 2);
  });
  test('says which name was meant', () => {
    expect(() => readFaults('queue-ful')).toThrow(
      "SC004 --faults has 'queue-ful', which is no fault: did you mean queue-full?",
    );
  });
});

test('the page of simulated days has every fault', () => {
  const page = readFileSync('docs/simulation.md', 'utf8');
  const row = (name: keyof typeof FAULTS) => `| \`${name}\` | ${FAULTS[name].where} | ${FAULTS[name].what} |`;
  expect(FAULT_NAMES.filter((name) => !page.includes(row(name)))).toEqual([]);
});

describe('the report', () => {
  const day = dayResult(
    runModelledDay({ scenario: weekday({ calls: 60 }), instance, seed: 2 }),
    2,
    'modelled',
  );
  const costs = costsOf(day, () => 512);

  test('has every figure in text and page, and nothing from elsewhere', () => {
    const page = dayHtml(day, costs);
    expect(page.match(/<svg /g)).toHaveLength(6);
    expect(page).not.toMatch(/https?:|<script|NaN|undefined|Infinity/);
    const text = dayText(day, costs);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text).toContain(`${day.calls.all} came in`);
  });

  test('counts minutes, requests and memory at their price', () => {
    const [voice] = costs;
    expect(voice?.dollars).toBeCloseTo(day.calls.lineMinutes * 0.018, 10);
    const gbSeconds = day.functionTraffic.reduce((sum, { seconds }) => sum + seconds, 0) / 2;
    expect(costs[4]?.dollars).toBeCloseTo(gbSeconds * 0.0000133334, 12);
    expect(total(costs)).toBeGreaterThan(voice?.dollars ?? 0);
  });

  test('keeps names of a scenario out of its markup', () => {
    expect(dayHtml({ ...day, scenario: '<b>"&' }, costs)).toContain('<h1>&lt;b&gt;&quot;&amp;</h1>');
  });

  test('draws axes that reach above every value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (highest) => {
        expect(axisMax(highest)).toBeGreaterThanOrEqual(highest * (1 - 1e-6));
      }),
      { numRuns: isFull ? 200 : 30 },
    );
    expect(plotSvg({ title: 't', labels: [], unit: '' })).not.toContain('NaN');
    expect(clockOf('2026-11-10T22:30:00-05:00', 3)).toBe('01:30');
  });
});
