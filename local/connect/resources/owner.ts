/** What every Connect resource of a template has in common: an instance it belongs to, an identity, a free name. */
import { physicalUuid } from '../../assembly/physical-name.ts';
import type { ResourceRequest } from '../../assembly/provisioner.ts';
import { type ArnKind, resourceArn } from '../arns.ts';
import type { Named, NamedRecords } from '../named-records.ts';
import type { ConnectState, InstanceRecord } from '../state.ts';
import { type PropertyPath, refuse, refuseProperty } from './refused.ts';

/** The instance that the resource names. @throws TemplateError when it is not the one of this stack */
export const ownerOf = (
  state: ConnectState,
  request: ResourceRequest,
  property: string,
  arn: string,
): InstanceRecord => {
  const { instance } = state;
  if (instance?.arn === arn) return instance;
  const known = instance === undefined ? 'has no Connect instance yet' : `has the instance ${instance.arn}`;
  throw refuseProperty(request, [property], arn, `the local stack ${known}`);
};

/** Id and ARN of a resource inside the instance. */
export const identify = (
  owner: InstanceRecord,
  request: ResourceRequest,
  kind: ArnKind,
): { readonly id: string; readonly arn: string } => {
  const id = physicalUuid(request);
  return { id, arn: resourceArn(owner.arn, kind, id) };
};

/** Keeps a record. @throws TemplateError when its name is taken, as Connect's DuplicateResourceException says */
export const keep = <R extends Named>(
  records: NamedRecords<R>,
  request: ResourceRequest,
  record: R,
): void => {
  if (records.add(record)) return;
  throw refuse(
    request,
    `a resource of this type named '${record.name}' exists in the instance (DuplicateResourceException)`,
  );
};

/** The record that a property refers to. @throws TemplateError when the instance has no such thing */
export const referred = <R extends Named>(
  records: NamedRecords<R>,
  request: ResourceRequest,
  path: PropertyPath,
  arn: string,
  what: string,
): R => {
  const record = records.find(arn);
  if (record !== undefined) return record;
  throw refuseProperty(request, path, arn, `the instance has no such ${what} (ResourceNotFoundException)`);
};
