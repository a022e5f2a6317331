/** The local cloud boots from an assembly, keeps its data, and leaves nothing open. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Effect } from '../../engine/contact/events.ts';
import type { Template } from '../../local/assembly/template.ts';
import { type BootOptions, bootCloud, type Cloud } from '../../local/cloud.ts';
import type { Moment } from '../../local/connect/centre.ts';
import { startExpiry } from '../../local/expiry.ts';
import { FIXTURE } from './connect/booted-resources.ts';

const REAL = join(import.meta.dirname, '..', '..', 'cdk.out');
const hasReal = existsSync(join(REAL, 'manifest.json'));
const WALL = { kind: 'wall' } as const;
const VIRTUAL = { kind: 'virtual', nowMs: Date.parse('2026-11-23T15:00:00Z'), seed: 1 } as const;

const folders: string[] = [];
const clouds: Cloud[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'callwright-cloud-'));
  folders.push(made);
  return made;
};
const boot = async (options: Partial<BootOptions> = {}): Promise<Cloud> => {
  const cloud = await bootCloud({ assemblyFolder: FIXTURE, clock: VIRTUAL, ...options });
  clouds.push(cloud);
  return cloud;
};

afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

const withTable = (template: Template): void => {
  template.Resources['Notes'] = {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'notes',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    },
  };
};
const document = (cloud: Cloud): DynamoDBDocument =>
  DynamoDBDocument.from(
    new DynamoDB({
      endpoint: cloud.endpointUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIAPERSON', secretAccessKey: 'secret' },
    }),
  );

test('what runs is described for a person', async () => {
  const cloud = await boot({ mutate: withTable });
  expect(cloud.describe()).toMatchObject({
    stackName: 'Front-test',
    region: 'us-east-1',
    accountId: '123456789012',
    endpointUrl: cloud.endpointUrl,
    outputs: { PhoneNumber: '+12025550100' },
    numbers: ['+12025550100'],
    lines: [{ number: '+12025550100', flow: 'main' }],
    agents: [{ username: 'sam', name: 'Sam Okoro', passwordIn: 'front/sam' }],
    queues: ['support'],
    tables: ['notes'],
  });
  expect(cloud.passwords.get('sam')).toMatch(/^\S{32}$/);
  expect(cloud.promptFiles.get('queue-music')).toBe(join(FIXTURE, 'music.wav'));
});

test('tables, passwords and links are there again at the next boot', async () => {
  const dataFolder = folder();
  const first = await boot({ dataFolder, mutate: withTable });
  const writing = document(first);
  await writing.put({ TableName: 'notes', Item: { id: 'a', text: 'kept' } });
  writing.destroy();
  const password = first.passwords.get('sam');
  await first.close();
  const second = await boot({ dataFolder, mutate: withTable });
  const reading = document(second);
  const { Item } = await reading.get({ TableName: 'notes', Key: { id: 'a' } });
  reading.destroy();
  expect(Item).toEqual({ id: 'a', text: 'kept' });
  expect(second.passwords.get('sam')).toBe(password);
  expect(second.centre.notReady()).toBeUndefined();
});

test('a running centre goes on while somebody synthesizes beside it: its functions and recordings are its own', async () => {
  const assemblyFolder = folder();
  cpSync(FIXTURE, assemblyFolder, { recursive: true });
  const { functions, promptFiles } = await boot({ assemblyFolder, dataFolder: folder() });
  rmSync(assemblyFolder, { recursive: true });
  mkdirSync(assemblyFolder);
  const greet = functions.definitions().find(({ name }) => /greet/i.test(name))?.arn ?? '';
  const event = { Details: { ContactData: {}, Parameters: { number: '+12025550111' } } };
  expect(await functions.invokeAsOwner(greet, JSON.stringify(event))).toMatchObject({ kind: 'returned' });
  const music = readFileSync(promptFiles.get('queue-music') ?? '');
  expect(music).toEqual(readFileSync(join(FIXTURE, 'music.wav')));
});

test('a table that the template has lost is kept and named', async () => {
  const dataFolder = folder();
  await (await boot({ dataFolder, mutate: withTable })).close();
  const cloud = await boot({ dataFolder });
  expect(cloud.describe().notes.join()).toContain('table notes is kept');
});

describe('a boot that fails', () => {
  const taken = async (use: (port: number) => Promise<void>): Promise<void> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    try {
      await use(typeof address === 'object' && address !== null ? address.port : 0);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  };

  test('says that there is no assembly', async () => {
    await expect(boot({ assemblyFolder: folder() })).rejects.toThrow('there is no cloud assembly in');
  });

  test('says that the port is in use, and leaves the data folder free', async () => {
    const dataFolder = folder();
    await taken(async (endpointPort) => {
      await expect(boot({ dataFolder, endpointPort })).rejects.toThrow(`port ${endpointPort} is in use`);
    });
    expect((await boot({ dataFolder })).centre.notReady()).toBeUndefined();
  });

  test('says that another centre has the data', async () => {
    const dataFolder = folder();
    await boot({ dataFolder });
    await expect(boot({ dataFolder })).rejects.toThrow(/in use|another/);
  });

  test('says what AWS says when the provider may not link the number, and can be repaired', async () => {
    const dataFolder = folder();
    const mutate = (template: Template): void => {
      const role = template.Resources['LinkRole'];
      if (role?.Properties !== undefined) delete role.Properties['Policies'];
    };
    await expect(boot({ dataFolder, mutate })).rejects.toThrow(
      /'Link'.*is not authorized to perform: connect:AssociatePhoneNumberContactFlow/s,
    );
    expect((await boot({ dataFolder })).centre.notReady()).toBeUndefined();
  });
});

test('closing twice waits for the same end, and afterwards nothing is sent', async () => {
  const cloud = await boot();
  await Promise.all([cloud.close(), cloud.close()]);
  const call = { kind: 'dial', to: '+12025550100', playback: 'estimated' } as const;
  expect(() => cloud.centre.send(call)).toThrow(expect.objectContaining({ name: 'EngineRefusal' }));
  await expect(fetch(cloud.endpointUrl)).rejects.toThrow();
});

test('on the clock of the wall a call goes on by itself', async () => {
  const cloud = await boot({ clock: WALL });
  const greeted = new Promise<Effect>((resolve) => {
    cloud.centre.observe(({ effect }) => {
      if (effect.kind === 'prompt') resolve(effect);
    });
  });
  const [started] = cloud.centre.send({ kind: 'dial', to: '+12025550100', playback: 'reported' });
  expect(await greeted).toMatchObject({ text: 'Good day, you called the number ending in 00' });
  const contactId = started?.kind === 'contact-started' ? started.contactId : '';
  const effects = cloud.centre.send({ kind: 'caller-hangs-up', contactId });
  expect(effects.map(({ kind }) => kind)).toContain('contact-ended');
  expect(() => cloud.mark()).toThrow('the clock of the wall does not go back');
});

test('goes back to a mark as often as wanted: who calls then finds everything as it was, and goes the same way', async () => {
  const cloud = await bootCloud({ assemblyFolder: FIXTURE, clock: VIRTUAL, mutate: withTable });
  clouds.push(cloud);
  const notes = document(cloud);
  const before = { TableName: 'notes', Item: { id: 'a', text: 'before' } };
  await notes.put(before);
  let told: Moment[] = [];
  cloud.centre.observe((moment) => told.push(moment));
  const call = async (): Promise<readonly Moment[]> => {
    told = [];
    cloud.centre.send({ kind: 'dial', to: '+12025550100', playback: 'estimated' });
    await cloud.driver.advanceBy(60_000);
    return told;
  };
  const attributes = () => cloud.centre.contact(cloud.centre.recentContacts()[0] ?? '')?.attributes;
  const back = cloud.mark();
  const first = await call();
  for (const text of ['once', 'twice']) {
    await notes.put({ TableName: 'notes', Item: { id: 'a', text } });
    await notes.put({ TableName: 'notes', Item: { id: 'b', text } });
    cloud.outbox.send({ channel: 'sms', to: '+12025550111', from: '+12025550100', text });
    await back();
    expect((await notes.scan({ TableName: 'notes' })).Items).toEqual([before.Item]);
    expect([cloud.outbox.messages(), cloud.centre.recentContacts()]).toEqual([[], []]);
    expect(cloud.driver.nowMs()).toBe(VIRTUAL.nowMs);
    expect(await call()).toEqual(first);
  }
  const [flow] = cloud.centre.instance.flows.filter(({ name }) => name === 'main');
  if (flow === undefined) throw new Error('the fixture has lost its flow');
  await back();
  cloud.publish({ ...flow, content: flow.content.replace('"fixture"', '"another"') });
  await call();
  expect(attributes()).toEqual({ reason: 'another' });
  await back();
  expect(await call()).toEqual(first);
  expect(attributes()).toEqual({ reason: 'fixture' });
});

describe('items whose time is over', () => {
  test('are swept each second, one sweep at a time, until stopped', async () => {
    jest.useFakeTimers();
    try {
      const finish: (() => void)[] = [];
      const stop = startExpiry(
        () => new Promise<void>((resolve) => finish.push(resolve)),
        () => undefined,
      );
      await jest.advanceTimersByTimeAsync(3000);
      expect(finish).toHaveLength(1);
      finish[0]?.();
      await jest.advanceTimersByTimeAsync(1000);
      expect(finish).toHaveLength(2);
      let stopped = false;
      const stopping = stop().then(() => {
        stopped = true;
      });
      await jest.advanceTimersByTimeAsync(5000);
      expect([finish.length, stopped]).toEqual([2, false]);
      finish[1]?.();
      await stopping;
    } finally {
      jest.useRealTimers();
    }
  });

  test('are tried again after a sweep that failed, which is reported', async () => {
    jest.useFakeTimers();
    try {
      const faults: unknown[] = [];
      const stop = startExpiry(
        () => Promise.reject(new Error('no disk')),
        (fault) => faults.push(fault),
      );
      await jest.advanceTimersByTimeAsync(2000);
      await stop();
      expect(faults).toEqual([new Error('no disk'), new Error('no disk')]);
    } finally {
      jest.useRealTimers();
    }
  });
});

(hasReal ? describe : describe.skip)(
  'the synthesized stack (skipped where there is no cdk.out: npm run synth)',
  () => {
    test('boots, links its number and greets a caller', async () => {
      const cloud = await bootCloud({ assemblyFolder: REAL, clock: VIRTUAL });
      clouds.push(cloud);
      expect(cloud.centre.notReady()).toBeUndefined();
      expect(cloud.describe()).toMatchObject({
        numbers: ['+12025550100'],
        lines: [{ number: '+12025550100', flow: 'main-inbound' }],
      });
      const [started] = cloud.centre.send({ kind: 'dial', to: '+12025550100', playback: 'estimated' });
      const contactId = started?.kind === 'contact-started' ? started.contactId : '';
      await cloud.driver.advanceBy(1000);
      expect(cloud.centre.history(contactId).some(({ effect }) => effect.kind === 'prompt')).toBe(true);
    });
  },
);
