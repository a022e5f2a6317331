/** Contact flows and modules from their rendered JSON, with ARNs where the references were. */
import { Annotations, NestedStack } from 'aws-cdk-lib';
import { CfnContactFlow, CfnContactFlowModule } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Translation } from '../centre-flows.ts';
import { ConfigurationError } from '../config-error.ts';
import {
  type FlowSource,
  inOrderOfCreation,
  ownReference,
  referencesOf,
  resolveReferences,
} from '../flow-references.ts';
import type { Recording } from '../recordings/make-recordings.ts';
import type { ContactFunction } from './contact-functions.ts';
import { RecordedPrompts } from './recorded-prompts.ts';

export interface FlowsProps {
  readonly instanceArn: string;
  /** What there is once, whatever callers speak: functions may need these, so that they name no function. */
  readonly sources: readonly FlowSource[];
  /** Ends the names of flows of a further language. */
  readonly language?: string;
  readonly functions: ReadonlyMap<string, ContactFunction>;
  /** Reference → ARN of everything else that flows name, e.g. `queue.orders`. */
  readonly resources: ReadonlyMap<string, string>;
}

/** The same JSON without the white space that a reader needs and Connect's limit of 256,000 characters counts. */
function compact(flow: FlowSource): FlowSource {
  try {
    return { ...flow, content: JSON.stringify(JSON.parse(flow.content)) };
  } catch (error) {
    throw new ConfigurationError(
      `flow "${flow.name}" is not JSON: ${error instanceof Error ? error.message : String(error)}; render the flows again with "npm run render".`,
    );
  }
}

/** What one instance has by default (adminguide/amazon-connect-service-limits); all are raised on request. */
const FLOWS_DEFAULT = 100;
const MODULES_DEFAULT = 200;
const PROMPTS_DEFAULT = 500;

/** A template has at most 500 resources (AWSCloudFormation/cloudformation-limits). */
const RESOURCES_PER_STACK = 450;

export class Flows extends Construct {
  /** Reference → ARN of everything that flows name, and of the flows themselves. */
  readonly references: ReadonlyMap<string, string>;
  readonly #values: Map<string, string>;
  readonly #arns = new Map<string, string>();
  readonly #props: FlowsProps;
  /** One for each language, all in stacks of their own. */
  readonly #languages: Flows[] = [];
  #modules = 0;
  #prompts: number;

  constructor(scope: Construct, id: string, props: FlowsProps) {
    super(scope, id);
    this.#props = props;
    this.#values = new Map(props.resources);
    this.#prompts = [...props.resources.keys()].filter((reference) => reference.startsWith('prompt.')).length;
    this.references = this.#values;
    for (const [name, { arn }] of props.functions) this.#values.set(`function.${name}`, arn);
    this.add(props.sources);
  }

  /** Creates flows that may name all those before them, and each other. */
  add(sources: readonly FlowSource[]): void {
    for (const flow of inOrderOfCreation(sources.map(compact))) {
      const resource = this.create(flow, resolveReferences(flow, this.#values));
      for (const used of referencesOf(flow)) {
        if (!used.startsWith('function.')) continue;
        // CloudFormation sees the function's ARN only; a call before these two exist takes the error branch.
        const callable = this.#props.functions.get(used.slice('function.'.length))?.callable ?? [];
        resource.construct.node.addDependency(...callable);
      }
      this.#values.set(ownReference(flow), resource.arn);
      this.#arns.set(flow.name, resource.arn);
      if (flow.type === 'MODULE') this.#modules += 1;
    }
  }

  /**
   * Creates the flows of the first language, in a stack inside this one: a template has an end. They may name what there
   * is once, and what comes after them may name them.
   */
  addFirst(language: string, sources: readonly FlowSource[]): void {
    const flows = new Flows(this.stackOf(language), 'Flows', {
      ...this.#props,
      resources: this.#values,
      sources,
    });
    for (const source of sources) {
      const reference = ownReference(source);
      const arn = flows.#values.get(reference);
      if (arn !== undefined) this.#values.set(reference, arn);
    }
    this.#languages.push(flows);
  }

  /**
   * Creates the flows of further languages, each in a stack of its own like the first. Their references mean a flow of
   * their own language, or the one that there is once; `flow.welcome-el` is the way to them.
   */
  addTranslations(translations: readonly Translation[]): void {
    for (const { language, flows: sources, recordings } of translations) {
      const stack = this.stackOf(language);
      const { instanceArn } = this.#props;
      const own = recordings.filter(({ name }) => !this.#values.has(`prompt.${name}`));
      const { arns } = new RecordedPrompts(stack, 'Recordings', { instanceArn, recordings: own });
      this.#prompts += own.length;
      const resources = new Map([...this.#values, ...arns]);
      const flows = new Flows(stack, 'Flows', { ...this.#props, resources, sources, language });
      for (const [name, arn] of flows.#arns) this.#values.set(`flow.${name}-${language}`, arn);
      this.#languages.push(flows);
    }
  }

  private stackOf(language: string): NestedStack {
    return new NestedStack(this, language, { description: `Callwright: flows in ${language}` });
  }

  /**
   * Creates the recordings that no flow names and a function finds, in stacks inside this one: each has an end.
   * Those that flows play are there already.
   */
  addPieces(pieces: readonly Recording[], created: ReadonlySet<string>): void {
    const { instanceArn } = this.#props;
    const others = pieces.filter(({ name }) => !created.has(name));
    for (let from = 0; from < others.length; from += RESOURCES_PER_STACK) {
      const stack = new NestedStack(this, `Pieces${from / RESOURCES_PER_STACK + 1}`, {
        description: 'Callwright: recordings of which sentences are made',
      });
      const recordings = others.slice(from, from + RESOURCES_PER_STACK);
      new RecordedPrompts(stack, 'Recordings', { instanceArn, recordings });
    }
    this.#prompts += others.length;
  }

  /** Says so where the instance would need more flows or modules than it has room for by default. */
  tellQuotas(): void {
    const all = [this, ...this.#languages];
    const modules = all.reduce((sum, flows) => sum + flows.#modules, 0);
    const flows = all.reduce((sum, made) => sum + made.#arns.size, 0) - modules;
    const tell = (count: number, what: string, quota: number): void => {
      if (count <= quota) return;
      Annotations.of(this).addInfo(
        `the instance needs ${count} ${what}, and has room for ${quota} by default; ask for more in the console of Service Quotas before you deploy.`,
      );
    };
    tell(flows, 'flows', FLOWS_DEFAULT);
    tell(modules, 'flow modules', MODULES_DEFAULT);
    tell(this.#prompts, 'prompts', PROMPTS_DEFAULT);
  }

  /**
   * The ARN of a flow that there is once, or of a way in.
   * @throws ConfigurationError where the catalogue has no such flow
   */
  arnOf(name: string): string {
    const arn = this.#arns.get(name);
    if (arn === undefined) {
      throw new ConfigurationError(
        `the phone number or a function needs the flow "${name}", which contact-flows/catalogue.ts does not list among those that there are once; it lists ${[...this.#arns.keys()].join(', ')}.`,
      );
    }
    return arn;
  }

  private create({ name: bare, description, type }: FlowSource, content: string) {
    const { instanceArn, language } = this.#props;
    const name = language === undefined ? bare : `${bare}-${language}`;
    if (type === 'MODULE') {
      const construct = new CfnContactFlowModule(this, bare, { instanceArn, name, description, content });
      return { construct, arn: construct.attrContactFlowModuleArn };
    }
    const construct = new CfnContactFlow(this, bare, { instanceArn, name, description, type, content });
    return { construct, arn: construct.attrContactFlowArn };
  }
}
