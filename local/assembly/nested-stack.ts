/** `AWS::CloudFormation::Stack` on this machine: a template of the assembly that is deployed inside another. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Assembly, assetPath } from './assembly.ts';
import { isCustomResource } from './custom-resource.ts';
import { physicalName, stackIdentity } from './physical-name.ts';
import type { CreatedResource, DeployedStack, ResourceRequest, StackIdentity } from './provisioner.ts';
import { parseTemplate, type Template } from './template.ts';
import { TemplateError } from './template-error.ts';

export const NESTED_STACK = 'AWS::CloudFormation::Stack';

/** A name of a stack has at most 128 characters (API_CreateStack). */
const NAME_LENGTH_MAX = 128;

const propertiesSchema = z.looseObject({
  TemplateURL: z.string(),
  Parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** A stack inside another, before it is deployed. */
export interface NestedStack {
  readonly template: Template;
  readonly stack: StackIdentity;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * @throws TemplateError where the template is not in the assembly, or has something that is kept between boots: only
 *   the outer stack has a state
 */
export function nestedStack(assembly: Assembly, request: ResourceRequest): NestedStack {
  const properties = propertiesSchema.safeParse(request.properties);
  if (!properties.success) {
    const [issue] = properties.error.issues;
    throw new TemplateError(`a nested stack needs ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { TemplateURL: url, Parameters: given = {} } = properties.data;
  const template = readTemplate(assembly, url, request.stack);
  for (const [id, { Type: type }] of Object.entries(template.Resources)) {
    if (isCustomResource(type) || type === 'AWS::SecretsManager::Secret') {
      throw new TemplateError(
        `'${id}' (${type}) is kept between boots, which the local cloud does for the outer stack only; move it there`,
      );
    }
  }
  const { stack } = request;
  return {
    template,
    stack: stackIdentity(physicalName(request, NAME_LENGTH_MAX), stack.accountId, stack.region),
    parameters: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)])),
  };
}

/** `Ref` is the id of the stack, `Fn::GetAtt` of `Outputs.NAME` what it puts out. */
export function nestedResource({ stackId, outputs }: DeployedStack): CreatedResource {
  const attributes = Object.entries(outputs).map(([name, value]) => [`Outputs.${name}`, value] as const);
  return { physicalId: stackId, attributes: Object.fromEntries(attributes) };
}

function readTemplate(assembly: Assembly, url: string, stack: StackIdentity): Template {
  const object = objectOf(url);
  const file = object === undefined ? undefined : assetPath(assembly, object.bucket, object.key, stack);
  if (file === undefined) {
    throw new TemplateError(
      `its TemplateURL '${url}' is none of the templates of the assembly; run 'npm run synth' again`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateError(`its template ${file} cannot be read (${reason}); run 'npm run synth' again`);
  }
  return parseTemplate(value, file);
}

/** The bucket and the key, in the form with the bucket in the path and in that with the bucket in the name of the host. */
function objectOf(url: string): { readonly bucket: string; readonly key: string } | undefined {
  const { host = '', path = '' } = /^https:\/\/(?<host>[^/]+)\/(?<path>.+)$/.exec(url)?.groups ?? {};
  if (/^s3[.-]/.test(host)) {
    const slash = path.indexOf('/');
    return slash < 0 ? undefined : { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
  }
  const bucket = /^(?<bucket>.+)\.s3[.-]/.exec(host)?.groups?.['bucket'];
  return bucket === undefined ? undefined : { bucket, key: path };
}
