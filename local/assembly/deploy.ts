/** Brings the stack of a cloud assembly to life: resources in the order of their needs, then outputs, then clean-up. */
import type { Assembly, AssemblyStack } from './assembly.ts';
import { checkRules, prepareConditions } from './conditions.ts';
import { type CustomResourcePort, customResources, isCustomResource } from './custom-resource.ts';
import { creationOrder } from './dependencies.ts';
import { type DynamicSources, resolveDynamicReferences } from './dynamic-references.ts';
import type { Scope } from './intrinsics/call.ts';
import { NESTED_STACK, nestedResource, nestedStack } from './nested-stack.ts';
import { resolveParameters, ssmParameter } from './parameters.ts';
import { passiveTypes } from './passive-types.ts';
import { stackIdentity } from './physical-name.ts';
import type {
  CreatedResource,
  DeployedResource,
  DeployedStack,
  Provisioner,
  StackIdentity,
} from './provisioner.ts';
import { resolveValue } from './resolve.ts';
import { type Secret, secretProvisioner } from './secrets.ts';
import { memoryStateStore, type StateStore } from './stack-state.ts';
import { parseTemplate, type Template, type TemplateResource } from './template.ts';
import { didYouMean, type Place, shown, TemplateError, within, wrongAt } from './template-error.ts';

export interface DeployOptions {
  /** One per simulated resource type. */
  readonly provisioners: readonly Provisioner[];
  /** May be left out where the assembly has one stack. */
  readonly stackName?: string;
  readonly accountId: string;
  readonly region: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly ssmParameters?: Readonly<Record<string, string>>;
  /** Exports of other stacks. */
  readonly exports?: Readonly<Record<string, string>>;
  readonly state: StateStore;
  /** Needed where the template has custom resources. */
  readonly customResources?: CustomResourcePort;
  /** `update` sends custom resources an Update at every boot (default `skip`: only when properties changed). */
  readonly unchangedCustomResources?: 'skip' | 'update';
  /** How long a custom resource may take to answer, where it says nothing itself. */
  readonly customResourceTimeoutMs?: number;
  /** Changes a copy of the template before it is read, e.g. to break it in a test. */
  readonly mutate?: (template: Template) => void;
}

/** A running local stack. */
export interface Deployment extends DeployedStack {
  /** Values of the stack's secrets, for `npm start` to show. */
  readonly secrets: readonly Secret[];
  readonly passive: readonly DeployedResource[];
  /** Sentences about what could not be cleaned up from earlier boots. */
  readonly notes: readonly string[];
}

/**
 * Deploys one stack of the assembly to the local cloud, and the stacks inside it.
 * @throws TemplateError with one sentence naming the place where the template, a parameter or a resource is wrong;
 *   errors of a provisioner come with the logical id in front
 */
export async function deploy(assembly: Assembly, options: DeployOptions): Promise<Deployment> {
  const chosen = chooseStack(assembly, options.stackName);
  const stack = stackIdentity(chosen.name, options.accountId, options.region);
  return await deployTemplate(assembly, preparedTemplate(chosen, options.mutate), stack, options);
}

async function deployTemplate(
  assembly: Assembly,
  template: Template,
  stack: StackIdentity,
  options: Omit<DeployOptions, 'stackName' | 'mutate'>,
): Promise<Deployment> {
  const parameters = resolveParameters(template, options.parameters ?? {}, options.ssmParameters ?? {});
  const base = { stack, template, parameters, exports: options.exports ?? {} };
  const condition = prepareConditions(template, base);
  checkRules(template, base, condition);

  const resources = new Map<string, DeployedResource>();
  const inside: Deployment[] = [];
  const secrets = new Map<string, Secret>();
  const state = options.state.load();
  const save = () => options.state.save(state);
  const provisioners = new Map(
    [secretProvisioner(state.secrets, secrets), ...options.provisioners].map((made) => [made.type, made]),
  );
  const custom = customResources(state, save, stack, options.customResources, {
    unchanged: options.unchangedCustomResources,
    timeoutMs: options.customResourceTimeoutMs,
  });
  const scope: Scope = { ...base, section: 'resources', condition, resource: (id) => resources.get(id) };
  const sources: DynamicSources = {
    secret: (id) => [...secrets.values()].find(({ arn, name }) => arn === id || name === id)?.value,
    ssmParameter: (name) => storedParameter(name, options.ssmParameters ?? {}, resources),
  };

  const live = liveResources(template, scope);
  refuseUnknownTypes(live, provisioners);
  for (const [logicalId, resource] of creationOrder(live, scope)) {
    const place = placeOf(logicalId, resource);
    const at = within(place, 'Properties');
    const resolved = resolveDynamicReferences(
      resolveValue(resource.Properties ?? {}, at, scope),
      at,
      sources,
    );
    const properties = typeof resolved === 'object' && resolved !== null ? { ...resolved } : {};
    const { Type: type, Metadata: metadata } = resource;
    const request = { logicalId, type, properties, ...(metadata === undefined ? {} : { metadata }), stack };
    const provisioner = provisioners.get(resource.Type);
    const passive = passiveTypes[resource.Type];
    let created: CreatedResource;
    try {
      if (isCustomResource(resource.Type)) {
        created = await custom.apply({
          ...request,
          deletionPolicy: resource.DeletionPolicy,
          updateReplacePolicy: resource.UpdateReplacePolicy,
        });
      } else if (resource.Type === NESTED_STACK) {
        const nested = nestedStack(assembly, request);
        const { parameters } = nested;
        const own = { ...options, parameters, state: memoryStateStore() };
        const deployed = await deployTemplate(assembly, nested.template, nested.stack, own);
        inside.push(deployed);
        created = nestedResource(deployed);
      } else if (provisioner !== undefined) created = await provisioner.create(request);
      else if (passive !== undefined) created = passive(request);
      else throw wrongAt(place, 'is neither simulated nor passive');
    } catch (error) {
      throw named(error, logicalId, place);
    }
    resources.set(logicalId, {
      logicalId,
      type: resource.Type,
      properties,
      passive: passive !== undefined && provisioner === undefined,
      ...created,
    });
    save();
  }
  const outputs = resolveOutputs(template, scope);
  const notes = await custom.cleanUp(new Set(live.keys()));
  return {
    ...stack,
    resources,
    outputs,
    secrets: [...secrets.values()],
    passive: [
      ...[...resources.values()].filter(({ passive }) => passive),
      ...inside.flatMap((nested) => nested.passive),
    ],
    notes: [...notes, ...inside.flatMap((nested) => nested.notes)],
  };
}

function chooseStack(assembly: Assembly, name: string | undefined): AssemblyStack {
  const names = assembly.stacks.map((stack) => stack.name);
  const [only] = assembly.stacks;
  if (name === undefined && assembly.stacks.length === 1 && only !== undefined) return only;
  const chosen = assembly.stacks.find((stack) => stack.name === name);
  if (chosen !== undefined) return chosen;
  throw new TemplateError(
    name === undefined
      ? `the cloud assembly in ${assembly.directory} has ${names.length} stacks (${names.join(', ')}); name one`
      : `the cloud assembly in ${assembly.directory} has no stack '${name}'; it has ${names.join(', ') || 'none'}.${didYouMean(name, names)}`,
  );
}

function preparedTemplate(chosen: AssemblyStack, mutate: DeployOptions['mutate']): Template {
  if (mutate === undefined) return chosen.template;
  const copy = structuredClone(chosen.template);
  mutate(copy);
  return parseTemplate(copy, `of stack ${chosen.name} (changed)`);
}

function placeOf(logicalId: string, resource: TemplateResource): Place {
  return { owner: `resource '${logicalId}' (${resource.Type})`, path: [] };
}

function liveResources(template: Template, scope: Scope): ReadonlyMap<string, TemplateResource> {
  return new Map(
    Object.entries(template.Resources).filter(
      ([id, resource]) =>
        resource.Condition === undefined ||
        scope.condition(resource.Condition, within(placeOf(id, resource), 'Condition')),
    ),
  );
}

function refuseUnknownTypes(
  live: ReadonlyMap<string, TemplateResource>,
  provisioners: ReadonlyMap<string, Provisioner>,
): void {
  const unknown = [...live].filter(
    ([, { Type: type }]) =>
      !provisioners.has(type) &&
      !Object.hasOwn(passiveTypes, type) &&
      !isCustomResource(type) &&
      type !== NESTED_STACK,
  );
  if (unknown.length === 0) return;
  const named = unknown.map(([id, { Type: type }]) => `${id} (${type})`).join(', ');
  throw new TemplateError(
    `the local cloud neither simulates these resources nor knows them as passive: ${named}; remove them from the template`,
  );
}

function resolveOutputs(template: Template, scope: Scope): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [name, output] of Object.entries(template.Outputs ?? {})) {
    const place: Place = { owner: `output '${name}'`, path: [] };
    if (output.Condition !== undefined && !scope.condition(output.Condition, place)) continue;
    const value = resolveValue(output.Value, within(place, 'Value'), scope);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw wrongAt(place, `an output is a text, not ${shown(value)}`);
    }
    outputs[name] = String(value);
  }
  return outputs;
}

function storedParameter(
  name: string,
  given: Readonly<Record<string, string>>,
  resources: ReadonlyMap<string, DeployedResource>,
): string | undefined {
  const made = [...resources.values()].find(
    ({ type, physicalId }) => type === 'AWS::SSM::Parameter' && physicalId === name,
  );
  const value = made?.attributes['Value'];
  return typeof value === 'string' ? value : ssmParameter(name, given);
}

/** Faults of a provisioner say which resource they are about. */
function named(error: unknown, logicalId: string, place: Place): unknown {
  if (!(error instanceof Error) || error.message.includes(`'${logicalId}'`)) return error;
  return Object.assign(wrongAt(place, error.message), { cause: error });
}
