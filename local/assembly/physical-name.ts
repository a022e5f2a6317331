/** Names and ids of local resources: made from stack and logical id alone, so that every boot gives the same. */
import { createHash } from 'node:crypto';
import type { StackIdentity } from './provisioner.ts';

type Owner = { readonly logicalId: string; readonly stack: Pick<StackIdentity, 'stackName'> };

/** `<stack>-<logical id>-<12 characters>` as CloudFormation names things, cut to a length of characters. */
export function physicalName({ logicalId, stack }: Owner, maxLength = 64): string {
  const suffix = digest(`${stack.stackName}/${logicalId}`).slice(0, 12).toUpperCase();
  const room = maxLength - suffix.length - 1;
  return `${`${stack.stackName}-${logicalId}`.slice(0, room)}-${suffix}`;
}

/** A UUID that belongs to this resource (or to another noun about it). */
export function physicalUuid({ logicalId, stack }: Owner, about = 'resource'): string {
  return uuidFrom(`${stack.stackName}/${logicalId}/${about}`);
}

/** A well-formed version 4 UUID that always follows from the same text. */
export function uuidFrom(text: string): string {
  const hex = digest(text);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The identity of a stack on this machine. */
export function stackIdentity(stackName: string, accountId: string, region: string): StackIdentity {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const stackId = `arn:${partition}:cloudformation:${region}:${accountId}:stack/${stackName}/${uuidFrom(stackName)}`;
  return { stackName, stackId, region, accountId, partition };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
