/** Whether two texts name the same resource, of which one may be an ARN and the other its id. */

/** Versions and aliases (`:$LATEST`, `:1`) name the one that is there; a Lambda ARN has seven parts without them. */
export function sameResource(one: string, other: string): boolean {
  return one === other || idOf(one) === idOf(other);
}

function idOf(resource: string): string {
  if (resource.startsWith('arn:') && resource.split(':')[2] === 'lambda')
    return resource.split(':').slice(6, 7).join();
  const agentQueue = resource.indexOf('/queue/agent/');
  if (agentQueue >= 0) return resource.slice(agentQueue + '/queue/'.length);
  if (resource.startsWith('agent/')) return resource;
  if (resource.startsWith('arn:') && resource.includes(':bot-alias/')) return resource;
  return resource.slice(resource.lastIndexOf('/') + 1);
}
