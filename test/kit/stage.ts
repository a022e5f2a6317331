/** What a test's people share: the running cloud and its virtual clock. */
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import type { Cloud } from '../../local/cloud.ts';

export interface Stage {
  readonly cloud: Cloud<VirtualDriver>;
}
