/** Every resource type of Amazon Connect and of the services that flows ask that the local cloud brings to life. */
import type { Provisioner } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { dataTableProvisioners } from './data-table.ts';
import { flowProvisioner, moduleProvisioner } from './flow.ts';
import { hoursProvisioner } from './hours.ts';
import { instanceProvisioner } from './instance.ts';
import { settingProvisioners } from './instance-settings.ts';
import { integrationAssociationProvisioner } from './integration-association.ts';
import { lexProvisioners } from './lex.ts';
import { nameOnlyProvisioners } from './name-only.ts';
import { phoneNumberProvisioner } from './phone-number.ts';
import { type LocateObject, promptProvisioner } from './prompt.ts';
import { queueProvisioner } from './queue.ts';
import { quickConnectProvisioner } from './quick-connect.ts';
import { routingProfileProvisioner } from './routing-profile.ts';
import { serviceDomainProvisioners } from './service-domains.ts';
import { testCaseProvisioner } from './test-case.ts';
import { userProvisioner } from './user.ts';

/**
 * The provisioners of Amazon Connect; what they create goes into the state.
 * @param locateObject finds the files that the assembly uploads, for prompts
 */
export const connectProvisioners = (
  state: ConnectState,
  locateObject: LocateObject,
): readonly Provisioner[] => [
  instanceProvisioner(state),
  hoursProvisioner(state),
  queueProvisioner(state),
  quickConnectProvisioner(state),
  routingProfileProvisioner(state),
  userProvisioner(state),
  phoneNumberProvisioner(state),
  promptProvisioner(state, locateObject),
  flowProvisioner(state),
  moduleProvisioner(state),
  integrationAssociationProvisioner(state),
  testCaseProvisioner(state),
  ...dataTableProvisioners(state),
  ...lexProvisioners(state.services),
  ...serviceDomainProvisioners(state.services),
  ...nameOnlyProvisioners(state),
  ...settingProvisioners(state),
];
