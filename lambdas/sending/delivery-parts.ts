/** What a delivery works with. */

import type { ConnectClient } from '@aws-sdk/client-connect';
import type { Sending } from '../domain/sending.ts';
import type { Table } from '../tables/table.ts';

export interface DeliveryParts {
  readonly client: ConnectClient;
  readonly sending: Sending;
  readonly messages: Table;
  readonly customers: Table;
}
