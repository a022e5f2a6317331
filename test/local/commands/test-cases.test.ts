/** `callwright test-cases`: our own cases, cases that fail, cases that are none, and cases on a deployed instance. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConnectClient,
  GetTestCaseExecutionSummaryCommand,
  ListTestCaseExecutionRecordsCommand,
  ListTestCasesCommand,
  StartTestCaseExecutionCommand,
} from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { prompts } from '../../../contact-flows/prompts/en.ts';
import { coverage } from '../../../local/commands/coverage.ts';
import type { Surroundings } from '../../../local/commands/surroundings.ts';
import { testCases } from '../../../local/commands/test-cases.ts';
import { check, end, message, observation, started, succeeded } from '../../engine/testing-language/bench.ts';

const OWN = 'contact-flows/tests';
/** At night, so that nothing here depends on the hour. */
const AT = ['--at', '2026-11-10T03:00:00-05:00'];
const seededAtMs: number[] = [];
const surroundings: Surroundings = {
  assemblyIsCurrent: async () => true,
  synthesize: async () => undefined,
  async seedWhenEmpty(_stack, nowMs) {
    seededAtMs.push(nowMs);
  },
  demoCallers: async () => [],
  deployedInstance: async (stackName) => ({ instanceId: `instance of ${stackName}`, region: 'us-east-1' }),
};

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Words as a speech recogniser of the service writes them down. */
const recognised = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[.,]/g, '')
    .replaceAll(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);

interface Told {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

async function run(...args: readonly string[]): Promise<Told> {
  let out = '';
  let err = '';
  const exitCode = await testCases(args, surroundings, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { exitCode, out, err };
}

const elsewhere = mkdtempSync(join(tmpdir(), 'callwright-coverage-'));
const coverageFile = join(elsewhere, 'coverage.json');
const folder = mkdtempSync(join(tmpdir(), 'callwright-cases-'));
afterAll(() => {
  for (const each of [folder, elsewhere]) rmSync(each, { recursive: true });
});
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const ref = (name: string): string => `\${${name}}`;
const caseText = (Name: string, observations: readonly unknown[]): string =>
  JSON.stringify({
    Name,
    Content: JSON.stringify({ Version: '2019-10-30', Metadata: {}, Observations: observations }),
    EntryPoint: {
      Type: 'VOICE_CALL',
      VoiceCallEntryPointParameters: { FlowId: ref('flow.main-inbound'), SourcePhoneNumber: '+12025550123' },
    },
    InitializationData: '{"Attributes":{}}',
  });

describe('cases here', () => {
  let told: Told;
  beforeAll(async () => {
    const lookup = { LambdaFunctionARN: ref('function.lookup-customer') };
    write(
      'a-real-function.json',
      caseText('real function', [
        observation('starts', started('InvokeLambdaFunction', lookup), [], ['answers']),
        observation('answers', succeeded('InvokeLambdaFunction', lookup), [
          check('$.External.outcome', 'Equals', 'unknown'),
          end,
        ]),
      ]),
    );
    write(
      'b-fails.json',
      caseText('"fails" & <tells>', [observation('never', message('Nobody says this at all'), [end])]),
    );
    write('c-broken.json', '{"Name": "broken"}');
    write('d-no-json.json', '{');
    write('e-binary.json', '');
    writeFileSync(join(folder, 'f-latin.json'), Buffer.from([0x7b, 0xff, 0x7d]));
    write(
      'g-unknown-queue.json',
      caseText('unknown queue', [
        observation('one', started('TransferContactToQueue', { QueueId: ref('queue.suport') }), [end]),
      ]),
    );
    told = await run(
      OWN,
      folder,
      '--format',
      'json',
      '--coverage',
      coverageFile,
      '--records',
      elsewhere,
      ...AT,
    );
  }, 60_000);

  test('that are our own pass, and say nothing of reports that differ', () => {
    const own = JSON.parse(told.out).filter(({ file }: { file: string }) => file.startsWith(OWN));
    expect(own.length).toBeGreaterThanOrEqual(12);
    expect(own.filter(({ status }: { status: string }) => status !== 'PASSED')).toEqual([]);
    expect(told.err).not.toContain(OWN);
  });

  test('are told as an array of these members only, in the order of the files', () => {
    const list = JSON.parse(told.out);
    for (const one of list)
      expect(Object.keys(one)).toEqual(['file', 'name', 'status', 'observations', 'failure']);
    const files = list.map(({ file }: { file: string }) => file);
    expect(files).toEqual([
      ...files.slice(0, -7),
      ...[
        'a-real-function',
        'b-fails',
        'c-broken',
        'd-no-json',
        'e-binary',
        'f-latin',
        'g-unknown-queue',
      ].map((name) => join(folder, `${name}.json`)),
    ]);
    expect(told.exitCode).toBe(1);
  });

  test('run the functions of the assembly for real where nothing overrides them', () => {
    const one = JSON.parse(told.out).find(({ name }: { name: string }) => name === 'real function');
    expect(one).toMatchObject({ status: 'PASSED', failure: null });
    expect(one.observations).toHaveLength(2);
  });

  test('leave behind the records that the API would return', () => {
    const answers = JSON.parse(readFileSync(join(elsewhere, 'greeting.json'), 'utf8'));
    expect(answers.GetTestCaseExecutionSummary.Status).toBe('PASSED');
    const types = answers.ListTestCaseExecutionRecords.ExecutionRecords.map(
      ({ RecordType }: { RecordType: string }) => RecordType,
    );
    expect(types).toEqual([
      'INITIATION',
      'EXECUTION_START',
      'OBSERVATION',
      'OBSERVATION',
      'OBSERVATION',
      'COMPLETION',
    ]);
    expect(existsSync(join(elsewhere, 'c-broken.json'))).toBe(false);
  });

  test('leave behind which ways through the flows they took', async () => {
    let out = '';
    const output = {
      out: (text: string) => {
        out += text;
      },
      err: () => undefined,
    };
    expect(await coverage([coverageFile, '--format', 'json'], output)).toBe(0);
    expect(out).toContain('main-menu');
  });

  test('that fail say what the caller heard', () => {
    const one = JSON.parse(told.out).find(({ name }: { name: string }) => name === '"fails" & <tells>');
    expect(one).toMatchObject({ status: 'FAILED', failure: { type: 'TIMEOUT', reasons: ['OBSERVE_EVENT'] } });
    expect(one.failure.heard[0]).toBe('Welcome to Larkfield Supplies.');
  });

  test.each([
    ['c-broken', ['test-case/missing']],
    ['d-no-json', ['test-case/not-json']],
    ['e-binary', ['test-case/not-json']],
    ['f-latin', ['test-case/unreadable']],
    ['g-unknown-queue', ['test-case/unknown-reference']],
  ])('that cannot be read fail with codes: %s', (name, codes) => {
    const one = JSON.parse(told.out).find(
      ({ file }: { file: string }) => file === join(folder, `${name}.json`),
    );
    expect(one).toMatchObject({
      status: 'FAILED',
      observations: [],
      failure: { reasons: ['INVALID_TEST_CASE'] },
    });
    expect(one.failure.diagnostics.map(({ code }: { code: string }) => code).sort()).toEqual(codes);
  });
});

describe('the report', () => {
  test('for people, with an exit code of 1 where one fails or is absent', async () => {
    const told = await run(
      join(OWN, 'greeting.json'),
      join(folder, 'b-fails.json'),
      join(folder, 'absent.json'),
      ...AT,
    );
    expect(told.exitCode).toBe(1);
    const [passed, failed, why, first] = told.out.split('\n');
    expect(passed).toBe(`PASSED  greeting  (${OWN}/greeting.json)`);
    expect(failed).toBe(`FAILED  "fails" & <tells>  (${join(folder, 'b-fails.json')})`);
    expect(why).toMatch(/^ {4}'never' waited for "Nobody says this at all".*\[TIMEOUT, OBSERVE_EVENT\]$/);
    expect(first).toMatch(/^ {6}00:0\d\.\d caller hears "Welcome to Larkfield Supplies\."$/);
    expect(told.err).toContain('absent.json: there is no such file or folder.');
    expect(told.err).toContain('1 passed, 1 failed.\n');
  });

  test.each([
    ['json', '[]\n'],
    ['text', ''],
  ])('of no cases at all, as %s', async (format, out) => {
    const empty = join(folder, 'empty');
    mkdirSync(empty, { recursive: true });
    const told = await run(empty, join(folder, 'absent'), '--format', format);
    expect(told).toMatchObject({ exitCode: 2, out });
    expect(told.err).toContain('There are no test cases');
  });

  test('find orders that are as old as they are from the time of the calls', async () => {
    seededAtMs.length = 0;
    await run(write('none.json', '{}'), ...AT);
    expect(seededAtMs).toEqual([Date.parse('2026-11-10T03:00:00-05:00')]);
  });

  test.each([
    [['x', '--format', 'xml'], "--format is 'xml'; choose one of text, json, junit."],
    [['x', '--at', 'noon'], "--at is 'noon'; give a moment like 2026-11-10T12:00:00-05:00."],
    [['x', '--at', '2026-11-10T12:00:00'], "--at is '2026-11-10T12:00:00'; give a moment like 2026-11-10T"],
    [['contact-flows/tests', '--records', 'package.json'], 'package.json cannot be made a folder: a file is'],
    [['contact-flows/tests', '--coverage', 'package.json/x'], 'package.json cannot be made a folder: a file'],
    [['x', '--target', 'Callwright-dev'], '--target says where --remote runs; give both, or none.'],
    [[], 'test-cases takes at least 1 word beside its options, and 0 were given.'],
  ])('is refused for %j', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
  });
});

test('cases on a deployed instance are started by name, and compared with what they did here', async () => {
  const connect = mockClient(ConnectClient);
  const heard = (Text: string, Identifier: string) => ({
    Record: JSON.stringify({
      Type: 'OBSERVATION',
      Identifier,
      Status: 'PASSED',
      Event: { Type: 'MessageReceived', Properties: { Text } },
      Actions: [],
    }),
  });
  const start = { Record: JSON.stringify({ Type: 'OBSERVATION', Identifier: 'start', Status: 'PASSED' }) };
  connect.on(ListTestCasesCommand).resolves({
    TestCaseSummaryList: [
      { Id: 't1', Name: 'greeting', Status: 'PUBLISHED' },
      { Id: 't2', Name: 'records-down', Status: 'SAVED' },
    ],
  });
  connect.on(StartTestCaseExecutionCommand).resolves({ TestCaseExecutionId: 'e1', Status: 'INITIATED' });
  connect.on(GetTestCaseExecutionSummaryCommand).resolves({ Status: 'PASSED' });
  connect.on(ListTestCaseExecutionRecordsCommand).resolves({
    ExecutionRecords: [
      start,
      heard(
        'If you speak with one of our team we record the call so that we can improve our service',
        'recording notice',
      ),
      heard(recognised(prompts.mainMenu), 'menu'),
    ],
  });
  const told = await run(
    join(OWN, 'greeting.json'),
    join(OWN, 'records-down.json'),
    '--remote',
    '--format',
    'json',
    ...AT,
  );
  const [greeting, records] = JSON.parse(told.out);
  expect(greeting).toMatchObject({ name: 'greeting', status: 'PASSED', failure: null });
  expect(records.failure.message).toBe(
    "the instance has no published test case 'records-down'; deploy the stack first",
  );
  expect(told.exitCode).toBe(1);
  expect(
    connect.commandCalls(StartTestCaseExecutionCommand).map(({ args: [{ input }] }) => input),
  ).toMatchObject([{ InstanceId: 'instance of Callwright-dev', TestCaseId: 't1' }]);
  connect.restore();
}, 60_000);
