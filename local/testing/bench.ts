/** A contact centre of its own in which test cases run: the deployment on a virtual clock, gone afterwards. */
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import { probedBlocks } from '../../engine/testing-language/probed-blocks.ts';
import type { TestBench } from '../../engine/testing-language/run-test-case.ts';
import { TestProbe } from '../../engine/testing-language/test-probe.ts';
import { type BootOptions, bootCloud, type Cloud } from '../cloud.ts';

export interface CloudUnderTest {
  readonly cloud: Cloud<VirtualDriver>;
  readonly bench: TestBench;
}

/**
 * What runs by a schedule does not, and no records are delivered: both would take time between the steps of a test.
 * @param nowMs when the first test begins, ms since 1970
 * @throws one sentence about what stops the boot
 */
export async function bootUnderTest(
  options: Omit<BootOptions, 'clock' | 'findBlock' | 'records' | 'runsSchedules'>,
  nowMs: number,
): Promise<CloudUnderTest> {
  const probe = new TestProbe();
  const cloud = await bootCloud({
    ...options,
    clock: { kind: 'virtual', nowMs, seed: 1 },
    runsSchedules: false,
    records: false,
    findBlock: probedBlocks(probe),
  });
  const { centre, driver } = cloud;
  return {
    cloud,
    bench: {
      driver,
      instance: centre.instance,
      probe,
      observe: (listener) => centre.observe(({ effect, atMs }) => listener(effect, atMs)),
      value: (contactId, reference) => centre.value(contactId, reference),
    },
  };
}
