/** A flow as it is built: positions and text, which cost much and few ask for, are made when they are asked for. */
import { ACCEPTANCES_KEY, type Acceptance } from '../language/acceptances.ts';
import {
  FLOW_LANGUAGE_VERSION,
  type FlowAction,
  type FlowDocument,
  type FlowType,
  type Json,
} from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import { printFlow } from '../language/print.ts';
import { layOut } from './layout.ts';
import type { Resource } from './resource.ts';

export interface AuthoredFlow {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: FlowType;
  readonly document: FlowDocument;
  /** The document as text, with references such as `${queue.orders}`. */
  readonly content: string;
  /** What it needs of the instance, each once. */
  readonly resources: readonly Resource[];
}

/** Positions are for the designer alone: who checks, compares or runs a flow asks for none. */
export class BuiltDocument implements FlowDocument {
  readonly Version = FLOW_LANGUAGE_VERSION;
  readonly StartAction: string;
  declare readonly Metadata: Json;
  declare readonly Settings?: Json;
  readonly Actions: readonly FlowAction[];
  readonly #accept: readonly Acceptance[];
  readonly #type: FlowType | undefined;
  #metadata: Json | undefined;

  constructor(
    start: string,
    actions: readonly FlowAction[],
    settings: Json | undefined,
    accept: readonly Acceptance[] = [],
    type?: FlowType,
  ) {
    this.StartAction = start;
    this.Actions = actions;
    this.#accept = accept;
    this.#type = type;
    Object.defineProperty(this, 'Metadata', METADATA);
    if (settings !== undefined) this.Settings = settings;
  }

  static metadata(built: BuiltDocument): Json {
    built.#metadata ??= withAcceptances(
      withType(layOut(built.StartAction, built.Actions), built.#type),
      built.#accept,
    );
    return built.#metadata;
  }
}

/** Text costs more than all the rest, and who compares or runs a flow needs none. */
export class BuiltFlow implements AuthoredFlow {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: FlowType;
  readonly document: FlowDocument;
  declare readonly content: string;
  readonly resources: readonly Resource[];
  #content: string | undefined;

  constructor(terms: Omit<AuthoredFlow, 'content'>) {
    this.name = terms.name;
    this.title = terms.title;
    this.description = terms.description;
    this.type = terms.type;
    this.document = terms.document;
    this.resources = terms.resources;
    Object.defineProperty(this, 'content', CONTENT);
  }

  static content(built: BuiltFlow): string {
    built.#content ??= printFlow(built.document);
    return built.#content;
  }
}

/**
 * Own properties, so that a copy by `…` has them too, with one getter for all: objects that each have a getter of
 * their own keep each other in memory until the slowest collection of garbage.
 */
const METADATA: PropertyDescriptor & ThisType<BuiltDocument> = {
  get() {
    return BuiltDocument.metadata(this);
  },
  enumerable: true,
  configurable: true,
};
const CONTENT: PropertyDescriptor & ThisType<BuiltFlow> = {
  get() {
    return BuiltFlow.content(this);
  },
  enumerable: true,
  configurable: true,
};

/** Transfers, as the console names them: nothing in such a flow tells it from an inbound one. */
const CONSOLE_TYPES: Readonly<Partial<Record<FlowType, string>>> = {
  AGENT_TRANSFER: 'agentTransfer',
  QUEUE_TRANSFER: 'queueTransfer',
};

function withType(metadata: { readonly [key: string]: Json }, type: FlowType | undefined): Json {
  const name = type === undefined ? undefined : CONSOLE_TYPES[type];
  return name === undefined ? metadata : { ...metadata, type: name };
}

/** The service stores what it does not know of in `Metadata`, and never reads it. */
const withAcceptances = (metadata: Json, accept: readonly Acceptance[]): Json =>
  accept.length === 0 || !isObject(metadata)
    ? metadata
    : { ...metadata, [ACCEPTANCES_KEY]: { accept: accept.map((each) => ({ ...each })) } };
