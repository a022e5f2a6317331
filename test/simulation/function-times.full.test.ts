/** A busy day with the real functions: in 99 of 100 invocations each takes less than a third of what its block waits. */
import { expect, test } from '@jest/globals';
import { seedWhenEmpty } from '../../lib/commands/seed.ts';
import { demoCustomers } from '../../lib/demo-world/customers.ts';
import { pretendedAssemblyFolder } from '../../lib/paths.ts';
import { SHARE_MAX } from '../../local/simulation/function-times.ts';
import { simulate } from '../../local/simulation/run.ts';
import { readScenario } from '../../local/simulation/scenario-file.ts';

test('no function comes near the end of its block’s patience', async () => {
  const scenario = { ...readScenario('contact-flows/scenarios/weekday.json'), calls: 600 };
  const { measured } = await simulate({
    assemblyFolder: pretendedAssemblyFolder,
    scenario,
    seed: 1,
    functions: 'real',
    covers: false,
    async prepare(cloud) {
      const { stackName, ...target } = cloud.describe();
      await seedWhenEmpty({ ...target, name: stackName }, { nowMs: cloud.driver.nowMs(), wholeShop: false });
      return demoCustomers.map(({ name, phoneNumbers: [number = ''], pin, shows }) => ({
        name,
        number,
        pin,
        shows,
      }));
    },
  });
  expect(measured.map(({ name }) => name.replace('callwright-dev-', ''))).toEqual(
    expect.arrayContaining(['lookup-customer', 'lookup-order', 'open-case', 'place-order', 'verify-caller']),
  );
  const slow = measured.filter(({ p99Ms, limitMs }) => !(p99Ms < limitMs * SHARE_MAX));
  expect(slow).toEqual([]);
}, 300_000);
