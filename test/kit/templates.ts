/** Ways to change the template before the boot, each by what a person would call the part. */
import type { Template } from '../../local/assembly/template.ts';

type Resource = Template['Resources'][string];
type Properties = Record<string, unknown>;

/** The one resource of a type whose logical id has the name in it, as logical ids of CDK do. */
export function resourceOf(template: Template, type: string, name = ''): [string, Resource, Properties] {
  const id = name.replaceAll('-', '');
  const found = Object.entries(template.Resources).filter(
    ([logicalId, { Type }]) => Type === type && logicalId.includes(id),
  );
  const [first, ...others] = found;
  if (first === undefined || others.length > 0)
    throw new Error(`the template has ${found.length} resources of type ${type} named '${name}', not one`);
  const [logicalId, resource] = first;
  const properties = resource.Properties ?? {};
  resource.Properties = properties;
  return [logicalId, resource, properties];
}

/** Removes a resource and every `DependsOn` that names it. */
export function remove(template: Template, type: string, name = ''): void {
  const [logicalId] = resourceOf(template, type, name);
  delete template.Resources[logicalId];
  for (const resource of Object.values(template.Resources)) {
    const { DependsOn } = resource;
    if (DependsOn !== undefined) resource.DependsOn = [DependsOn].flat().filter((id) => id !== logicalId);
  }
}

/** Replaces the text of a flow as deployed; references stay what they are. */
export function rewriteFlow(template: Template, flow: string, rewrite: (content: string) => string): void {
  const type = flow === 'verify-caller' ? 'AWS::Connect::ContactFlowModule' : 'AWS::Connect::ContactFlow';
  const [, , properties] = resourceOf(template, type, flow);
  const { Content } = properties;
  const before = JSON.stringify(Content);
  const parts: unknown = typeof Content === 'string' ? Content : joined(Content);
  if (typeof parts === 'string') properties['Content'] = rewrite(parts);
  else if (Array.isArray(parts))
    properties['Content'] = {
      'Fn::Join': ['', parts.map((part: unknown) => (typeof part === 'string' ? rewrite(part) : part))],
    };
  if (JSON.stringify(properties['Content']) === before)
    throw new Error(`the text of flow '${flow}' is not changed by what was to change it`);
}

const joined = (content: unknown): unknown => {
  const join: unknown = typeof content === 'object' && content !== null && Reflect.get(content, 'Fn::Join');
  return Array.isArray(join) ? join[1] : undefined;
};

/** Takes the one statement that allows the action out of the policies of the function's role. */
export function forbid(template: Template, functionName: string, action: string): void {
  const [, , role] = resourceOf(template, 'AWS::IAM::Role', functionName);
  let removed = 0;
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((each) => !isAllowing(each)).map(without);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, without(member)]));
  };
  const isAllowing = (value: unknown): boolean => {
    const is =
      typeof value === 'object' && value !== null && [Reflect.get(value, 'Action')].flat().includes(action);
    if (is) removed += 1;
    return is;
  };
  role['Policies'] = without(role['Policies']);
  if (removed !== 1)
    throw new Error(`the role of ${functionName} has ${removed} statements for ${action}, not one`);
}
