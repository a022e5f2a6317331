/** A flow in the template as something that can be read and changed: its intrinsics become marks and intrinsics again. */
import type { Template } from '../../../local/assembly/template.ts';
import { resourceOf } from '../../kit/templates.ts';
import { type Action, flowContent } from './flow-content.ts';

const MARK = /@@([A-Za-z0-9+/=]+)@@/;

const marked = (intrinsic: unknown): string =>
  `@@${Buffer.from(JSON.stringify(intrinsic)).toString('base64')}@@`;

export class FlowText {
  readonly flow: string;
  readonly actions: Action[];
  readonly #properties: Record<string, unknown>;
  readonly #document: { StartAction: string; Actions: Action[] };

  constructor(template: Template, flow: string, isModule: boolean) {
    const type = isModule ? 'AWS::Connect::ContactFlowModule' : 'AWS::Connect::ContactFlow';
    const [, , properties] = resourceOf(template, type, flow);
    this.flow = flow;
    this.#properties = properties;
    this.#document = flowContent.parse(JSON.parse(textOf(properties['Content'])));
    this.actions = this.#document.Actions;
  }

  get start(): string {
    return this.#document.StartAction;
  }

  set start(step: string) {
    this.#document.StartAction = step;
  }

  write(): void {
    const parts = JSON.stringify(this.#document)
      .split(new RegExp(MARK, 'g'))
      .map((part, index): unknown =>
        index % 2 === 0 ? part : JSON.parse(Buffer.from(part, 'base64').toString()),
      );
    this.#properties['Content'] = { 'Fn::Join': ['', parts] };
  }
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  const join: unknown = typeof content === 'object' && content !== null && Reflect.get(content, 'Fn::Join');
  const parts: unknown = Array.isArray(join) ? join[1] : undefined;
  if (!Array.isArray(parts)) throw new Error('the text of a flow is neither a text nor parts of one');
  return parts.map((part: unknown) => (typeof part === 'string' ? part : marked(part))).join('');
}
