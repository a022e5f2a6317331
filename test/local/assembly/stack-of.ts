/** Builds assemblies of one template and deploys them with a provisioner that records what it was asked for. */
import type { Assembly } from '../../../local/assembly/assembly.ts';
import { type Deployment, type DeployOptions, deploy } from '../../../local/assembly/deploy.ts';
import type { Provisioner, ResourceRequest } from '../../../local/assembly/provisioner.ts';
import { memoryStateStore } from '../../../local/assembly/stack-state.ts';
import { parseTemplate } from '../../../local/assembly/template.ts';

export const accountId = '123456789012';
export const region = 'us-east-1';

export function assemblyOf(template: unknown, name = 'Test'): Assembly {
  return { directory: 'cdk.out', stacks: [{ name, template: parseTemplate(template, name) }], assets: [] };
}

/** A resource type that keeps its requests; `Ref` is `<logical id>-ref`, and it has the attributes `Arn` and `List`. */
export function recordingProvisioner(requests: ResourceRequest[] = []): Provisioner {
  return {
    type: 'Test::Thing',
    create(request) {
      requests.push(request);
      const { logicalId } = request;
      return {
        physicalId: `${logicalId}-ref`,
        attributes: { Arn: `arn:test:::${logicalId}`, List: ['first', 'second'], 'Nested.Name': 'inside' },
      };
    },
  };
}

export async function deployTemplate(
  template: unknown,
  options: Partial<DeployOptions> = {},
): Promise<Deployment> {
  return await deploy(assemblyOf(template), {
    provisioners: [recordingProvisioner()],
    accountId,
    region,
    state: memoryStateStore(),
    ...options,
  });
}

/** What a value becomes as the property `Value` of a resource beside `Other`. */
export async function resolved(value: unknown, template: Record<string, unknown> = {}): Promise<unknown> {
  const requests: ResourceRequest[] = [];
  const { Resources: others = {}, ...rest } = template;
  await deployTemplate(
    {
      ...rest,
      Resources: {
        ...(typeof others === 'object' ? others : {}),
        Other: { Type: 'Test::Thing' },
        Subject: { Type: 'Test::Thing', Properties: { Value: value } },
      },
    },
    { provisioners: [recordingProvisioner(requests)] },
  );
  return requests.find(({ logicalId }) => logicalId === 'Subject')?.properties['Value'];
}
