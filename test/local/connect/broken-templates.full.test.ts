/** Breaking the template breaks the call as it would in AWS: the caller takes the error branch, the reason is told. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import { type BootOptions, bootCloud, type Cloud } from '../../../local/cloud.ts';
import { bootFixture, dial, effectsOf, heard, MONDAY_MS, remove, until } from './booted-cloud.ts';
import { change, FIXTURE, type Mutate } from './booted-resources.ts';

const SORRY = 'Sorry, that did not work.';
const GREETING = 'Good day, you called the number ending in 00';

let cloud: Cloud<VirtualDriver>;
afterEach(() => cloud.close());

const boot = async (...mutations: readonly Mutate[]): Promise<void> => {
  cloud = await bootFixture(...mutations);
};

/** Why the block that asks the function took its error branch. */
const because = (contactId: string): string =>
  effectsOf(cloud, contactId)
    .flatMap((effect) =>
      effect.kind === 'step-taken' && effect.step === 'ask' ? [effect.because ?? ''] : [],
    )
    .join();

const invocations = (contactId: string): number =>
  effectsOf(cloud, contactId).filter(({ kind }) => kind === 'invoke').length;

describe('a function that Connect may not invoke', () => {
  test.each([
    ['is not associated with the instance', remove('GreetLink'), 'not associated with the instance'],
    ['has no permission for Connect', remove('GreetLeave'), 'no resource-based policy allows'],
    [
      'has a permission for another instance',
      change('GreetLeave', { SourceArn: 'arn:aws:connect:us-east-1:123456789012:instance/other' }),
      'no resource-based policy allows',
    ],
    [
      'has a permission for another account',
      change('GreetLeave', { SourceAccount: '210987654321' }),
      'no resource-based policy allows',
    ],
  ])('when it %s', async (_, mutate, reason) => {
    await boot(mutate);
    const contactId = dial(cloud);
    await until(cloud, contactId, 'contact-ended');
    expect(heard(cloud, contactId)).toEqual([SORRY]);
    expect(because(contactId)).toContain(
      'is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:',
    );
    expect(because(contactId)).toContain(reason);
    expect(because(contactId)).toContain('Status Code: 403; Error Code: AccessDeniedException');
    expect(invocations(contactId)).toBe(1);
  });

  test('when it is associated and does not exist', async () => {
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:nobody';
    await boot(change('GreetLink', { IntegrationArn: arn }), (template) => {
      const main = template.Resources['Main'];
      const text = JSON.stringify(main?.Properties?.['Content']);
      if (main?.Properties !== undefined)
        main.Properties['Content'] = JSON.parse(text.replace(/\$\{Greet\.Arn\}/, arn));
    });
    const contactId = dial(cloud);
    await until(cloud, contactId, 'contact-ended');
    expect(because(contactId)).toContain('Status Code: 404; Error Code: ResourceNotFoundException');
    expect(invocations(contactId)).toBe(1);
  });
});

describe('a function that fails', () => {
  test.each([
    ['a throttle', { kind: 'throttle' }, 'Error Code: TooManyRequestsException'],
    ['a fault of the service', { kind: 'service-error' }, 'Error Code: ServiceException'],
    [
      'an error of its own',
      { kind: 'error-before', errorType: 'RangeError', message: 'secret words' },
      'The Lambda Function Returned An Error. (RangeError)',
    ],
  ] as const)('is asked again after %s, and the caller notices nothing', async (_, fault, reason) => {
    await boot();
    const { name } = cloud.functions.definitions()[0] ?? { name: '' };
    const applied = cloud.functions.injectFault(name, fault, 2);
    const contactId = dial(cloud);
    await until(cloud, contactId, 'queued');
    expect(applied.applied).toBe(2);
    expect(heard(cloud, contactId)[0]).toBe(GREETING);

    cloud.functions.injectFault(name, fault, 20);
    const next = dial(cloud);
    await until(cloud, next, 'contact-ended');
    expect(heard(cloud, next)).toEqual([SORRY]);
    expect(because(next)).toContain(reason);
    expect(because(next)).not.toContain('secret words');
    expect(invocations(next)).toBe(4);
  });

  test('that is slow makes the caller wait on the virtual clock, and no longer than the block allows', async () => {
    await boot();
    const { name } = cloud.functions.definitions()[0] ?? { name: '' };
    cloud.functions.injectFault(name, { kind: 'slow', virtualMs: 1500 });
    const slow = dial(cloud);
    await until(cloud, slow, 'prompt');
    expect(cloud.centre.nowMs()).toBe(MONDAY_MS + 1500);
    cloud.functions.injectFault(name, { kind: 'slow', virtualMs: 2500 }, 20);
    const slower = dial(cloud);
    const askedAtMs = cloud.centre.nowMs();
    await until(cloud, slower, 'prompt');
    expect(heard(cloud, slower)[0]).toBe(SORRY);
    expect(cloud.centre.nowMs() - askedAtMs).toBe(4000);
  });
});

test('a queue that no routing profile serves keeps its callers waiting', async () => {
  await boot(change('Agents', { QueueConfigs: [] }));
  const contactId = dial(cloud);
  await until(cloud, contactId, 'queued');
  const userId = cloud.centre.instance.users[0]?.id ?? '';
  cloud.centre.send({ kind: 'agent-signs-in', userId });
  cloud.centre.send({ kind: 'agent-sets-status', userId, status: 'Available' });
  await cloud.driver.advanceBy(10 * 60_000);
  expect(effectsOf(cloud, contactId).some(({ kind }) => kind === 'offered')).toBe(false);
});

test('without the custom resource no call can be taken, and the centre says why', async () => {
  await boot(remove('Link'));
  expect(cloud.centre.notReady()).toContain('AssociatePhoneNumberContactFlow');
  expect(() => dial(cloud)).toThrow(expect.objectContaining({ name: 'NotInService' }));
  expect(cloud.describe().lines).toEqual([{ number: '+12025550100' }]);
});

test('an instance without inbound calls takes none', async () => {
  await boot(change('Centre', { Attributes: { InboundCalls: false, OutboundCalls: true } }));
  expect(() => dial(cloud)).toThrow('takes no inbound calls');
});

test('an instance without flow logs keeps none', async () => {
  await boot(change('Centre', { Attributes: { InboundCalls: true, OutboundCalls: true } }));
  const contactId = dial(cloud);
  await until(cloud, contactId, 'queued');
  expect(cloud.centre.flowLog(contactId)).toEqual([]);
});

test('a listener that throws is reported, and neither the call nor other listeners notice', async () => {
  const faults: unknown[] = [];
  const options: BootOptions<{ kind: 'virtual'; nowMs: number; seed: number }> = {
    assemblyFolder: FIXTURE,
    clock: { kind: 'virtual', nowMs: MONDAY_MS, seed: 7 },
    onFault: (fault) => faults.push(fault),
  };
  cloud = await bootCloud(options);
  const kinds: string[] = [];
  cloud.centre.observe(() => {
    throw new Error('a broken page');
  });
  const stop = cloud.centre.observe(({ effect }) => kinds.push(effect.kind));
  const contactId = dial(cloud);
  await until(cloud, contactId, 'queued');
  expect(kinds).toContain('queued');
  expect(faults.length).toBe(kinds.length);
  stop();
  const sofar = kinds.length;
  cloud.centre.send({ kind: 'caller-hangs-up', contactId });
  expect(kinds.length).toBe(sofar);
});
