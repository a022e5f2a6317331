/** A centre that is killed in the middle of calls, and started again: every call is found ended, with a reason. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import { pretendedAssemblyFolder } from '../../lib/paths.ts';
import { bootCloud, type Cloud } from '../../local/cloud.ts';

const NOON_MS = Date.parse('2026-11-10T17:00:00Z');
const MINUTE_MS = 60_000;

let dataFolder: string;
let cloud: Cloud<VirtualDriver> | undefined;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'callwright-killed-'));
});
afterEach(async () => {
  await cloud?.close();
  cloud = undefined;
  rmSync(dataFolder, { recursive: true });
});

async function boots(nowMs: number): Promise<Cloud<VirtualDriver>> {
  cloud = await bootCloud({
    assemblyFolder: pretendedAssemblyFolder,
    dataFolder,
    clock: { kind: 'virtual', nowMs, seed: nowMs % 1_000 },
    runsSchedules: false,
  });
  return cloud;
}

/** What the centre would find after a kill at this moment is what it leaves when it is closed: calls go on in neither. */
async function isKilled(): Promise<void> {
  await cloud?.close();
  cloud = undefined;
}

async function itemsOf({ stack, endpointUrl }: Cloud, output: string) {
  const credentials = { accessKeyId: 'somebody', secretAccessKey: 'somebody' };
  const client = new DynamoDBClient({ endpoint: endpointUrl, region: 'us-east-1', credentials });
  try {
    const { Items = [] } = await DynamoDBDocumentClient.from(client).send(
      new ScanCommand({ TableName: stack.outputs[output] ?? '', ConsistentRead: true }),
    );
    return Items;
  } finally {
    client.destroy();
  }
}
const contactsOf = (of: Cloud) => itemsOf(of, 'ContactsTable');
const casesOf = async (of: Cloud) => (await itemsOf(of, 'CasesTable')).filter(({ sk }) => sk === 'CASE');

/** Calls, and asks for a person: nobody is there, and the caller waits. */
async function waitsForPerson({ centre, driver }: Cloud<VirtualDriver>): Promise<string> {
  centre.send({ kind: 'dial', to: '+12025550100', from: '+12025550199', playback: 'estimated' });
  const contactId = centre.recentContacts().at(-1) ?? '';
  for (let step = 0; centre.contact(contactId)?.phase !== 'queued'; step += 1) {
    if (step > 300) throw new Error('the caller never came to the queue');
    if (centre.contact(contactId)?.listening === true && step < 40)
      centre.send({ kind: 'key', contactId, key: '0' });
    await driver.advanceToNext(MINUTE_MS);
  }
  return contactId;
}

test('a call in the queue is found ended by the network, with a case, once however often the centre is started', async () => {
  const first = await boots(NOON_MS);
  const contactId = await waitsForPerson(first);
  const calling = first.centre.nowMs();
  await isKilled();

  const second = await boots(calling + MINUTE_MS);
  expect(second.describe().notes.join('\n')).toContain('before this one was stopped: 1;');
  await second.driver.advanceBy(MINUTE_MS);
  expect(await contactsOf(second)).toEqual([
    expect.objectContaining({ contactId, reason: 'TELECOM_PROBLEM' }),
  ]);
  const [opened, ...others] = await casesOf(second);
  expect([opened?.['reason'], opened?.['phoneNumber'], others]).toEqual(['not-answered', '+12025550199', []]);
  await isKilled();

  const third = await boots(calling + 3 * MINUTE_MS);
  await third.driver.advanceBy(MINUTE_MS);
  expect(await casesOf(third)).toHaveLength(1);
  expect(await contactsOf(third)).toHaveLength(1);
}, 120_000);

test('a record that was on its way is delivered after all, as it was', async () => {
  const first = await boots(NOON_MS);
  const contactId = await waitsForPerson(first);
  first.centre.send({ kind: 'caller-hangs-up', contactId });
  await isKilled();
  const second = await boots(NOON_MS + 10 * MINUTE_MS);
  await second.driver.advanceBy(MINUTE_MS);
  expect(await contactsOf(second)).toEqual([
    expect.objectContaining({ contactId, reason: 'CUSTOMER_DISCONNECT' }),
  ]);
  expect(await casesOf(second)).toHaveLength(1);
}, 120_000);

test('a call from which nobody was asked for leaves a row and no case; a damaged file stops the start with a sentence', async () => {
  const first = await boots(NOON_MS);
  first.centre.send({ kind: 'dial', to: '+12025550100', from: '+12025550199', playback: 'estimated' });
  await first.driver.advanceBy(2_000);
  await isKilled();
  const kept = join(dataFolder, 'open-contacts.json');
  const written = readFileSync(kept, 'utf8');
  writeFileSync(kept, written.slice(0, -5));
  await expect(boots(NOON_MS + MINUTE_MS)).rejects.toThrow(/open-contacts\.json is damaged: delete it/);
  writeFileSync(kept, written);
  const second = await boots(NOON_MS + MINUTE_MS);
  await second.driver.advanceBy(MINUTE_MS);
  expect(await contactsOf(second)).toHaveLength(1);
  expect(await casesOf(second)).toEqual([]);
}, 120_000);
