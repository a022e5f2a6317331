/** What a delivery works with. */

import type { ConnectClient } from '@aws-sdk/client-connect';
import type { Table } from '../tables/table.ts';
import type { Sending } from './contract.ts';

export interface DeliveryParts {
  readonly client: ConnectClient;
  readonly sending: Sending;
  readonly messages: Table;
  readonly customers: Table;
}
