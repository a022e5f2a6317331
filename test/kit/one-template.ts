/** The template of a stack with what the stacks inside it have in its place: who reads or breaks a centre in a test sees one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parseTemplate, type Template, type TemplateResource } from '../../local/assembly/template.ts';

const NESTED_STACK = 'AWS::CloudFormation::Stack';
const manifest = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/**
 * Changes the template: the resources of a stack inside it stand among its own, with its references in place of
 * parameters and outputs. Stacks of further languages, whose resources are called as those of the first, stay as they are.
 * @param folder of the assembly
 */
export function makeOne(template: Template, folder: string): void {
  for (const id of Object.keys(template.Resources)) {
    // As it is by now: what it is given may have come from a stack that has been taken apart before.
    const resource = template.Resources[id];
    if (resource?.Type !== NESTED_STACK) continue;
    const inner = innerTemplate(resource, folder);
    if (Object.keys(inner.Resources).some((own) => own in template.Resources)) continue;
    delete template.Resources[id];
    const given = Object.entries(Object(resource.Properties?.['Parameters']));
    const values = new Map(given.map(([name, value]) => [JSON.stringify({ Ref: name }), value]));
    const { Resources: resources, Outputs = {} } = replaced(inner, values);
    const outputs = new Map(
      Object.entries(Outputs).map(([name, { Value }]) => [
        JSON.stringify({ 'Fn::GetAtt': [id, `Outputs.${name}`] }),
        Value,
      ]),
    );
    for (const [own, made] of Object.entries(resources)) {
      template.Resources[own] = { ...made, ...dependsOn([made, resource]) };
    }
    const all = Object.keys(resources);
    for (const [other, outer] of Object.entries(template.Resources)) {
      const before = [outer.DependsOn ?? []].flat();
      if (before.includes(id)) outer.DependsOn = [...before.filter((one) => one !== id), ...all];
      template.Resources[other] = replaced(outer, outputs);
    }
    if (template.Outputs !== undefined) template.Outputs = replaced(template.Outputs, outputs);
  }
}

const dependsOn = (resources: readonly TemplateResource[]): Pick<TemplateResource, 'DependsOn'> => {
  const ids = resources.flatMap(({ DependsOn = [] }) => DependsOn);
  return ids.length === 0 ? {} : { DependsOn: ids };
};

function innerTemplate({ Properties }: TemplateResource, folder: string): Template {
  const key = /[0-9a-f]{64}\.json/.exec(JSON.stringify(Properties?.['TemplateURL']))?.[0];
  const lists = readdirSync(folder).filter((name) => name.endsWith('.assets.json'));
  const file = lists
    .map((list) => manifest.parse(JSON.parse(readFileSync(join(folder, list), 'utf8'))))
    .flatMap(({ files }) => Object.values(files))
    .find(({ destinations }) => Object.values(destinations).some(({ objectKey }) => objectKey === key));
  if (file === undefined) throw new Error(`the assembly in ${folder} has no template ${key}`);
  return templateIn(join(folder, file.source.path));
}

/** The template in a file, of any size and with all stacks inside it as they are. */
export const templateIn = (file: string): Template =>
  parseTemplate(JSON.parse(readFileSync(file, 'utf8')), file);

/** The one template of the stack of an assembly. */
export function oneTemplate(folder: string, stackName = 'Callwright-dev'): Template {
  const template = templateIn(join(folder, `${stackName}.template.json`));
  makeOne(template, folder);
  return template;
}

/** The same with every intrinsic that is a key in place of which something stands. */
function replaced<T>(value: T, values: ReadonlyMap<string, unknown>): T {
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    if (!('Ref' in part) && !('Fn::GetAtt' in part)) return part;
    const own = JSON.stringify(part);
    return values.has(own) ? values.get(own) : part;
  });
  return JSON.parse(text);
}
